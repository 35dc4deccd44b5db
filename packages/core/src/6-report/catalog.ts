import type { SqlTable, SqlValue } from '@btn/adapter'
import type { Json, JsonObject, Manifest, Node, NodeId } from '../types/index.ts'

/** What `catalog.json` is made of. */
export interface CatalogParts {
  readonly tables: readonly SqlTable[]
  /** The nodes and sources that are wanted; undefined for all. */
  readonly selected: ReadonlySet<NodeId> | undefined
  readonly problems: readonly string[]
}

interface CatalogTable {
  readonly metadata: JsonObject
  readonly columns: Record<string, Json>
  readonly stats: JsonObject
}

type Row = ReadonlyMap<string, SqlValue>

/** `catalog.json` v1 but for its metadata: the relations of nodes and sources as the database has them. */
export function toCatalog(manifest: Manifest, parts: CatalogParts): JsonObject {
  const owners = findOwners(manifest)
  const nodes: Record<string, Json> = {}
  const sources: Record<string, Json> = {}
  for (const [key, table] of readTables(manifest, parts.tables)) {
    const { node, sources: ids = [] } = owners.get(key) ?? {}
    const isWanted = (id: NodeId): boolean => parts.selected?.has(id) ?? true
    if (node !== undefined && isWanted(node)) nodes[node] = { ...table, unique_id: node }
    for (const id of ids.filter(isWanted)) sources[id] = { ...table, unique_id: id }
  }
  return { nodes, sources, errors: parts.problems.length === 0 ? null : parts.problems }
}

interface Owners {
  readonly node?: NodeId
  readonly sources?: readonly NodeId[]
}

/** Of several nodes with one relation, the last has it; sources share. */
function findOwners({ nodes }: Manifest): ReadonlyMap<string, Owners> {
  const owners = new Map<string, Owners>()
  for (const node of [...nodes.values()].filter(isRelational)) {
    const key = keyOf(node.database, node.schema, nameOf(node))
    const known = owners.get(key) ?? {}
    const sources = known.sources ?? []
    owners.set(
      key,
      node.kind === 'source'
        ? { ...known, sources: [...sources, node.id] }
        : { ...known, node: node.id },
    )
  }
  return owners
}

type RelationalNode = Extract<Node, { readonly database: string }>

function isRelational(node: Node): node is RelationalNode {
  return 'database' in node
}

function nameOf(node: RelationalNode): string {
  return node.kind === 'source' ? node.identifier : node.alias
}

function keyOf(...parts: readonly string[]): string {
  return parts.map((part) => part.toLowerCase()).join('\0')
}

/** By key, in the order of the rows; what lies in schemas of nobody is left out. */
function readTables(
  { nodes }: Manifest,
  tables: readonly SqlTable[],
): ReadonlyMap<string, CatalogTable> {
  const relational = [...nodes.values()].filter(isRelational)
  const used = new Set(relational.map((it) => keyOf(it.database, it.schema)))
  const found = new Map<string, CatalogTable>()
  for (const row of tables.flatMap(toRows)) {
    const [database, schema, name] = placeOf(row)
    if (!used.has(keyOf(database, schema))) continue
    const key = keyOf(database, schema, name)
    let table = found.get(key)
    if (!table) found.set(key, (table = toTable(row)))
    addColumn(table, row)
  }
  return found
}

function toRows({ columns, rows }: SqlTable): readonly Row[] {
  return rows.map((cells) => new Map(columns.map(({ name }, at) => [name, cells[at] ?? null])))
}

function placeOf(row: Row): readonly [string, string, string] {
  const text = (name: string): string => String(row.get(name) ?? '')
  return [text('table_database'), text('table_schema'), text('table_name')]
}

function toTable(row: Row): CatalogTable {
  const metadata = {
    type: textOf(row, 'table_type') ?? '',
    schema: textOf(row, 'table_schema') ?? '',
    name: textOf(row, 'table_name') ?? '',
    database: textOf(row, 'table_database'),
    comment: textOf(row, 'table_comment'),
    owner: textOf(row, 'table_owner'),
  }
  return { metadata, columns: {}, stats: toStats(row) }
}

function addColumn({ columns }: CatalogTable, row: Row): void {
  const name = textOf(row, 'column_name') ?? ''
  columns[name] = {
    type: textOf(row, 'column_type') ?? '',
    index: Number(row.get('column_index') ?? 0),
    name,
    comment: textOf(row, 'column_comment'),
  }
}

function textOf(row: Row, name: string): string | null {
  const value = row.get(name) ?? null
  return value === null ? null : String(value)
}

/** Columns `stats:<id>:label` and so on, which an adapter or a macro of the project may add. */
function toStats(row: Row): JsonObject {
  const ids = new Set([...row.keys()].flatMap((name) => /^stats:([^:]+):/.exec(name)?.[1] ?? []))
  const stats: Record<string, Json> = {}
  for (const id of ids) {
    const at = (key: string): SqlValue => row.get(`stats:${id}:${key}`) ?? null
    if (at('include') !== true) continue
    const value = at('value')
    stats[id] = {
      id,
      label: String(at('label')),
      value: toStatistic(value),
      include: true,
      description: at('description') === null ? null : String(at('description')),
    }
  }
  const value = Object.keys(stats).length > 0
  const description = 'Indicates whether there are statistics for this table'
  stats['has_stats'] = { id: 'has_stats', label: 'Has Stats?', value, include: false, description }
  return stats
}

function toStatistic(value: SqlValue): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value
  return typeof value === 'bigint' ? Number(value) : String(value)
}
