import {
  baseTypeNames,
  createDialect,
  createTypeRules,
  plainStorage,
  type ColumnType,
  type Dialect,
} from '@btn/adapter'
import { findStatementStarts } from './split-statements.ts'

const integers = [
  ...['tinyint', 'smallint', 'integer', 'bigint', 'hugeint'],
  ...['utinyint', 'usmallint', 'uinteger', 'ubigint'],
  ...['int1', 'int2', 'int4', 'int8', 'short', 'int', 'signed', 'long'],
]

const floats = ['real', 'float', 'float4', 'float8', 'double']

/** What DuckDB does differently from standard SQL. */
export const duckdbDialect: Dialect = createDialect({
  macroPrefixes: ['duckdb'],
  types: {
    ...createTypeRules({ ...baseTypeNames, integers, floats }),
    // dbt-duckdb leaves the whole type in one piece: STRUCT(a INTEGER), DECIMAL(10,2).
    fromCatalog: (type) => ({ dtype: type }),
  },
  storage: {
    types: { ...plainStorage.types, counts: 'map(varchar, bigint)' },
    writeCounts: (counts) =>
      `map {${Object.entries(counts).map(([name, count]) => `${duckdbDialect.literal(name)}: ${count}`)}}::map(varchar, bigint)`,
  },
  hasTransactionalDdl: true,
  statementStarts: findStatementStarts,
  // DuckDB keeps the case that was written and ignores it when it looks a name up, quoted or not.
  isSameName: (left, right) => left === right || left.toLowerCase() === right.toLowerCase(),
})

/** One field of a struct, as dbt-duckdb's `Column.flatten()` gives it. */
export interface StructField {
  readonly name: string
  readonly dtype: string
}

/** The leaves of a struct as `parent.child`; a column of any other type is its own leaf. */
export function flattenStruct(name: string, type: ColumnType): readonly StructField[] {
  const inner = /^STRUCT\((.*)\)/is.exec(type.dtype)?.[1]
  if (inner === undefined) return [{ name, dtype: type.dtype }]
  return splitFields(inner).flatMap((field) => {
    const at = field.indexOf(' ')
    return flattenStruct(`${name}.${field.slice(0, at)}`, { dtype: field.slice(at + 1) })
  })
}

function splitFields(text: string): readonly string[] {
  const fields: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '(') depth++
    else if (char === ')') depth--
    else if (char === ',' && depth === 0) {
      fields.push(text.slice(start, at).trim())
      start = at + 1
    }
  }
  return [...fields, text.slice(start).trim()]
}
