import type { MacroEntry } from '../macros/macro-file.ts'

/** One file of the macros that come with btn, indexed when btn is built. */
export interface BuiltinFile {
  readonly packageName: 'dbt' | 'dbt_duckdb'
  /** As dbt writes paths of macros: `macros/incremental.sql`. */
  readonly path: string
  readonly text: string
  readonly entries: readonly MacroEntry[]
}
