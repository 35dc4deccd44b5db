import type { Connection, ReplayRequest } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import { formatOfName } from './files/file-format.ts'
import { RecordScanner } from './files/scan/record-scanner.ts'
import type { Dialect } from './files/scan/dialect.ts'
import type { FoundRow } from './files/scan/scanner.ts'
import { splitFields } from './files/scan/split-fields.ts'
import { toDialect } from './files/to-dialect.ts'
import { list, literal } from './names.ts'
import { bind } from './private-connection.ts'

// A row that could not be taken apart is in the quarantine as a text. When that was mended, it is read again as a line of its file.

/** Rows of the quarantine whose text is a row by now: (id, raw). */
export const READ_AGAIN = 'temp.__btn_texts'

const ROWS_PER_PAGE = 5_000

/** Which rows are only a text: what was cut, or is no text in its encoding, is not the row. */
const isText =
  `raw is null and (mended_text is not null or raw_text is not null and not list_has_any(reasons, ['row_too_long']) ` +
  String.raw`and not (list_has_any(reasons, ['invalid_encoding']) and regexp_matches(raw_text, '\\x[89A-F][0-9A-F]|\x{FFFD}')))`

/** What the line says, or should have said. */
const TEXT = 'coalesce(mended_text, raw_text)'

/** Fills the table of rows that can be read by now. */
export async function readTexts(
  connection: Connection,
  request: ReplayRequest,
  pending: string,
): Promise<void> {
  await connection.execute(
    'create or replace temp table __btn_texts (id bigint, raw map(varchar, varchar))',
  )
  const waiting = `from ${duckdbDialect.name(request.from)} where ${isText} and ${pending}`
  await connection.execute(`insert into ${READ_AGAIN} ${objectsSql(request, waiting)}`)
  for (let last = -1n; ;) {
    const { rows } = await connection.query(
      `select rowid, file, to_json(raw_columns), ${TEXT} ${waiting} and raw_columns is not null and rowid > ${last} order by 1 limit ${ROWS_PER_PAGE}`,
    )
    if (rows.length === 0) return
    last = BigInt(String(rows.at(-1)?.[0]))
    await keep(
      connection,
      rows.flatMap(([id, file, names, text]) => {
        const dialect = dialectOf(request, String(file))
        const raw = readRecord(String(text), toNames(String(names)), dialect)
        return raw ? [{ id: String(id), raw: JSON.stringify(raw) }] : []
      }),
    )
  }
}

/** Objects of JSON, each key under the name of its column. */
function objectsSql({ columns, rename }: ReplayRequest, waiting: string): string {
  const pairs = columns.map(({ name }) => {
    const keys = [...Object.keys(rename).filter((key) => rename[key] === name), name]
    return { name: literal(name), text: `coalesce(${list(keys.map((it) => `o[${literal(it)}]`))})` }
  })
  const raw = `map([${list(pairs.map(({ name }) => name))}], [${list(pairs.map(({ text }) => text))}])`
  const object = `case when json_valid(${TEXT}) then case when json_type(${TEXT}) = 'OBJECT' then ${TEXT} end end`
  const read = `select rowid as id, from_json(${object}, '"MAP(VARCHAR, VARCHAR)"') as o ${waiting} and raw_columns is null`
  return `select id, ${raw} from (${read}) where o is not null`
}

function dialectOf({ form }: ReplayRequest, file: string): Dialect {
  const dialect = toDialect(form.format ?? formatOfName(file) ?? 'csv', form.options)
  return { ...dialect, hasHeader: true }
}

function toNames(json: string): readonly string[] {
  const names: unknown = JSON.parse(json)
  return Array.isArray(names) ? names.map(String) : []
}

/** The texts of a line by column; undefined while it is not one row with as many fields as its file has columns. */
export function readRecord(
  text: string,
  names: readonly string[],
  dialect: Dialect,
): Readonly<Record<string, string>> | undefined {
  const found: string[] = []
  let isWhole = true
  const scanner = new RecordScanner(dialect, {
    header: () => undefined,
    row: ({ window, start, end }: FoundRow) => found.push(window.text(start, end)),
    unreadable: () => (isWhole = false),
  })
  const header = names.map(() => 'x').join(Buffer.from(dialect.delimiter).toString())
  scanner.push(Buffer.from(`${header}\n${text}\n`))
  const open = scanner.finish()
  const [record] = found
  if (open || !isWhole || found.length !== 1 || record === undefined) return undefined
  const fields = splitFields(record, dialect)
  return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']))
}

async function keep(
  connection: Connection,
  rows: readonly { readonly id: string; readonly raw: string }[],
): Promise<void> {
  const shape = literal('[{"id":"BIGINT","raw":"VARCHAR"}]')
  await bind(
    connection,
    `insert into ${READ_AGAIN} select it.id, json_transform(it.raw, '"MAP(VARCHAR, VARCHAR)"') from (select unnest(from_json($1, ${shape})) as it)`,
    [JSON.stringify(rows)],
  )
}
