import type { Relation } from './relation.ts'
import { plainStorage, type Storage } from './storage.ts'
import { baseTypeNames, createTypeRules, type TypeRules } from './types.ts'

/** How a database writes what is the same in all of them. The only place where identifiers and literals are quoted. */
export interface Dialect {
  /** dbt's prefix in macro names (`duckdb__…`), strongest first, then those it falls back to. */
  readonly macroPrefixes: readonly string[]
  readonly types: TypeRules
  /** Read by the audit log, for tables of btn's own. */
  readonly storage: Storage
  /** Read by whoever shortens names: more characters than this are refused or cut by the database. */
  readonly maxIdentifierLength: number | undefined
  /** Read by the runner: whether a relation can be replaced inside a transaction. */
  readonly hasTransactionalDdl: boolean
  quote(identifier: string): string
  literal(value: string | number | bigint | boolean | null): string
  /** The full, quoted name. */
  name(relation: Relation): string
  /** Read by who takes scripts apart: where each statement begins. */
  statementStarts(sql: string): readonly number[]
  /** Read by the relation cache: whether the database takes both names for the same thing, when both are quoted. */
  isSameName(left: string, right: string): boolean
}

/** What every adapter has to say for itself; the rest of {@link Dialect} is optional and has a default. */
export type DialectOverrides = Pick<Dialect, 'macroPrefixes'> &
  Partial<Omit<Dialect, 'macroPrefixes'>>

/**
 * Completes a dialect from what its database does differently from standard SQL.
 * Throws when a required part is missing, so that a half-written adapter fails when it is loaded.
 */
export function createDialect(overrides: DialectOverrides): Dialect {
  const dialect: Dialect = {
    types: createTypeRules(baseTypeNames),
    storage: plainStorage,
    maxIdentifierLength: undefined,
    hasTransactionalDdl: false,
    quote: quoteIdentifier,
    literal: writeLiteral,
    name: (relation) =>
      [relation.database, relation.schema, relation.name]
        .filter((part) => part !== '')
        .map((part) => dialect.quote(part))
        .join('.'),
    statementStarts: (sql) => (sql.trim() === '' ? [] : [sql.search(/\S/)]),
    isSameName: (left, right) => left === right,
    ...overrides,
  }
  const missing = Object.entries(dialect).filter(
    ([key, value]) => value === undefined && key !== 'maxIdentifierLength',
  )
  if (missing.length > 0 || !dialect.macroPrefixes?.length) {
    const names = missing.map(([key]) => key)
    throw new Error(`the dialect lacks ${names.length > 0 ? names.join(', ') : 'macroPrefixes'}`)
  }
  return dialect
}

function quoteIdentifier(identifier: string): string {
  refuseNul(identifier)
  return `"${identifier.replaceAll('"', '""')}"`
}

function writeLiteral(value: string | number | bigint | boolean | null): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return writeNumber(value)
  refuseNul(value)
  return `'${value.replaceAll("'", "''")}'`
}

function writeNumber(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0e0' : String(value)
  const name = Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity'
  return `cast('${name}' as double precision)`
}

/** Databases end a text at NUL or refuse it: written silently it would cut the statement short. */
function refuseNul(text: string): void {
  if (text.includes('\0')) throw new Error('SQL cannot hold the character NUL')
}
