import type { Connection, LoadRequest, MendRequest, Relation } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import { instantLiteral, list, literal } from './names.ts'
import { addMissing } from './quarantine-table.ts'

// What a row should have said stands beside what it says: when its file is loaded anew and the row is rejected again, it is known by that.

/** See `Loader.mend`. */
export async function mendRows(
  connection: Connection,
  { from, where, change, mendedAt }: MendRequest,
): Promise<void> {
  await addMissing(connection, from)
  await connection.execute(
    `update ${duckdbDialect.name(from)} set ${changeSql(change)}, mended_at = ${instantLiteral(mendedAt)} where ${where}`,
  )
}

function changeSql(change: MendRequest['change']): string {
  if (typeof change === 'string') return `mended_text = ${literal(change)}`
  const names = list(Object.keys(change).map((it) => literal(it)))
  const texts = list(Object.values(change).map((it) => literal(it)))
  return `mended = ${overlaid('mended', `map([${names}], [${texts}])`)}`
}

/** SQL: a map with the entries of another one over its own; NULL where neither is there. */
export function overlaid(map: string, over: string): string {
  const [ours, theirs] = [map, over].map((it) => `coalesce(${it}, map {}::map(varchar, varchar))`)
  return `case when coalesce(${map}, ${over}) is not null then map_concat(${ours}, ${theirs}) end`
}

/** Whether anything was ever mended: most tables pay for nothing more. */
export async function hasMends(connection: Connection, table: Relation): Promise<boolean> {
  const { rows } = await connection.query(
    `select 1 from ${duckdbDialect.name(table)} where mended_at is not null limit 1`,
  )
  return rows.length > 0
}

type Load = Pick<LoadRequest, 'files' | 'date' | 'columns'>

/** The rows of a load that are mended, and wait. */
export function mendedRows(load: Load): string {
  return `mended_at is not null and load_id in (${idsOf(load)})`
}

/**
 * The statement that gives rejected rows the mends of an earlier load of their file: to the row at the same line, or, where lines have moved, to
 * the rows that say the same, in order. Of what is masked only the line tells.
 */
export function carryMends(table: Relation, load: Load): string {
  const name = duckdbDialect.name(table)
  const ids = idsOf(load)
  const partition = `partition is not distinct from ${literal(load.date ?? null)}`
  const fresh = `select rowid as id, file, line_number, ${SAID} as said from ${name} where load_id in (${ids})`
  const newest = `load_id = max(load_id) over (partition by file, said)`
  const earlier =
    `select file, line_number, said, mended, mended_text, mended_at from (select *, ${SAID} as said from ${name} ` +
    `where mended_at is not null and ${isKnown(load)} and ${partition} and load_id not in (${ids})) qualify ${newest}`
  const there = `select id, earlier.* from fresh join earlier using (file, line_number, said)`
  const ranked = (from: string, isTaken: string): string =>
    `select *, row_number() over (partition by file, said order by line_number) as place from ${from} where not exists (from there where ${isTaken})`
  const moved =
    `select ours.id, theirs.* exclude (place) from (${ranked('fresh', 'there.id = fresh.id')}) as ours ` +
    `join (${ranked('earlier', 'there.file = earlier.file and there.line_number = earlier.line_number')}) as theirs using (file, said, place)`
  const isMasked = load.columns.some(({ protect }) => protect)
  const found = isMasked ? 'from there' : `from there union all by name ${moved}`
  return (
    `update ${name} as q set mended = found.mended, mended_text = found.mended_text, mended_at = found.mended_at from (` +
    `with fresh as (${fresh}), earlier as (${earlier}), there as (${there}) ${found}) as found where q.rowid = found.id`
  )
}

/** What a row says, whatever its columns were called then. */
const SAID = `coalesce(raw_text, list_sort(list_filter(map_entries(raw), lambda it: it.value is not null))::varchar)`

/** Whether the table has what was mended: a mend of a column that is called otherwise by now would do half of what it says. */
function isKnown({ columns }: Load): string {
  if (columns.length === 0) return 'true'
  const names = list(columns.map(({ name }) => literal(name)))
  return `(mended is null or list_has_all([${names}], map_keys(mended)))`
}

function idsOf({ files }: Load): string {
  return list(files.map(({ loadId }) => String(loadId)))
}
