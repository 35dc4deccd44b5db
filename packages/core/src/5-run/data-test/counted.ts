import type { SqlTable } from '@btn/adapter'

/** What was counted for a data test. */
export interface Counted {
  /** The row of dbt's query: failures, should_warn, should_error. */
  readonly table: SqlTable
  /** How many rows are tested, where that is known. */
  readonly rows: number | undefined
}
