import type { ColumnPlace, Html, JsonObject, Link, Status } from './basics.ts'
import type { How, Use } from './columns.ts'

/** One attempt: a run of a node, or of a test. */
export interface RunInfo {
  readonly status: Status
  /** ISO 8601, UTC: when it ended. */
  readonly at?: string
  readonly seconds?: number
  /** Written, or looked at by a test. */
  readonly rows?: number
  /** Of a test: rows that failed. */
  readonly failures?: number
  readonly message?: string
  /** The date that it was for (`2026-03-01`). */
  readonly partition?: string
}

export interface TestInfo {
  readonly id: string
  /** `not_null`; the name of a singular test. */
  readonly name: string
  /** Its arguments, besides model and column: `values: [a, b]`. */
  readonly args?: JsonObject
  readonly severity: 'error' | 'warn'
  readonly column?: string
  readonly description?: Html
  readonly last?: RunInfo
}

export interface ColumnEdge extends ColumnPlace {
  readonly how: How
}

export interface ColumnUse extends ColumnPlace {
  readonly use: Use
}

/** A node whose rows a column decides. */
export interface NodeUse {
  readonly node: Link
  readonly use: Use
}

export interface ColumnInfo {
  readonly name: string
  /** As the database has it; where it was not asked, as lineage or a properties file says. */
  readonly type?: string
  readonly description?: Html
  /** The description is that of this column, of which this one is a copy. */
  readonly inheritedFrom?: ColumnPlace
  readonly tests: readonly TestInfo[]
  readonly from: readonly ColumnEdge[]
  readonly to: readonly ColumnEdge[]
  /** What it is filtered, joined, grouped or ordered by. */
  readonly decides: readonly NodeUse[]
  readonly pii?: PiiInfo
  readonly constraints: readonly ConstraintInfo[]
  readonly tags: readonly string[]
  readonly meta?: JsonObject
  /** Described in a properties file. */
  readonly isDeclared: boolean
  /** The database has it; left out where it was not asked. */
  readonly isInDatabase?: boolean
}

export const piiStates = ['raw', 'released', 'protected'] as const
export type PiiState = (typeof piiStates)[number]

export interface PiiInfo {
  readonly class: string
  readonly policy?: string
  /** Whether the values themselves are there, and whether somebody lets them out; known where lineage is. */
  readonly state?: PiiState
  /** Why they may leave. */
  readonly release?: string
  /** Said of this column; otherwise it came along `from`. */
  readonly isDeclared: boolean
}

export interface ConstraintInfo {
  readonly type: string
  readonly name?: string
  readonly expression?: string
  readonly columns?: readonly string[]
  /** What a foreign key points to. */
  readonly to?: Link
  readonly toColumns?: readonly string[]
}

/** A column of this relation points to a column of that one, by a constraint or a `relationships` test. */
export interface ForeignKey {
  readonly columns: readonly string[]
  readonly to: Link
  readonly toColumns: readonly string[]
  readonly by: 'constraint' | 'test'
}

export interface RelationInfo {
  readonly database?: string
  readonly schema?: string
  readonly name: string
  /** As SQL names it. */
  readonly quoted?: string
  /** `BASE TABLE`, `VIEW`, … as the catalogue has it. */
  readonly type?: string
  readonly owner?: string
  readonly comment?: string
}

export interface StatsInfo {
  readonly rows?: number
  readonly bytes?: number
  /** How many files it lies in; absent for what lies in the database. */
  readonly files?: number
  /** What else the catalogue counts. */
  readonly others: readonly Stat[]
}

export interface Stat {
  readonly label: string
  readonly value: string | number | boolean
  readonly description?: string
}

export interface VersionInfo {
  readonly version: string
  readonly latest?: string
  /** All of them, this one included, newest first. */
  readonly all: readonly Link[]
  readonly deprecatedAt?: string
}

export interface FreshnessInfo {
  readonly status: 'pass' | 'warn' | 'error'
  /** Of the newest row. */
  readonly newestAt?: string
  readonly checkedAt?: string
  readonly ageSeconds?: number
  /** `12 hours` */
  readonly warnAfter?: string
  readonly errorAfter?: string
}

/** A source that btn loads: what is asked of its rows, and what came. */
export interface LoadInfo {
  /** Patterns of files, relative to the project. */
  readonly from: readonly string[]
  readonly format?: string
  readonly strategy?: string
  readonly key?: readonly string[]
  readonly contract?: readonly LoadRule[]
  /** Newest first. */
  readonly loads: readonly LoadRun[]
  readonly quarantine?: QuarantineInfo
}

export interface LoadRule {
  readonly name: string
  readonly column?: string
  readonly says: string
  readonly severity?: 'error' | 'warn'
}

export interface LoadRun {
  readonly at: string
  readonly status: Status
  readonly file?: string
  readonly partition?: string
  readonly read?: number
  readonly loaded?: number
  readonly rejected?: number
  readonly seconds?: number
  readonly message?: string
}

export interface QuarantineInfo {
  readonly rows: number
  readonly reasons: readonly { readonly reason: string; readonly rows: number }[]
}

/** What one value of a monitor was, and what was expected. */
export interface MonitorValue {
  readonly at: string
  readonly value?: number
  readonly baseline?: number
  readonly expected?: string
  readonly verdict: Status
  readonly partition?: string
  readonly message?: string
}
