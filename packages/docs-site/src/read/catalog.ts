import type { JsonObject, RelationInfo, Stat, StatsInfo } from '../data/index.ts'
import type { Entry } from './entries.ts'
import {
  entriesAt,
  isObject,
  numberAt,
  objectAt,
  settled,
  textAt,
  wordAt,
  type Draft,
} from './json.ts'

export interface CatalogColumn {
  readonly name: string
  readonly type: string
  readonly comment?: string
}

/** What the database has of a node. */
export interface CatalogTable {
  readonly type?: string
  readonly owner?: string
  readonly comment?: string
  /** In the order of the relation. */
  readonly columns: readonly CatalogColumn[]
  readonly stats: StatsInfo
}

export type Catalog = ReadonlyMap<string, CatalogTable>

/** By id of the node or source; empty where there is no catalogue. */
export function readCatalog(catalog: JsonObject | undefined): Catalog {
  const tables = [...entriesAt(catalog, 'nodes'), ...entriesAt(catalog, 'sources')]
  return new Map(tables.map(([id, json]) => [id, toTable(json)]))
}

function toTable(json: JsonObject): CatalogTable {
  const meta = objectAt(json, 'metadata')
  const columns = entriesAt(json, 'columns')
    .map(([name, it]) => ({ name, it, index: numberAt(it, 'index') ?? 0 }))
    .sort((a, b) => a.index - b.index)
    .map(({ name, it }) =>
      settled<CatalogColumn>({
        name: textAt(it, 'name') ?? name,
        type: textAt(it, 'type') ?? '',
        comment: textAt(it, 'comment'),
      }),
    )
  return settled<CatalogTable>({
    type: textAt(meta, 'type'),
    owner: textAt(meta, 'owner'),
    comment: textAt(meta, 'comment'),
    columns,
    stats: toStats(objectAt(json, 'stats')),
  })
}

/** Numbers of rows and bytes, under the names that dbt's adapters give them. */
const names: Readonly<Record<string, 'rows' | 'bytes'>> = {
  num_rows: 'rows',
  row_count: 'rows',
  rows: 'rows',
  num_bytes: 'bytes',
  bytes: 'bytes',
  size: 'bytes',
}

function toStats(json: JsonObject): StatsInfo {
  const draft: { rows?: number; bytes?: number } = {}
  const others: Stat[] = []
  for (const [id, stat] of Object.entries(json)) {
    if (!isObject(stat) || id === 'has_stats' || stat['include'] === false) continue
    const known = names[id]
    const number = numberAt(stat, 'value')
    if (known && number !== undefined) draft[known] = number
    else if (!known) others.push(...toStat(id, stat))
  }
  return { ...draft, others }
}

function toStat(id: string, stat: JsonObject): readonly Stat[] {
  const { value } = stat
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return []
  const description = textAt(stat, 'description')
  return [settled<Stat>({ label: textAt(stat, 'label') ?? id, value, description })]
}

/** What a node is, or would be, in the database. Nothing for what lies in none. */
export function relationOf(
  { kind, json }: Entry,
  table: CatalogTable | undefined,
): RelationInfo | undefined {
  const quoted = textAt(json, 'relation_name')
  const name = textAt(json, kind === 'source' ? 'identifier' : 'alias') ?? wordAt(json, 'name')
  if (!name || textAt(objectAt(json, 'config'), 'materialized') === 'ephemeral') return undefined
  const draft: Draft<RelationInfo> = {
    database: textAt(json, 'database'),
    schema: textAt(json, 'schema'),
    name,
    quoted,
    type: table?.type,
    owner: table?.owner,
    comment: table?.comment,
  }
  return settled<RelationInfo>(draft)
}
