import type { Connection, Dialect, SqlValue } from '@btn/adapter'

/** What the values of a column have in common. */
export interface ColumnFacts {
  readonly name: string
  readonly type: string
  readonly isNeverNull: boolean
  readonly isUnique: boolean
  /** All of them, where they are few and come again and again. */
  readonly values: readonly string[] | undefined
  readonly isNumber: boolean
  readonly isNeverNegative: boolean
  /** A shape that all texts have: `c[0-9]{5}`. */
  readonly pattern: string | undefined
}

export interface FileFacts {
  /** Where it is no comma. */
  readonly delimiter: string | undefined
  readonly columns: readonly ColumnFacts[]
}

const MOST_VALUES = 12
/** Fewer rows tell nothing of what comes. */
const LEAST_ROWS = 5

/** Reads the files once for each column. */
export async function readFacts(
  connection: Connection,
  dialect: Dialect,
  { path, shown }: { readonly path: string; readonly shown: string },
): Promise<FileFacts> {
  const literal = dialect.literal(path)
  const kind = /\.(json|jsonl|ndjson|parquet)(?:\.gz|\.zst)?$/i.exec(shown)?.[1]?.toLowerCase()
  const isText = kind === undefined
  const source = isText
    ? `read_csv(${literal}, union_by_name = true, sample_size = -1)`
    : kind === 'parquet'
      ? `read_parquet(${literal}, union_by_name = true)`
      : `read_json(${literal}, union_by_name = true)`
  const described = await connection.query(`describe select * from ${source}`)
  const columns: ColumnFacts[] = []
  for (const [name, type] of described.rows) {
    columns.push(
      await readColumn(connection, dialect, { source, name: String(name), type: String(type) }),
    )
  }
  return {
    delimiter: isText ? await findDelimiter(connection, dialect.literal(shown)) : undefined,
    columns,
  }
}

async function findDelimiter(connection: Connection, literal: string): Promise<string | undefined> {
  const { rows } = await connection.query(`select delimiter from sniff_csv(${literal})`)
  const found = String(rows[0]?.[0] ?? ',')
  return found === ',' || found === '' ? undefined : found
}

interface Column {
  readonly source: string
  readonly name: string
  readonly type: string
}

async function readColumn(
  connection: Connection,
  dialect: Dialect,
  { source, name, type }: Column,
): Promise<ColumnFacts> {
  const column = dialect.quote(name)
  const isNumber = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|DOUBLE|FLOAT|DECIMAL)/.test(type)
  const isText = type === 'VARCHAR'
  const { rows } = await connection.query(
    `select count(*), count(${column}), count(distinct ${column}), ` +
      `${isNumber ? `min(${column}) >= 0` : 'false'}, ` +
      `${isText ? `list(distinct regexp_replace(regexp_replace(${column}, '[0-9]', '9', 'g'), '[a-z]', 'a', 'g')) filter (${column} is not null)` : 'null'} ` +
      `from ${source}`,
  )
  const [all = 0n, filled = 0n, distinct = 0n, isPositive, shapes] = rows[0] ?? []
  const [count, kinds] = [Number(filled), Number(distinct)]
  const isFew =
    isText && kinds > 0 && kinds <= MOST_VALUES && count >= LEAST_ROWS && kinds * 3 <= count
  const values = isFew
    ? await connection.query(
        `select distinct ${column} from ${source} where ${column} is not null order by 1`,
      )
    : undefined
  return {
    name,
    type,
    isNeverNull: filled === all && count > 0,
    isUnique: count >= LEAST_ROWS && kinds === count && /(^|_)(id|key|uuid|code)$/i.test(name),
    values: values?.rows.map(([value]) => String(value)),
    isNumber,
    isNeverNegative: isPositive === true,
    pattern: isFew || count < LEAST_ROWS ? undefined : patternOf(shapes),
  }
}

/** `c00012` and its like have one shape, in which letters stand for themselves. */
function patternOf(shapes: SqlValue | undefined): string | undefined {
  if (typeof shapes !== 'object' || shapes?.kind !== 'list' || shapes.items.length !== 1)
    return undefined
  const shape = String(shapes.items[0])
  if (!/^[\w-]{1,40}$/.test(shape) || !shape.includes('9')) return undefined
  return shape
    .replaceAll(/9+/g, (digits) => `[0-9]{${digits.length}}`)
    .replaceAll(/(?<!\[0-9\]\{\d*)a+/g, (letters) => `[a-z]{${letters.length}}`)
}
