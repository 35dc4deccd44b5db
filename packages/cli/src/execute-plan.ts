import { relative } from 'node:path'
import type { Manifest, Plan, RunEvent, RunResult, StepFinished } from '@btn/core'
import { createRuntime, type Chart, type RunOutcome } from '@btn/core/run'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { ExitCode } from './commands/command.ts'
import { followSignal, listenForInterrupt, type Interrupt } from './interrupt.ts'
import type { LoadWish } from './load-values.ts'
import { findAsOf } from './find-as-of.ts'
import { openAudit } from './open-audit.ts'
import { openPrivacy } from './open-privacy.ts'
import { lazyDatabase } from './lazy-database.ts'
import { toDiagnostics, type Opened } from './open-project.ts'
import { deferForeignKeys, normalizeSelectors, type Compiled } from './project.ts'
import { findDates, findMissing, findMistakes, runDates, toTurn, type Turn } from './run-dates.ts'
import { emptyLine, line } from './terminal/entry.ts'
import { followRun, type Live } from './terminal/follow-run.ts'
import { isSkippedForMistake } from './terminal/skipped-for-mistake.ts'

export interface Executed {
  readonly outcome: RunOutcome
  readonly wasInterrupted: boolean
  /** False when `target/` could not be written. */
  readonly isRecorded: boolean
}

export interface ExecuteOptions {
  /** Rows that `show` reads of each node, negative for all; `seed --show` draws as many. */
  readonly showLimit?: number | undefined
  /** False: a statement that a template sends is a mistake (`--no-introspect`). */
  readonly mayAskDatabase?: boolean
  /** False: ephemeral models are not put in front of the queries that read them. */
  readonly injectsEphemerals?: boolean
  /** The project's nodes and more, where something runs that is no part of the project. */
  readonly manifest?: Manifest
  /** False for what is no run: nothing is written of it. */
  readonly hasResults?: boolean
  readonly wish?: LoadWish
}

/** Runs a plan with everything around it: the terminal, Ctrl-C, the artifacts. */
export async function executePlan(
  opened: Opened,
  given: Compiled,
  plan: Plan,
  options: ExecuteOptions = {},
): Promise<Executed> {
  const compiled = withDeferredKeys(given, plan)
  const { project, adapter, output, host, target } = opened
  if (!adapter || !project.target) throw new Error('a plan is executed without a target')
  const { credentials } = project.target
  // What is only tried makes no database, and waits for nobody who writes.
  const isReadOnly = options.wish?.loading.isDryRun ?? false
  const database =
    options.mayAskDatabase === false
      ? lazyDatabase(() => Promise.reject(new DiagnosticError(diagnostic('introspection-off', {}))))
      : target.use({ isReadOnly })
  const interrupt = interruptOf(opened)
  const record = recordOnce(opened)
  const { manifest = compiled.linked.manifest, hasResults = true } = options
  const { showLimit, injectsEphemerals } = options
  const running: Compiled = { ...compiled, linked: { ...compiled.linked, manifest } }
  const audit = openAudit(opened, { ...plan, asOf: findAsOf(compiled) }, manifest, database)
  const privacy = openPrivacy(project, host)
  let exitCode: ExitCode = 2
  try {
    if (plan.command !== 'run-operation') tellConcurrency(opened, plan)
    const { loading, dates: given = [] } = options.wish ?? {}
    const dates = findDates(running, plan, given)
    const mistakes = findMistakes(running, plan, dates[0])
    const { root: projectRoot } = project
    const missing = await findMissing(running, { plan, database, projectRoot }, dates)
    if (mistakes.length + missing.length > 0) throw new DiagnosticError([...mistakes, ...missing])
    const toInput = (date: string | undefined) => ({
      ...runInput(opened, running, plan, toTurn(running, plan, date)),
      database,
      audit,
      privacy,
      loading,
      dialect: adapter.dialect,
      withoutTransactions: credentials['disable_transactions'] === true,
      signal: interrupt.signal,
      showLimit,
      ...(injectsEphemerals === false && {
        flags: { ...project.flags, inject_ephemeral_ctes: false },
      }),
    })
    const events = runDates(dates, toInput)
    const outcome = await followRun({
      events: hasResults ? reported(events, opened, running, record) : events,
      manifest: running.linked.manifest,
      output,
      meet: (warning) => opened.meet(warning),
      live: await createLive(opened, opened.call),
      isStopping: () => interrupt.signal.aborted,
    })
    await database.settle()
    const isStopped = STOPPED_BY_FAILURE.has(plan.command) && hasFailures(outcome)
    if (project.flags.write_json && hasResults && !isStopped)
      record(() => writeArtifacts(opened, compiled, outcome))
    const wasInterrupted = interrupt.signal.aborted
    const executed = { outcome, wasInterrupted, isRecorded: record.isSound() }
    exitCode = exitCodeOf(executed)
    return executed
  } finally {
    try {
      await audit?.end(exitCode)
    } finally {
      await privacy.close()
      await database.close()
      interrupt.dispose()
    }
  }
}

/** The project, in which foreign keys may point to an earlier run's relations. */
function withDeferredKeys(compiled: Compiled, plan: Plan): Compiled {
  const manifest = deferForeignKeys(compiled.linked.manifest, plan, compiled.parsed.invocation)
  return { ...compiled, linked: { ...compiled.linked, manifest } }
}

/** Ctrl-C, or what a program that runs btn has in its place. */
function interruptOf({ call, output }: Opened): Interrupt {
  const { caller } = call.session
  const say = (text: string) => () => output.tell(line('CtrlC', '', text))
  return caller
    ? followSignal(caller.signal, say('Stopping; what runs is cancelled.'))
    : listenForInterrupt(say('Stopping; what runs is cancelled. Ctrl-C again kills.'))
}

/** What a run needs of the project, whatever database it talks to. */
function runInput(
  opened: Opened,
  compiled: Compiled,
  given: Plan,
  { date, staging }: Turn = { date: undefined, staging: undefined },
) {
  const plan = staging?.plan ?? given
  const { project, host } = opened
  const { again, session } = opened.call
  const threads = project.target?.threads ?? 1
  return {
    manifest: staging?.manifest ?? compiled.linked.manifest,
    plan,
    date,
    staging,
    asOf: findAsOf(compiled),
    alertWorld: async () => (await import('./alert-world/create-alert-world.ts')).alertWorld,
    runtime: createRuntimeFor(opened, compiled, plan, staging),
    ...(hasReports(plan) && reporting(opened, compiled, plan, staging)),
    host,
    flags: project.flags,
    threads: project.flags.single_threaded ? 1 : threads,
    projectRoot: project.root,
    targetPath: relative(project.root, project.targetPath),
    batching: {
      windows: staging?.day
        ? { ...project.windows, eventTime: staging.day.interval }
        : project.windows,
      startedAt: again?.startedAt ?? session.startedAt,
      earlierBatches: again?.batches ?? new Map(),
    },
    earlierOverloads: again?.overloads,
  }
}

function hasReports({ steps }: Plan): boolean {
  return steps.some((it) => it.kind === 'write-report')
}

/** What reports need besides: who draws, and the project under the names that hold when they are written. */
function reporting(opened: Opened, compiled: Compiled, plan: Plan, staging: Turn['staging']) {
  const { manifest, lookup } = compiled.linked
  const seen = staging && {
    ...staging,
    manifest,
    lookup,
    nodes: new Map(),
    existing: new Set<never>(),
  }
  return {
    drawChart: async (chart: Chart) => (await import('./charts/draw-chart.ts')).drawChart(chart),
    ...(seen && {
      published: { manifest, runtime: createRuntimeFor(opened, compiled, plan, seen) },
    }),
  }
}

function tellConcurrency({ output, project }: Opened, { steps }: Plan): void {
  const { target } = project
  if (!target) return
  const text = `Concurrency: ${target.threads} threads (target='${target.name}')`
  const data = {
    num_threads: target.threads,
    target_name: target.name,
    node_count: steps.length,
  }
  output.tell(emptyLine, line('ConcurrencyLine', 'Q027', text, data), emptyLine)
}

function createRuntimeFor(
  opened: Opened,
  compiled: Compiled,
  plan: Plan,
  staging: Turn['staging'],
) {
  const { linked, parsed } = compiled
  return createRuntime({
    project: opened.project,
    manifest: staging?.manifest ?? linked.manifest,
    staging,
    invocation: parsed.invocation,
    lookup: staging?.lookup ?? linked.lookup,
    findDoc: linked.findDoc,
    selected: plan.selected,
    deferral: plan.deferral,
  })
}

interface Recorder {
  (write: () => void): void
  /** True as long as everything could be written. */
  isSound(): boolean
}

/** A full disk must not keep a run from ending, nor its results from being told: what cannot be written is said once. */
function recordOnce({ project, tell }: Opened): Recorder {
  let isSound = true
  const record = (write: () => void): void => {
    if (!isSound) return
    try {
      write()
    } catch (error) {
      const mistakes = toDiagnostics(error, project)
      if (!mistakes) throw error
      isSound = false
      tell(mistakes)
    }
  }
  return Object.assign(record, { isSound: () => isSound })
}

/** Puts each result on record as it comes, so that a killed run leaves a true one. */
async function* reported(
  events: AsyncGenerator<RunEvent, RunOutcome>,
  { report, project }: Opened,
  { linked }: Compiled,
  record: Recorder,
): AsyncGenerator<RunEvent, RunOutcome> {
  if (project.flags.write_json) record(() => report.beginResults())
  for (;;) {
    const next = await events.next()
    if (next.done) return next.value
    const event = next.value
    if (isResult(event) && project.flags.write_json) {
      record(() => report.addResult(event.result, linked.manifest.nodes.get(event.step.node)))
    }
    yield event
  }
}

/** What is read of the catalogue is an artifact of its own. */
function isResult(event: RunEvent): event is StepFinished {
  return event.type === 'step-finished' && event.step.kind !== 'read-catalog'
}

/** As in dbt, a run that a hook's template ends leaves the manifest of the parse; and where nothing was begun, the results of the run before. */
function writeArtifacts({ report }: Opened, { linked }: Compiled, outcome: RunOutcome): void {
  const { manifest } = linked
  const { hookProblem, made } = outcome
  const selectors = normalizeSelectors(manifest.selectors)
  report.writeManifest(manifest, selectors, hookProblem ? undefined : made)
  if (hookProblem?.when !== 'start') report.finish(outcome)
}

/** The live region, where somebody looks: a terminal that is neither quiet nor given JSON. */
async function createLive(
  { output, project }: Opened,
  call: Opened['call'],
): Promise<Live | undefined> {
  const { terminal, environment } = call.session
  const isDumb = environment['TERM'] === 'dumb' || Boolean(environment['CI'])
  if (
    !terminal.out.isTty ||
    isDumb ||
    output.isQuiet ||
    output.isJson ||
    !output.isOn(terminal.out)
  ) {
    return undefined
  }
  if (project.flags.debug) return undefined
  const { createLiveRegion } = await import('./terminal/live-region.ts')
  return {
    region: createLiveRegion(process.stdout),
    paint: output.paint,
    space: () => ({ columns: process.stdout.columns, rows: process.stdout.rows }),
  }
}

/** 2 after Ctrl-C, a hook that cannot be rendered, or when nothing could be recorded; 1 when a node or a test failed, else 0. */
export function exitCodeOf({ outcome, wasInterrupted, isRecorded }: Executed): ExitCode {
  if (wasInterrupted || outcome.hookProblem || !isRecorded) return 2
  return hasFailures(outcome) ? 1 : 0
}

/** As in dbt, a node that fails stops these, and they leave the last run's results for `retry`. */
const STOPPED_BY_FAILURE: ReadonlySet<Plan['command']> = new Set(['compile', 'show'])

/** Of commands that a failed node stops. */
export function exitCodeIfStopped(executed: Executed): ExitCode {
  return exitCodeOf(executed) === 0 ? 0 : 2
}

const FAILURES: ReadonlySet<string> = new Set(['error', 'fail', 'partial success'])

function hasFailures({ results }: RunResult): boolean {
  return results.some((result) => FAILURES.has(result.status) || isSkippedForMistake(result))
}
