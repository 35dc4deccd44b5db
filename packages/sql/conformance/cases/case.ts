/** A query and the lineage that a person worked out for it. */
export interface LineageCase {
  readonly sql: string
  /** By column of the result, `how table.column` with commas between; empty for what comes from no column. */
  readonly gives: Readonly<Record<string, string>>
  /** The same for what decides the rows. */
  readonly uses?: string
  /** Why its result differs from run to run: then only what is said of it is compared. */
  readonly unstable?: string
}
