import type { Node, Plan, StepResult } from '@btn/core'
import type { Call, ExitCode } from './commands/command.ts'
import { executePlan, exitCodeOf } from './execute-plan.ts'
import { compile, withProject, type Opened } from './open-project.ts'
import { normalizeSelectors, type Compiled } from './project.ts'
import { planOf, toSelection, type SelectionValues } from './select-nodes.ts'
import { readLoadValues, type LoadValues, type LoadWish } from './load-values.ts'
import { line } from './terminal/entry.ts'
import { endResultEntry, withGroup } from './terminal/event-entries.ts'
import { previewEntries } from './terminal/preview-entries.ts'
import { summaryEntries } from './terminal/summary-entries.ts'

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
    const compiled = compile(opened)
    if (!compiled) return 1
    const plan = planOf(which, toSelection(call.options, opened), opened, compiled)
    if (!plan) return 1
    if (plan.steps.length === 0) return doNothing(opened, compiled)
    return runPlanned(opened, compiled, plan, wish.value)
  })
}

/** Does what is planned, and tells how it went. */
export async function runPlanned(
  opened: Opened,
  compiled: Compiled,
  plan: Plan,
  wish: LoadWish,
): Promise<ExitCode> {
  const call: Call<RunValues> = opened.call
  const showLimit = plan.command === 'seed' && call.options.show ? SAMPLE_ROWS + 1 : undefined
  const executed = await executePlan(opened, compiled, plan, { showLimit, wish })
  const { outcome, wasInterrupted } = executed
  const ended = { ...outcome, isInterrupted: wasInterrupted }
  const { manifest } = compiled.linked
  const entries = summaryEntries(ended, manifest.nodes, {
    advise: (node, result) => advise(node, result, call),
    previews: previewEntries(outcome.shown, manifest.nodes, SAMPLE_ROWS),
  })
  opened.output.tell(endResultEntry(ended))
  opened.output.tell(...entries.map((entry) => withGroup(entry, manifest)))
  return exitCodeOf(executed)
}

function doNothing({ host, output, report, project }: Opened, { linked }: Compiled): ExitCode {
  const { manifest } = linked
  if (project.flags.write_json) {
    report.writeManifest(manifest, normalizeSelectors(manifest.selectors))
    const now = host.now()
    report.beginResults()
    report.finish({ results: [], startedAt: now, completedAt: now, isInterrupted: false })
  }
  output.tell(line('NothingToDo', 'Q035', 'Nothing to do: the selection has nothing to run.'))
  return 0
}

/** How to see the rows on which a test failed; options that chose the project are part of it. */
function advise(node: Node, result: StepResult, { options }: Call): string | undefined {
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

function quote(word: string): string {
  return /^[\w./@:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
