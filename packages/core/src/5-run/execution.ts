import type { AuditLog } from '../audit/index.ts'
import type { Made } from '../artifact/index.ts'
import { isMicrobatch } from '../config/microbatch.ts'
import type { RunEnd } from '../context/runtime.ts'
import type { Node, NodeId, RunEvent, RunHook, Step, StepResult } from '../types/index.ts'
import { Interrupted } from './database-problem.ts'
import { createFiles } from './files.ts'
import { LazyConnection } from './lazy-connection.ts'
import { createSchemas, findSchemas } from './prepare.ts'
import { createRelationStore } from './relation-cache.ts'
import { skippedResult, type SkipReason } from './result.ts'
import type { RunInput, RunOutcome } from './run-input.ts'
import { findObstacle } from './publish/find-obstacle.ts'
import { prepareStaging } from './publish/prepare-staging.ts'
import { publishStaged } from './publish/publish.ts'
import { rollForward } from './publish/ledger.ts'
import { publicNaming } from '../publish/index.ts'
import { expectNode } from './expect-node.ts'
import { judgeEnd, toRunEnd, withPublicResult } from './run-end.ts'
import { asHookProblem, runProjectHooks, type HookProblem } from './run-project-hooks.ts'
import { tellRunAlerts } from './tell-run-alerts.ts'
import { audited } from './audited.ts'
import { openSession } from './open-session.ts'
import { runStep } from './run-step.ts'
import type { StepRunner, Worker } from './step-runner.ts'
import { createSchedule, type Schedule } from './schedule.ts'
import type { RunState } from './step-context.ts'

/** Why a run is cut short. */
type Cut = 'interrupt' | 'fail-fast'

const CUT_MESSAGES: Readonly<Record<Cut, string>> = {
  interrupt: 'Skipped because the run was interrupted',
  'fail-fast': 'Skipping due to fail_fast',
}

/** One run: its threads with their connections, and what they have got done. */
export class Execution {
  readonly #input: RunInput
  /** Undefined where the run only tries: it leaves nothing behind. */
  readonly #audit: AuditLog | undefined
  readonly #emit: (event: RunEvent) => void
  readonly #state: RunState
  readonly #runner: StepRunner
  readonly #results: StepResult[] = []
  readonly #workers: Worker[] = []
  #schedule: Schedule | undefined
  #cut: Cut | undefined
  /** Statements may begin; false from the cut until all threads have come to rest. */
  #isHalted = false
  #count = 0
  /** What failed or was skipped, so that what waits for it is skipped. */
  readonly #stopped = new Set<NodeId>()

  constructor(input: RunInput, emit: (event: RunEvent) => void) {
    const { database, dialect, host, projectRoot, targetPath } = input
    this.#input = input
    this.#audit = input.loading?.isDryRun ? undefined : input.audit
    this.#emit = this.#audit ? audited(this.#audit, input, emit) : emit
    const files = createFiles(host, projectRoot, targetPath)
    this.#state = {
      input,
      files,
      ephemerals: new Map(),
      made: new Map(),
      shown: new Map(),
      catalog: { tables: [], problems: [] },
      scans: new Map(),
      loaded: new Set(),
      monitored: new Map(),
    }
    this.#runner = {
      state: this.#state,
      store: createRelationStore(database.catalog, dialect),
      log: this.#emit,
      lend: (help) => this.#schedule?.lend(help) ?? (() => undefined),
      isCancelled: () => this.#isHalted,
      cancelMessage: () => CUT_MESSAGES[this.#cut ?? 'interrupt'],
    }
  }

  async run(): Promise<RunOutcome> {
    const { host } = this.#input
    const startedAt = host.now()
    const main = this.#addWorker('main')
    let hookProblem: HookProblem | undefined
    try {
      hookProblem = await this.#work(main).catch(asHookProblem)
      await this.#audit?.flush()
    } finally {
      await Promise.all(this.#workers.map((worker) => worker.connection.close()))
    }
    return {
      ...(hookProblem && { hookProblem }),
      results: this.#results,
      startedAt,
      completedAt: host.now(),
      isInterrupted: this.#cut !== undefined,
      made: this.#made(),
      shown: this.#state.shown,
      catalog: this.#state.catalog,
    }
  }

  async #work(main: Worker): Promise<undefined> {
    const { plan, flags } = this.#input
    const isReady = (await this.#prepare(main)) && (await this.#runHooks(main, plan.onRunStart))
    const goesOn = isReady || (!flags.skip_nodes_if_on_run_start_fails && !this.#cut)
    if (goesOn) await this.#runSteps()
    else for (const step of plan.steps) this.#skip(step, this.#cutReason())
    const kept = await this.#publish(main)
    const log = this.#emit
    await tellRunAlerts(this.#results, { state: this.#state, audit: this.#audit, log })
    await this.#writeReports(main, kept)
    if (this.#cut === 'interrupt') return
    // As in dbt, a run that skipped everything has no results to tell of.
    const runEnd = toRunEnd(goesOn ? this.#results : [], (id) => this.#nodeOf(id))
    await this.#runHooks(main, plan.onRunEnd, runEnd)
  }

  /** Cancels what runs; what is left is skipped. */
  cut(reason: Cut): void {
    if (this.#cut) return
    this.#cut = reason
    this.#isHalted = true
    this.#schedule?.stop()
    for (const worker of this.#workers) worker.connection.interrupt()
  }

  /** What was built under private names takes its place; in results and texts the public names stand. */
  async #publish(worker: Worker): Promise<ReadonlySet<NodeId>> {
    const { staging } = this.#input
    if (!staging || staging.nodes.size === 0) return new Set()
    const naming = publicNaming(staging)
    const results = this.#results
    const { failed, kept } = await publishStaged(this.#runner, worker, { staging, naming, results })
    for (const [at, result] of results.entries()) {
      const known = failed.find((it) => it.node === result.node) ?? result
      results[at] = withPublicResult(naming, known)
    }
    for (const [id, { compiledCode }] of this.#state.made) {
      if (compiledCode !== undefined)
        note(this.#state.made, id, { compiledCode: naming(compiledCode) })
    }
    return kept
  }

  /** Reports tell of what everybody can see by now. */
  async #writeReports(worker: Worker, kept: ReadonlySet<NodeId>): Promise<void> {
    const known = new Set(this.#results.map(({ node }) => node))
    const reports = this.#input.plan.steps.filter((it) => it.kind === 'write-report')
    if (reports.length === 0) return
    // What is noted of tests must be there to be read.
    await this.#audit?.flush()
    const { published } = this.#input
    const input = published ? { ...this.#input, ...published } : this.#input
    const runner = { ...this.#runner, state: { ...this.#state, input, ephemerals: new Map() } }
    for (const step of reports) {
      if (known.has(step.node)) continue
      const cause = findObstacle(step, this.#results, kept)
      if (this.#cut) this.#skip(step, this.#cutReason())
      else if (cause) this.#skip(step, { cause })
      else await this.#runTurn(worker, step, runner)
    }
  }

  /** False when the run was interrupted meanwhile. */
  async #prepare(worker: Worker): Promise<boolean> {
    await this.#audit?.begin()
    const schemas = findSchemas(this.#state, this.#input.plan.steps)
    const [first] = schemas
    if (this.#cut || !first) return !this.#cut
    const open = (node: Node) =>
      openSession(this.#runner, worker, { node, findFallback: () => undefined })
    // A comment that cannot be written ends the run before it begins, as in dbt.
    await this.#input.runtime.queryComment(first.node, open(first.node))
    try {
      await createSchemas(this.#state, schemas, open)
      await this.#runner.store.load(worker.connection, schemas)
      if (this.#audit) await rollForward({ runner: this.#runner, session: open(first.node) })
      await prepareStaging(this.#input, open(first.node))
      return true
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error
      return false
    }
  }

  async #runSteps(): Promise<void> {
    const { plan, threads } = this.#input
    const steps = plan.steps.filter((it) => it.kind !== 'write-report')
    const schedule = createSchedule(steps)
    this.#schedule = schedule
    if (this.#cut) schedule.stop()
    const wanted = Math.max(1, threads)
    // Batches are built by threads that have no step of their own.
    const hasBatches = steps.some((step) => isMicrobatch(this.#nodeOf(step.node).config))
    const count = hasBatches ? wanted : Math.min(wanted, steps.length)
    const work = Array.from({ length: count }, (_, index) =>
      this.#runThread(schedule, index).catch((fault: unknown) => {
        this.cut('interrupt')
        throw fault
      }),
    )
    const ends = await Promise.allSettled(work)
    const fault = ends.find((end) => end.status === 'rejected')
    if (fault) throw fault.reason
    for (const step of schedule.stop()) this.#skip(step, this.#cutReason())
    this.#isHalted = this.#cut === 'interrupt'
  }

  async #runThread(schedule: Schedule, index: number): Promise<void> {
    const worker = this.#threadWorker(index)
    for (let turn = await schedule.take(); turn; turn = await schedule.take()) {
      if ('help' in turn) {
        await turn.help(worker)
        continue
      }
      const { step, skippedBecauseOf } = turn
      if (skippedBecauseOf) {
        this.#stopped.add(step.node)
        this.#skip(step, { cause: skippedBecauseOf, ephemeral: this.#skippedAbove(step) })
        schedule.finish(step.node, 'skipped')
        continue
      }
      const result = await this.#runTurn(worker, step)
      const node = this.#input.manifest.nodes.get(result.node)
      const end = judgeEnd(result, node, this.#input.flags)
      if (end !== 'passed') this.#stopped.add(step.node)
      if (end === 'failed' && this.#input.flags.fail_fast) this.cut('fail-fast')
      schedule.finish(step.node, end)
    }
  }

  async #runTurn(worker: Worker, step: Step, runner = this.#runner): Promise<StepResult> {
    const index = ++this.#count
    const total = this.#input.plan.steps.length
    this.#emit({ type: 'step-started', step, index, total, threadId: worker.threadId })
    const result = await runStep(runner, worker, step)
    this.#results.push(result)
    this.#emit({ type: 'step-finished', step, index, total, result })
    return result
  }

  /** The ephemeral model that it reads and that waited for what was stopped. */
  #skippedAbove({ through }: Step): Node | undefined {
    const found = through?.findLast(({ after }) => after.some((id) => this.#stopped.has(id)))
    return found && this.#nodeOf(found.node)
  }

  #cutReason(): { readonly message?: string } {
    return this.#cut ? { message: CUT_MESSAGES[this.#cut] } : {}
  }

  #skip(step: Step, reason: SkipReason): void {
    const node = this.#nodeOf(step.node)
    const result = skippedResult(node, reason)
    const total = this.#input.plan.steps.length
    this.#results.push(result)
    this.#emit({ type: 'step-finished', step, index: ++this.#count, total, result })
  }

  #runHooks(worker: Worker, hooks: readonly RunHook[], runEnd?: RunEnd): Promise<boolean> {
    for (const [at, { node }] of hooks.entries())
      note(this.#state.made, node, { hookIndex: at + 1 })
    return runProjectHooks({
      runner: this.#runner,
      worker,
      hooks,
      ...(runEnd && { runEnd }),
      emit: this.#emit,
      add: (result) => this.#results.push(result),
    })
  }

  /** What became of the nodes, with what templates did to their settings. */
  #made(): ReadonlyMap<NodeId, Made> {
    const { made, input } = this.#state
    for (const [id, settings] of input.runtime.changedSettings()) note(made, id, { settings })
    return made
  }

  #nodeOf(id: NodeId): Node {
    return expectNode(this.#input.manifest, id)
  }

  /** The first thread takes over the connection of the hooks. */
  #threadWorker(index: number): Worker {
    const main = this.#workers[0]
    const isOperation = this.#input.plan.command === 'run-operation'
    const threadId = isOperation ? 'MainThread' : `Thread-${index + 1} (worker)`
    return index === 0 && main ? { ...main, threadId } : this.#addWorker(threadId)
  }

  #addWorker(threadId: string): Worker {
    const worker = { connection: new LazyConnection(this.#input.database), threadId }
    this.#workers.push(worker)
    return worker
  }
}

function note(made: Map<NodeId, Made>, id: NodeId, more: Made): void {
  made.set(id, { ...made.get(id), ...more })
}
