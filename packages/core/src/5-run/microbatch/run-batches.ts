import type { Diagnostic } from '@btn/diagnostics'
import type { Relation } from '@btn/adapter'
import type { Interval } from '../../intervals/index.ts'
import { readsName } from '../../macros/reads-name.ts'
import type { BatchResults, Model } from '../../types/index.ts'
import { Interrupted } from '../database-problem.ts'
import { isFullRefresh } from '../materialize/build.ts'
import type { BatchEnd, BatchWork, StepContext, StepEnding } from '../step-context.ts'
import { batchName, nodeOfBatch, type Batch } from './batch.ts'
import { grainOf, planBatches } from './plan-batches.ts'

/** Builds a microbatch model: the first batch alone, then all but the last as many at once as there are threads for. */
export function runBatches(
  context: StepContext<Model>,
  build: (context: StepContext<Model>) => Promise<StepEnding>,
): Promise<StepEnding> {
  return new BatchedRun(context, build).run()
}

interface Done {
  readonly interval: Interval
  readonly end: BatchEnd
}

class BatchedRun {
  readonly #context: StepContext<Model>
  readonly #build: (context: StepContext<Model>) => Promise<StepEnding>
  readonly #done: Done[] = []
  #intervals: readonly Interval[] = []
  #isStopped = false

  constructor(
    context: StepContext<Model>,
    build: (context: StepContext<Model>) => Promise<StepEnding>,
  ) {
    this.#context = context
    this.#build = build
  }

  async run(): Promise<StepEnding> {
    const { crew } = this.#context
    this.#context.startExecution()
    const isIncremental = await this.#isIncremental()
    this.#intervals = this.#plan(isIncremental)
    const [first, ...others] = this.#intervals.map((_, index) =>
      this.#work(index, index > 0 || isIncremental),
    )
    if (first) await crew.run(first)
    if (this.#done.every(({ end }) => isBuilt(end))) await this.#runOthers(others)
    else this.#skip(others)
    return this.#ending()
  }

  /** The last one waits for all before it: the hooks after the model belong to it. */
  async #runOthers(works: readonly BatchWork[]): Promise<void> {
    const { crew } = this.#context
    const last = works.at(-1)
    const middle = works.slice(0, -1)
    if (this.#isConcurrent()) await crew.shareOut(middle)
    else for (const work of middle) await crew.run(work)
    if (last) await crew.run(last)
  }

  /**
   * As `is_incremental()`: there is a table, and nobody wants it made anew. When batches are tried again that were left over
   * from `--full-refresh`, the others stay; dbt 1.12 loses them there.
   */
  async #isIncremental(): Promise<boolean> {
    const { node, session, state } = this.#context
    const target: Relation = { database: node.database, schema: node.schema, name: node.alias }
    const existing = await session.relations.find(target)
    const isLeftOver = state.input.batching.earlierBatches.has(node.id)
    return existing?.type === 'table' && (isLeftOver || !isFullRefresh(this.#context))
  }

  #plan(isIncremental: boolean): readonly Interval[] {
    const { node, state } = this.#context
    const { earlierBatches, windows, startedAt: now } = state.input.batching
    const earlier = earlierBatches.get(node.id)
    if (earlier) return earlier.failed
    const window = windows.sample ?? windows.eventTime
    return planBatches(node.config, { window, isIncremental, now })
  }

  /** What dbt does: batches go side by side unless the model says no, or reads what it writes. */
  #isConcurrent(): boolean {
    const { node } = this.#context
    const configured = node.config['concurrent_batches']
    return typeof configured === 'boolean' ? configured : !readsName(node.rawCode, 'this')
  }

  #work(index: number, isIncremental: boolean): BatchWork {
    const { node } = this.#context
    const interval = this.#at(index)
    const batch: Batch = { interval, grain: grainOf(node.config), isIncremental }
    const position = { isFirst: index === 0, isLast: index === this.#intervals.length - 1 }
    return {
      node: nodeOfBatch(node, batch, position),
      batch,
      isWanted: () => !this.#isStopped,
      begin: (threadId) => {
        const isConcurrent = threadId !== this.#context.session.threadId
        this.#context.crew.tell({
          type: 'batch-started',
          ...this.#about(index, batch),
          isConcurrent,
        })
      },
      build: this.#build,
      finish: (end) => this.#finish(index, batch, end),
    }
  }

  #finish(index: number, batch: Batch, end: BatchEnd): void {
    this.#done.push({ interval: batch.interval, end })
    if (end.kind !== 'done') return
    const { fail_fast } = this.#context.state.input.flags
    this.#isStopped ||= fail_fast && !isBuilt(end)
    const status = isBuilt(end) ? 'success' : 'error'
    const message = end.ending.message ?? status
    const { executionTime, threadId } = end
    const about = this.#about(index, batch)
    const { crew } = this.#context
    crew.tell({ type: 'batch-finished', ...about, status, message, executionTime, threadId })
  }

  /** Without the first batch there is no table that the others could add to. */
  #skip(works: readonly BatchWork[]): void {
    const { crew, session } = this.#context
    if (this.#isStopped || this.#wasCancelled()) return
    const skipped = { status: 'skipped', message: 'SKIPPED', executionTime: 0 } as const
    const { threadId } = session
    for (const [index, { batch }] of works.entries()) {
      const about = this.#about(index + 1, batch)
      crew.tell({ type: 'batch-finished', ...about, ...skipped, threadId })
    }
  }

  #wasCancelled(): boolean {
    return this.#done.some(({ end }) => end.kind === 'cancelled')
  }

  #about(index: number, batch: Batch) {
    const { node } = this.#context
    const total = this.#intervals.length
    return { node: node.id, batch: batchName(batch), index: index + 1, total }
  }

  #ending(): StepEnding {
    const { node, state } = this.#context
    const earlier = state.input.batching.earlierBatches.get(node.id)?.successful ?? []
    const successful = this.#done.filter(({ end }) => isBuilt(end)).map((it) => it.interval)
    const failed = this.#intervals.filter((it) => !successful.includes(it))
    if (successful.length === 0 && this.#wasCancelled()) throw new Interrupted()
    const ending = statusOf(successful.length, failed.length)
    const batches: BatchResults = { successful: [...successful.sort(byStart), ...earlier], failed }
    const diagnostics = distinct(
      this.#done.flatMap(({ end }) => (end.kind === 'done' ? end.diagnostics : [])),
    )
    return { ...ending, failures: 0, batches, diagnostics }
  }

  #at(index: number): Interval {
    const interval = this.#intervals[index]
    if (!interval) throw new Error(`there is no batch ${index}`)
    return interval
  }
}

function isBuilt(end: BatchEnd): boolean {
  return end.kind === 'done' && end.ending.status === 'success'
}

function statusOf(successes: number, failures: number): Pick<StepEnding, 'status' | 'message'> {
  if (failures === 0) return { status: 'success', message: 'SUCCESS' }
  if (successes === 0) return { status: 'error', message: 'ERROR' }
  const message = `PARTIAL SUCCESS (${successes}/${successes + failures})`
  return { status: 'partial success', message }
}

function byStart(left: Interval, right: Interval): number {
  return left.start.getTime() - right.start.getTime()
}

/** Batches mostly fail for one reason: it is told once. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set<string>()
  return diagnostics.filter(({ code, message, span }) => {
    const key = `${code}\0${message}\0${span?.source.path}\0${span?.start}`
    return !known.has(key) && known.add(key)
  })
}
