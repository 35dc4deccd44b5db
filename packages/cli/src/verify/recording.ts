import type { RelationSummary } from '@btn/adapter'
import type { JsonObject } from '@btn/core'

/** What a tool made of a project: everything that two of them are compared by. Plain JSON, kept in files, too. */
export interface Recording {
  /** `dbt-core 1.12.6`. */
  readonly tool: string
  readonly steps: readonly RecordedStep[]
  /** Everything in the last manifest that has an id, without what differs from run to run. */
  readonly nodes: Readonly<Record<string, JsonObject>>
  readonly disabled: readonly string[]
  /** What other tools read of the semantic layer, by the file's name; for projects that have one. */
  readonly documents?: Readonly<Record<string, JsonObject>>
  /** By full name. */
  readonly relations: Readonly<Record<string, RecordedRelation>>
  /** Indexes, constraints and comments, a line each. */
  readonly details: readonly string[]
}

export interface RecordedStep {
  /** The words after the tool's name: `build --full-refresh`. */
  readonly line: string
  readonly exitCode: number
  /** By the clock. Not kept in files: machines differ. */
  readonly seconds?: number
  /** By unique id; empty for a command that runs nothing. */
  readonly results: Readonly<Record<string, RecordedResult>>
  /** What `ls` printed. */
  readonly listed?: readonly string[]
  /** `catalog.json`, of `docs generate`. */
  readonly catalog?: JsonObject
  /** Statuses in `sources.json`, by unique id. */
  readonly freshness?: Readonly<Record<string, string>>
}

export interface RecordedResult {
  readonly status: string
  readonly failures: number | null
  /** Compiled SQL with all white space folded. */
  readonly compiled?: string
}

export interface RecordedRelation extends Partial<RelationSummary> {
  readonly type: string
  readonly columns: readonly (readonly [name: string, type: string])[]
  /** Why it could not be read; then there is no summary. */
  readonly problem?: string
}

/** One thing in which two recordings differ. */
export interface Difference {
  readonly area: Area
  /** A node's id, a relation's name, a step's line. */
  readonly subject: string
  readonly what: string
}

export type Area =
  | 'exit codes'
  | 'nodes'
  | 'results'
  | 'compiled SQL'
  | 'relations'
  | 'lists'
  | 'catalog'
  | 'freshness'
  | 'documents'

/** How many things of each kind were compared, and what differs. */
export interface Comparison {
  readonly compared: Readonly<Record<Area, number>>
  readonly differences: readonly Difference[]
}
