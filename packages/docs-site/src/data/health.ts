import type { ColumnPlace, Link, Status } from './basics.ts'
import type { FreshnessInfo, PiiState, TestInfo } from './page-parts.ts'

/** Data file `health`. */
export interface Health {
  /** What failed or warned last, worst first; skipped nodes are not listed. */
  readonly problems: readonly Problem[]
  /** By the duration of the last run, longest first; at most 50. */
  readonly slowest: readonly SlowNode[]
  readonly tests: readonly TestCount[]
  readonly coverage: readonly Coverage[]
  /** Sources that were looked at, stale ones first. */
  readonly freshness: readonly SourceFreshness[]
  /** Models, seeds, snapshots and sources that nothing uses. */
  readonly unused: readonly Link[]
  /** Models and seeds without any test, and models without a description. */
  readonly untested: readonly Link[]
  readonly undescribed: readonly Link[]
  /** Monitors and what they said last. */
  readonly monitors: readonly MonitorState[]
  /** Alerts, newest first; at most 50. */
  readonly alerts: readonly AlertState[]
  /** Sources with rows in quarantine. */
  readonly quarantine: readonly QuarantineCount[]
}

export interface Problem {
  readonly node: Link
  readonly status: Status
  readonly at?: string
  readonly message?: string
  readonly failures?: number
  /** Of a test: what it is of. */
  readonly of?: Link
  readonly test?: TestInfo
}

export interface SlowNode {
  readonly node: Link
  readonly seconds: number
  /** Oldest first, the last run included. */
  readonly trend: readonly number[]
}

/** Tests of one severity. */
export interface TestCount {
  readonly severity: 'error' | 'warn'
  readonly counts: Partial<Record<Status, number>>
  /** Never run, as far as is known. */
  readonly unknown: number
}

/** How much of a package is described and tested. */
export interface Coverage {
  readonly package: string
  readonly folder: string
  readonly nodes: Share
  readonly columns: Share
  /** Of those that are described, how many are so by inheritance. */
  readonly inherited: number
  readonly testedNodes: Share
  readonly testedColumns: Share
}

export interface Share {
  readonly have: number
  readonly all: number
}

export interface SourceFreshness {
  readonly source: Link
  readonly freshness: FreshnessInfo
}

export interface MonitorState {
  readonly monitor: Link
  readonly verdict: Status
  readonly at?: string
  readonly message?: string
}

export interface AlertState {
  readonly alert: string
  readonly source: string
  readonly at: string
  readonly state: string
  readonly message?: string
  readonly delivered?: boolean
}

export interface QuarantineCount {
  readonly source: Link
  readonly rows: number
}

/** Data file `pii`: personal data by class, and the way that it takes. */
export interface PersonalData {
  readonly classes: readonly PersonalClass[]
  /** What gets out although nobody let it. */
  readonly leaks: readonly PersonalLeak[]
}

export interface PersonalLeak {
  readonly class: string
  /** What it gets out through, and what that is: `public`, `external`, `report`, `exposure`. */
  readonly by: Link
  readonly exit: string
  /** From the column that is seen back to where the data enters. */
  readonly way: readonly ColumnPlace[]
}

export interface PersonalClass {
  readonly class: string
  readonly columns: readonly PersonalColumn[]
}

export interface PersonalColumn {
  readonly node: Link
  readonly column: string
  /** What is done with the values where they enter: `mask`, `hash`, `tokenize`, `redact`, `none`. */
  readonly policy?: string
  readonly state?: PiiState
  readonly release?: string
  /** Somebody said so of this column; otherwise it follows from where the column comes from. */
  readonly isDeclared: boolean
  readonly from: readonly ColumnPlace[]
}
