import type { LoadOutcome, SqlTable } from '@btn/adapter'
import type { Diagnostic } from '@btn/diagnostics'
import type { Interval } from '../intervals/index.ts'
import type { JsonObject, NodeId } from './basics.ts'
import type { Step } from './plan.ts'

export interface Timing {
  readonly name: 'compile' | 'execute'
  readonly startedAt: Date
  readonly completedAt: Date
}

/** dbt's word for how a node ended. */
export type ResultStatus =
  'success' | 'partial success' | 'error' | 'fail' | 'warn' | 'pass' | 'skipped' | 'no-op'

/** Which overloads of a function were made, and which were not, by their files' names. */
export interface OverloadResults {
  readonly successful: readonly string[]
  readonly failed: readonly string[]
}

/** Which batches of a microbatch model were built, and which were not; each in the order of time. */
export interface BatchResults {
  readonly successful: readonly Interval[]
  readonly failed: readonly Interval[]
}

/** How old a source's newest row is. Instants are microseconds since 1970. */
export interface Freshness {
  readonly maxLoadedAt: bigint
  readonly snapshottedAt: bigint
  /** Seconds. */
  readonly age: number
}

/** What became of the files of a source, and the first rows that were rejected. */
export interface LoadResult extends Pick<LoadOutcome, 'files' | 'sample' | 'mended'> {
  /** Of a dry run: what would have happened. */
  readonly wouldBe?: DryRun
}

/** What a dry run finds out besides. */
export interface DryRun {
  readonly found: readonly FoundFile[]
  /** More rows would be rejected than the limits allow. */
  readonly isRefused: boolean
  /** Rules that could not be looked at: the table that they point to is not there yet. */
  readonly unjudged: readonly string[]
}

export interface FoundFile {
  readonly path: string
  readonly bytes: number
  /** `same`: the content of another file of this load. */
  readonly state: 'new' | 'changed' | 'loaded' | 'same'
  readonly isTaken: boolean
}

/** What a data test found, for the audit log and for people: dbt's artifacts say only how many rows failed. */
export interface Tested {
  /** Also of a test that passed, because so few do no harm. */
  readonly failures: number
  /** The rows that were looked at, where that is known. */
  readonly rows: number | undefined
  readonly share: number | undefined
  /** The first rows that failed, with nothing personal in them. */
  readonly sample?: SqlTable | undefined
}

/** How one step ended: one line of `run_results.json`. */
export interface StepResult {
  readonly node: NodeId
  readonly status: ResultStatus
  /** The day that it is of, in a run for several. */
  readonly date?: string
  readonly message: string | undefined
  /** Failing rows of a test. */
  readonly failures: number | undefined
  /** Rows that the statement made or changed, where the database says. */
  readonly rows: number | undefined
  readonly adapterResponse: JsonObject
  readonly timing: readonly Timing[]
  readonly threadId: string
  /** Seconds. */
  readonly executionTime: number
  readonly compiledCode: string | undefined
  /** Relative to the project: `target/compiled/shop/models/orders.sql`. */
  readonly compiledPath: string | undefined
  readonly relationName: string | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** The failed or errored ancestor because of which this one was skipped. */
  readonly skippedBecauseOf?: NodeId
  /** Of a microbatch model. */
  readonly batches?: BatchResults
  readonly overloads?: OverloadResults
  /** Of a source. Without it, `error` says that it could not be found out; with it, that the source is too old. */
  readonly freshness?: Freshness
  /** Of a source that was loaded. */
  readonly load?: LoadResult
  /** Of a data test. */
  readonly tested?: Tested
  /** The file that a report was written to, as the user has it. */
  readonly path?: string
}

export interface StepStarted {
  readonly type: 'step-started'
  readonly threadId: string
  readonly step: Step
  /** 1-based position among the steps, and their number: dbt's `3 of 12`. */
  readonly index: number
  readonly total: number
}
export interface StepFinished {
  readonly type: 'step-finished'
  readonly step: Step
  readonly index: number
  readonly total: number
  readonly result: StepResult
}
/** One batch of a microbatch model. */
interface BatchEvent {
  readonly node: NodeId
  /** dbt's name of it: `2024-09-17`. */
  readonly batch: string
  /** 1-based position among the batches of this run, and their number. */
  readonly index: number
  readonly total: number
}
export interface BatchStarted extends BatchEvent {
  readonly type: 'batch-started'
  /** Whether another thread than the model's own builds it. */
  readonly isConcurrent: boolean
}
export interface BatchFinished extends BatchEvent {
  readonly type: 'batch-finished'
  readonly status: 'success' | 'error' | 'skipped'
  readonly message: string
  /** Seconds. */
  readonly executionTime: number
  readonly threadId: string
}
/** One overload of a function. */
interface OverloadEvent {
  readonly node: NodeId
  /** The file that says it, without its ending: `area_of_box`. */
  readonly overload: string
  /** 1-based position among the overloads of the function, and their number. */
  readonly index: number
  readonly total: number
}
export interface OverloadStarted extends OverloadEvent {
  readonly type: 'overload-started'
}
export interface OverloadFinished extends OverloadEvent {
  readonly type: 'overload-finished'
  /** `skipped`: an earlier run made it. */
  readonly status: 'success' | 'error' | 'skipped'
  /** What is wrong. */
  readonly problem: string | undefined
  /** Seconds. */
  readonly executionTime: number
  readonly threadId: string
}
/** A step whose work falls into pieces tells of each. */
export type PartEvent = BatchStarted | BatchFinished | OverloadStarted | OverloadFinished
/** `log(…, info=true)`, `print(…)`, a warning raised by a template. */
export interface Logged {
  readonly type: 'logged'
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly message: string
  /** True for `print()`: shown even when quiet. */
  readonly isPrint?: boolean
  readonly node?: NodeId
  readonly diagnostic?: Diagnostic
  /** dbt's name and number, where the message is not just a log of a template. */
  readonly event?: { readonly name: string; readonly code: string }
}
/** A statement goes to the database. */
export interface StatementSent {
  readonly type: 'statement-sent'
  readonly node: NodeId
  readonly threadId: string
  readonly sql: string
}
/** It is done, and did not fail. */
export interface StatementDone {
  readonly type: 'statement-done'
  readonly node: NodeId
  readonly threadId: string
  /** Seconds. */
  readonly elapsed: number
}
export type RunEvent =
  StepStarted | StepFinished | PartEvent | Logged | StatementSent | StatementDone

export interface RunResult {
  readonly results: readonly StepResult[]
  readonly startedAt: Date
  readonly completedAt: Date
  /** True when Ctrl-C or `--fail-fast` ended the run before every step was tried. */
  readonly isInterrupted: boolean
}
