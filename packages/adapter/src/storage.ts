import type { Dialect } from './dialect.ts'

/** What btn keeps in tables of its own, whatever the database calls it. */
export type StorageKind =
  'text' | 'integer' | 'number' | 'flag' | 'instant' | 'date' | 'json' | 'counts'

/** A value to be kept; `counts` are numbers by name. */
export type StorageValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | undefined
  | Date
  | Readonly<Record<string, number>>
  | object

/** How a database stores these kinds. */
export interface Storage {
  readonly types: Readonly<Record<StorageKind, string>>
  /** Numbers by name, as a value of the type of `counts`. */
  writeCounts(counts: Readonly<Record<string, number>>): string
}

/** Where a database has nothing better, counts are JSON. */
export const plainStorage: Storage = {
  types: {
    text: 'varchar',
    integer: 'bigint',
    number: 'double precision',
    flag: 'boolean',
    instant: 'timestamp with time zone',
    date: 'date',
    json: 'json',
    counts: 'json',
  },
  writeCounts: (counts) => `'${JSON.stringify(counts).replaceAll("'", "''")}'`,
}

/** A value as SQL. */
export function writeStored(dialect: Dialect, kind: StorageKind, value: StorageValue): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Date) {
    const text = kind === 'date' ? value.toISOString().slice(0, 10) : value.toISOString()
    return `${dialect.literal(text)}::${dialect.storage.types[kind]}`
  }
  if (kind === 'counts') return dialect.storage.writeCounts(value as Record<string, number>)
  if (kind === 'json') return dialect.literal(withoutNul(JSON.stringify(value)))
  if (typeof value === 'object') throw new Error(`an object is no ${kind}`)
  if (kind === 'date') return `${dialect.literal(value)}::date`
  return dialect.literal(typeof value === 'string' ? withoutNul(value) : value)
}

/** SQL cannot hold NUL; what is noted of a broken file may. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '␀')
}
