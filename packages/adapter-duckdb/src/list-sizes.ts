import { DatabaseError, type Connection, type Relation, type RelationSize } from '@btn/adapter'
import { duckdbDialect } from './dialect.ts'

/** Tables that are not reached within this time have no size: whoever asks waits for pages, not for figures. */
const MOST_MILLISECONDS = 2000

/** Rows as DuckDB counts them, and what the compressed data takes in the database's file. */
export async function listSizes(
  connection: Connection,
  database: string,
): Promise<readonly RelationSize[]> {
  const { rows } = await connection.query(
    `select schema_name, table_name, estimated_size from duckdb_tables()
    where lower(database_name) = lower(${text(database)}) and not internal and not temporary
    order by estimated_size desc, schema_name, table_name`,
  )
  const sizes = rows.map(([schema, name, size]): RelationSize => {
    const relation: Relation = {
      database,
      schema: String(schema),
      name: String(name),
      type: 'table',
    }
    return { relation, rows: Number(size) }
  })
  const bytes = await measure(connection, database, sizes)
  return sizes.map((it, at) => ({ ...it, ...(bytes[at] && { bytes: bytes[at] }) }))
}

const text = (value: string) => duckdbDialect.literal(value)

/** Where a piece of a table lies in the file. */
interface Segment {
  readonly table: number
  readonly offset: number
}

/** The bytes of each table. Small tables share blocks, so each gets what lies between its pieces and the next ones. */
async function measure(
  connection: Connection,
  database: string,
  tables: readonly RelationSize[],
): Promise<readonly number[]> {
  const bytes = tables.map(() => 0)
  const blockSize = await findBlockSize(connection, database)
  if (blockSize === undefined) return bytes
  const blocks = new Map<number, Segment[]>()
  const end = performance.now() + MOST_MILLISECONDS
  for (const [table, { relation }] of tables.entries()) {
    if (performance.now() > end) break
    for (const [block, offset, more] of await findSegments(connection, relation)) {
      bytes[table]! += more * blockSize
      const known = blocks.get(block)
      if (known) known.push({ table, offset })
      else blocks.set(block, [{ table, offset }])
    }
  }
  for (const segments of blocks.values()) {
    segments.sort((a, b) => a.offset - b.offset)
    segments.forEach(({ table, offset }, at) => {
      bytes[table]! += (segments[at + 1]?.offset ?? blockSize) - offset
    })
  }
  return bytes
}

/** Undefined for what is no file of DuckDB's own. */
async function findBlockSize(
  connection: Connection,
  database: string,
): Promise<number | undefined> {
  const { rows } = await connection.query(
    `select block_size from pragma_database_size() where lower(database_name) = lower(${text(database)})`,
  )
  const size = Number(rows[0]?.[0] ?? 0)
  return size > 0 ? size : undefined
}

type Found = readonly [block: number, offset: number, more: number]

/** Each place once, with the blocks that hold what did not fit there. Nothing of what lies only in memory or in the log. */
async function findSegments(connection: Connection, relation: Relation): Promise<readonly Found[]> {
  try {
    const { rows } = await connection.query(
      `select block_id, block_offset, max(len(coalesce(additional_block_ids, []))) from
      pragma_storage_info(${text(duckdbDialect.name(relation))}) where block_id >= 0 group by all`,
    )
    return rows.map(([block, offset, more]) => [Number(block), Number(offset), Number(more)])
  } catch (error) {
    // A table may be dropped meanwhile.
    if (error instanceof DatabaseError) return []
    throw error
  }
}
