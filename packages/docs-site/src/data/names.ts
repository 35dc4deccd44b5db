import { verdictOf, type Kind, type Status, type Verdict } from './basics.ts'

/**
 * Data file `names`: a row for everything with a page, in columns of equal length. Other files name rows by their index.
 * Rows come in the order of `kinds`, then of packages and names; rows below `graphSize` have a place in the graph.
 */
export interface NodeTable {
  readonly graphSize: number
  /** As people call it: `orders`, `orders.v2`, `raw.orders`. */
  readonly name: readonly string[]
  /** Index in `kindNames`. */
  readonly kind: readonly number[]
  /** Index in `packages`. */
  readonly package: readonly number[]
  /** What follows `kind.package.` in the id: 0 where it is the name; text that begins with a dot follows the name. See `idOf`. */
  readonly rest: readonly (0 | string)[]
  /** Index in `files`: where it is defined, relative to its package. */
  readonly file: readonly number[]
  /** Index in `schemas`; -1 where it is no relation. */
  readonly schema: readonly number[]
  /** Index in `statuses`; -1 where nothing is known. */
  readonly status: readonly number[]
  /** 1: lists leave it out (`docs: {show: false}`; macros of dbt's or btn's own). */
  readonly hidden: readonly (0 | 1)[]

  readonly kindNames: readonly Kind[]
  readonly packages: readonly string[]
  readonly files: readonly string[]
  /** `database.schema`, or the schema alone. */
  readonly schemas: readonly string[]
  readonly statuses: readonly Status[]
}

/** The unique id of a row. */
export function idOf(table: NodeTable, row: number): string {
  const rest = table.rest[row]
  const name = table.name[row] ?? ''
  const tail = rest === 0 || rest === undefined ? name : rest.startsWith('.') ? name + rest : rest
  return `${kindAt(table, row)}.${packageAt(table, row)}.${tail}`
}

export function kindAt(table: NodeTable, row: number): Kind {
  return table.kindNames[table.kind[row] ?? 0] ?? 'model'
}

export function packageAt(table: NodeTable, row: number): string {
  return table.packages[table.package[row] ?? 0] ?? ''
}

export function statusAt(table: NodeTable, row: number): Status | undefined {
  return table.statuses[table.status[row] ?? -1]
}

export function verdictAt(table: NodeTable, row: number): Verdict {
  return verdictOf(statusAt(table, row))
}
