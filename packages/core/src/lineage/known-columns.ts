import type { SqlColumn } from '@btn/adapter'
import type { Host } from '../host.ts'
import type { Column, Json, JsonObject, SourceTable } from '../types/index.ts'
import { isObject } from '../types/json.ts'

/** What is known of the columns of a relation that no query of the project makes. */
export interface KnownColumns {
  readonly columns: readonly SqlColumn[]
  /** True where there may be others: people wrote down what they cared for. */
  readonly isPartial: boolean
}

/** What the last `docs generate`, btn's or dbt's, found in the database, by node. */
export type CatalogColumns = ReadonlyMap<string, readonly SqlColumn[]>

/** Empty where there is no such file, or none that can be understood. */
export function readCatalogColumns(host: Pick<Host, 'readBytes'>, path: string): CatalogColumns {
  const bytes = host.readBytes(path)
  const catalog = bytes ? parseObject(new TextDecoder().decode(bytes)) : {}
  const found = new Map<string, readonly SqlColumn[]>()
  for (const part of [catalog['sources'], catalog['nodes']]) {
    if (!isObject(part)) continue
    for (const table of Object.values(part)) {
      if (!isObject(table) || typeof table['unique_id'] !== 'string') continue
      const columns = columnsOf(table['columns'])
      if (columns.length > 0) found.set(table['unique_id'], columns)
    }
  }
  return found
}

function columnsOf(value: Json | undefined): readonly SqlColumn[] {
  if (!isObject(value)) return []
  return Object.values(value)
    .filter(isObject)
    .sort((a, b) => Number(a['index']) - Number(b['index']))
    .flatMap(({ name, type }) =>
      typeof name === 'string' && typeof type === 'string' ? [{ name, type }] : [],
    )
}

function parseObject(text: string): JsonObject {
  try {
    const value: Json = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    // An artifact that somebody else is writing: the next command will find it.
    return {}
  }
}

/** What a source's own contract says: its load makes the table of just these columns. */
export function loadedColumns({ load, columns }: SourceTable): KnownColumns | undefined {
  if (!load || columns.size === 0) return undefined
  const named = [...columns.values()].map(({ name, dataType = 'varchar' }) => ({
    name,
    type: dataType,
  }))
  const has = (name: string) => named.some((it) => it.name.toLowerCase() === name.toLowerCase())
  const { strategy, lineage, drift } = load
  const partition =
    strategy.kind === 'partition' && !has(strategy.column)
      ? [{ name: strategy.column, type: 'date' }]
      : []
  const origin = [
    ...[...new Set(lineage)].map((it) => ({ name: `_${it}`, type: ORIGIN_TYPES[it] })),
    ...(strategy.kind === 'append' ? [{ name: '_load_id', type: 'bigint' }] : []),
  ]
  return { columns: [...named, ...partition, ...origin], isPartial: drift.extra === 'add' }
}

const ORIGIN_TYPES = { file: 'varchar', line: 'bigint', loaded_at: 'timestamptz' } as const

/** What properties declare, where they give each column a type. */
export function declaredColumns(columns: ReadonlyMap<string, Column>): KnownColumns | undefined {
  const typed = [...columns.values()].flatMap(({ name, dataType }) =>
    dataType === undefined ? [] : [{ name, type: dataType }],
  )
  return typed.length > 0 && typed.length === columns.size
    ? { columns: typed, isPartial: true }
    : undefined
}
