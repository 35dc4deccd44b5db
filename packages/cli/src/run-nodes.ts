import type { Manifest, Node, Plan, RunResult, SourceTable, StepResult } from '@btn/core'
import { isAudited } from '@btn/core/run'
import type { Call, ExitCode } from './commands/command.ts'
import { executePlan, exitCodeOf } from './execute-plan.ts'
import { compile, withProject, type Opened } from './open-project.ts'
import { hasAudit } from './open-audit.ts'
import { normalizeSelectors, type Compiled } from './project.ts'
import { planOf, toSelection, type SelectionValues } from './select-nodes.ts'
import { readLoadValues, type LoadValues, type LoadWish } from './load-values.ts'
import { dryRunEntries } from './terminal/dry-run-entries.ts'
import { emptyLine, line, type Entry } from './terminal/entry.ts'
import { endResultEntry, withGroup } from './terminal/event-entries.ts'
import { previewEntries } from './terminal/preview-entries.ts'
import { brokenOffEntries, summaryEntries, type Advice } from './terminal/summary-entries.ts'

export interface RunValues extends SelectionValues, LoadValues {
  /** Of `seed`. */
  readonly show?: boolean
}

const SAMPLE_ROWS = 10

/** build, run, test, seed, snapshot, load, monitor, report and clone: plans what is selected and does it. */
export function runNodes(
  which: 'build' | 'run' | 'test' | 'seed' | 'snapshot' | 'clone' | 'load' | 'monitor' | 'report',
  call: Call<RunValues>,
): Promise<ExitCode> {
  return withProject(call, { which }, async (opened) => {
    const wish = readLoadValues(call.options)
    if (opened.tell(wish.diagnostics)) return 2
    if (!wish.value.loading.isDryRun) await opened.target.begin()
    const compiled = compile(opened)
    if (!compiled) return 1
    const plan = planOf(which, toSelection(call.options, opened), opened, compiled)
    if (!plan) return 1
    if (isIdle(plan)) return doNothing(opened, compiled, which)
    return runPlanned(opened, compiled, plan, wish.value)
  })
}

/** As in dbt, a selection of ephemeral models alone makes nothing and is a run, hooks and all; one of unit tests without their models is not. */
function isIdle({ steps, selected }: Plan): boolean {
  return steps.length === 0 && selected.every((id) => id.startsWith('unit_test.'))
}

/** Does what is planned, and tells how it went. */
export async function runPlanned(
  opened: Opened,
  compiled: Compiled,
  plan: Plan,
  wish: LoadWish,
): Promise<ExitCode> {
  if (wish.loading.isDryRun) return tryPlanned(opened, compiled, plan, wish)
  if (await leaksPersonal(opened, compiled, plan)) return 2
  const call: Call<RunValues> = opened.call
  const showLimit = plan.command === 'seed' && call.options.show ? SAMPLE_ROWS + 1 : undefined
  const executed = await executePlan(opened, compiled, plan, { showLimit, wish })
  const { outcome, wasInterrupted } = executed
  const ended = { ...outcome, isInterrupted: wasInterrupted }
  const { manifest } = compiled.linked
  const adviseOn: Advice = (node, result) =>
    adviseOnKept(node, result, { opened, plan, manifest }) ?? advise(node, result, call)
  if (outcome.hookProblem) {
    const { when, diagnostics } = outcome.hookProblem
    opened.output.tell(...brokenOffEntries(ended, manifest.nodes, { when, advise: adviseOn }))
    opened.tell(diagnostics)
    return exitCodeOf(executed)
  }
  const entries = summaryEntries(ended, manifest.nodes, {
    isUncounted: plan.command === 'clone',
    advise: adviseOn,
    previews: [
      ...previewEntries(outcome.shown, manifest.nodes, SAMPLE_ROWS),
      ...rejectedEntries(outcome, manifest.nodes),
    ],
  })
  opened.output.tell(endResultEntry(ended))
  opened.output.tell(...entries.map((entry) => withGroup(entry, manifest)))
  return exitCodeOf(executed)
}

/** Tells where the plan would show personal data as it is. Projects without any pay nothing for it. */
async function leaksPersonal(opened: Opened, compiled: Compiled, plan: Plan): Promise<boolean> {
  if (!compiled.linked.manifest.hasPersonal || !plan.steps.some(isShowing)) return false
  const { findPersonalLeaks } = await import('./check-project.ts')
  return opened.tell(await findPersonalLeaks(opened, compiled, plan))
}

function isShowing({ kind }: Plan['steps'][number]): boolean {
  return kind === 'materialize' || kind === 'write-report'
}

/** Says what a load would do. Hooks change things: they are left out, as everything is that is no load. */
async function tryPlanned(
  opened: Opened,
  compiled: Compiled,
  plan: Plan,
  wish: LoadWish,
): Promise<ExitCode> {
  const steps = plan.steps.filter(({ kind }) => kind === 'load-source')
  const tried: Plan = { ...plan, steps, onRunStart: [], onRunEnd: [] }
  const executed = await executePlan(opened, compiled, tried, { wish, hasResults: false })
  const { outcome, wasInterrupted } = executed
  const { nodes } = compiled.linked.manifest
  opened.output.tell(...dryRunEntries(outcome, nodes))
  if (exitCodeOf(executed) !== 0) {
    const ended = { ...outcome, isInterrupted: wasInterrupted }
    opened.output.tell(...summaryEntries(ended, nodes, { advise: () => undefined }))
  }
  return exitCodeOf(executed)
}

function doNothing(opened: Opened, { linked }: Compiled, command: Plan['command']): ExitCode {
  const { host, output, report, project } = opened
  const { manifest } = linked
  const now = host.now()
  const nothing: RunResult = { results: [], startedAt: now, completedAt: now, isInterrupted: false }
  if (project.flags.write_json) {
    report.writeManifest(manifest, normalizeSelectors(manifest.selectors))
    report.beginResults()
    report.finish(nothing)
  }
  output.tell(line('NothingToDo', 'Q035', 'Nothing to do: the selection has nothing to run.'))
  // As in dbt, only these two tell how it ended, too.
  if (command === 'seed' || command === 'clone')
    output.tell(
      ...summaryEntries(nothing, manifest.nodes, { isUncounted: true, advise: () => undefined }),
    )
  return 0
}

/** How to see the rows on which a test failed; options that chose the project are part of it. */
function advise(node: Node, result: StepResult, { options }: Call): string | undefined {
  if (node.kind === 'source') return adviseOnLoad(node, result)
  if (node.kind !== 'test' || (result.status !== 'fail' && result.status !== 'warn'))
    return undefined
  if (result.relationName)
    return `btn show --inline ${quote(`select * from ${result.relationName}`)}`
  const chosen = [
    options.projectDir && `--project-dir ${quote(options.projectDir)}`,
    options.profilesDir && `--profiles-dir ${quote(options.profilesDir)}`,
    options.target && `--target ${quote(options.target)}`,
    options.vars && `--vars ${quote(options.vars)}`,
  ]
  return ['btn show --select', node.name, ...chosen.filter(Boolean)].join(' ')
}

interface Ran {
  readonly opened: Opened
  readonly plan: Plan
  readonly manifest: Manifest
}

/** The rows on which a test failed were of a relation that was not published: what is left of them is in the audit log. */
function adviseOnKept(
  node: Node,
  { status }: StepResult,
  { opened, plan, manifest }: Ran,
): string | undefined {
  const isStaged = plan.command === 'build' && hasAudit(opened.project, manifest)
  if (node.kind !== 'test' || status !== 'fail' || !isStaged) return undefined
  const tested = (manifest.parents.get(node.id) ?? []).map((id) => manifest.nodes.get(id))
  const isKept = tested.some((it) => it?.kind !== 'source' && it !== undefined && isAudited(it))
  return isKept ? `btn audit tests --history ${node.name}` : undefined
}

function quote(word: string): string {
  return /^[\w./@:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** Where the rows of a refused load are. */
function adviseOnLoad(node: SourceTable, { load, date }: StepResult): string | undefined {
  if (countWaiting(load) === 0 || !node.load?.quarantine.hasTable) return undefined
  const ofDay = date === undefined ? '' : ` --where "partition = '${date}'"`
  return `btn quarantine show ${node.sourceName}.${node.name}${ofDay}`
}

/** Rejected rows; those that had been mended are in the table. */
function countWaiting(load: StepResult['load']): number {
  const rejected = load?.files.reduce((sum, file) => sum + file.rowsRejected, 0) ?? 0
  return rejected - (load?.mended?.rowsLoaded ?? 0)
}

/** People are told where rejected rows are, also when the load as a whole went well. */
function rejectedEntries(
  { results }: RunResult,
  nodes: ReadonlyMap<string, Node>,
): readonly Entry[] {
  const texts = results.flatMap((result) => {
    const node = nodes.get(result.node)
    if (node?.kind !== 'source' || result.status !== 'success') return []
    const words = adviseOnLoad(node, result)
    if (words === undefined) return []
    const rows = countWaiting(result.load)
    const what = `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row was' : 'rows were'} rejected`
    const day = result.date === undefined ? '' : ` of ${result.date}`
    return [`${node.sourceName}.${node.name}${day}: ${what}; see them: ${words}`]
  })
  return texts.length === 0
    ? []
    : [emptyLine, ...texts.map((text) => line('RowsRejected', 'Z093', text))]
}
