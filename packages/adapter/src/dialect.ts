import type { Relation } from './relation.ts'

/** How a database writes what is the same in all of them. The only place where identifiers and literals are quoted. */
export interface Dialect {
  /** dbt's prefix in macro names (`duckdb__…`), strongest first, then those it falls back to. */
  readonly macroPrefixes: readonly string[]
  quote(identifier: string): string
  literal(value: string | number | bigint | boolean | null): string
  /** The full, quoted name. */
  name(relation: Relation): string
}
