import type { SqlTable, SqlValue } from '@btn/adapter'
import { Float, raise, toText, type Value } from '@btn/jinja'
import { Decimal } from '../../python/decimal.ts'
import { Moment } from '../../python/moment.ts'
import type { AgateType } from './data-type.ts'

export interface TableColumn {
  readonly name: string
  readonly type: AgateType
}

/** A table that a template made of others. */
export interface TableContent {
  readonly kind: 'content'
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Value[])[]
  /** What rows can be asked for by; pivoted tables have such names. */
  readonly rowNames?: readonly Value[] | undefined
}

const SQL_TYPES: Readonly<Record<AgateType, string>> = {
  Boolean: 'BOOLEAN',
  Integer: 'BIGINT',
  Number: 'DOUBLE',
  Date: 'DATE',
  DateTime: 'TIMESTAMP',
  TimeDelta: 'INTERVAL',
  Text: 'VARCHAR',
}

/** The table for whoever knows SQL's types only. */
export function toSqlTable({ columns, rows }: TableContent): SqlTable {
  return {
    columns: columns.map(({ name, type }) => ({ name, type: SQL_TYPES[type] })),
    rows: rows.map((row) => row.map(toSqlValue)),
  }
}

function toSqlValue(value: Value): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return BigInt(value)
  if (typeof value === 'bigint') return value
  if (value instanceof Float) return value.value
  if (value instanceof Decimal) return { kind: 'decimal', text: value.toText() }
  if (value instanceof Moment) {
    const kind = value.kind === 'datetime' ? (value.zone ? 'timestamptz' : 'timestamp') : value.kind
    return { kind, text: value.isoFormat('T') }
  }
  return toText(value)
}

/** Names that columns can stand side by side under: `a`, `a_2`; a column without a name gets a letter. */
export function uniqueNames(names: readonly Value[]): string[] {
  const given: string[] = []
  for (const [index, value] of names.entries()) {
    if (value !== null && typeof value !== 'string')
      raise('ValueError', 'the name of a column is text')
    const name = value === null || value === '' ? letterName(index) : value
    let unique = name
    for (let count = 2; given.includes(unique); count++) unique = `${name}_${count}`
    given.push(unique)
  }
  return given
}

function letterName(index: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (index % 26))
  return letter.repeat(Math.floor(index / 26) + 1)
}
