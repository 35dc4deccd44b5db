import { DatabaseError, type Connection, type Relation, type RelationSize } from '@btn/adapter'
import { duckdbDialect } from './dialect.ts'

/** Files that are not reached within this time have no size: whoever asks waits for pages, not for figures. */
const MOST_MILLISECONDS = 2000
/** Rows of larger files are not counted where that takes reading them. */
const MOST_BYTES_READ = 32_000_000

/** How many rows and bytes the files hold that views give as they are. Nothing of views over anything else, nor of files on other machines. */
export async function listFileSizes(
  connection: Connection,
  views: readonly Relation[],
): Promise<readonly RelationSize[]> {
  const end = performance.now() + MOST_MILLISECONDS
  const queries = await listQueries(connection)
  const found: RelationSize[] = []
  for (const relation of views) {
    if (performance.now() > end) break
    const read = readOf(queries.get(keyOf(relation.database ?? '', relation.schema, relation.name)))
    const size = read && (await measure(connection, relation, read))
    if (size) found.push(size)
  }
  return found
}

const keyOf = (...names: readonly string[]): string => names.join('\0').toLowerCase()

async function listQueries(connection: Connection): Promise<ReadonlyMap<string, string>> {
  const { rows } = await connection.query(
    'select database_name, schema_name, view_name, sql from duckdb_views() where not internal and not temporary',
  )
  return new Map(
    rows.map(([database, schema, view, sql]) => [
      keyOf(String(database), String(schema), String(view)),
      String(sql),
    ]),
  )
}

/** What a view reads. */
interface FileRead {
  /** A path or a pattern, as SQL writes it. */
  readonly location: string
  readonly isParquet: boolean
  /** Not all rows of the files: those of an empty model have one to carry the columns. */
  readonly isFiltered: boolean
}

/** The engine writes what it keeps always the same way. */
const read = / AS SELECT \* FROM read_(\w+)\(('(?:[^']|'')*')(.*)$/s

function readOf(sql = ''): FileRead | undefined {
  const [, reader, location = '', rest = ''] = read.exec(sql) ?? []
  if (reader === undefined || location.includes('://')) return undefined
  return { location, isParquet: reader === 'parquet', isFiltered: rest.includes(' WHERE ') }
}

async function measure(
  connection: Connection,
  relation: Relation,
  file: FileRead,
): Promise<RelationSize | undefined> {
  const ask = async (sql: string): Promise<readonly number[]> => {
    const { rows } = await connection.query(sql)
    return rows[0]?.map(Number) ?? []
  }
  try {
    const [files = 0, bytes = 0] = await ask(
      `select count(*), sum(size) from read_blob(${file.location})`,
    )
    const size = { relation, bytes, files }
    const count = countOf(relation, file, bytes)
    if (count === undefined) return size
    const [rows = 0] = await ask(count)
    return { ...size, rows }
  } catch (error) {
    // They may be gone, or written anew just now.
    if (error instanceof DatabaseError) return undefined
    throw error
  }
}

/** Parquet files say themselves how many rows they have. */
function countOf(relation: Relation, file: FileRead, bytes: number): string | undefined {
  if (file.isParquet && !file.isFiltered)
    return `select sum(num_rows) from parquet_file_metadata(${file.location})`
  return bytes > MOST_BYTES_READ
    ? undefined
    : `select count(*) from ${duckdbDialect.name(relation)}`
}
