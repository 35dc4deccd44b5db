import type { Connection, LoadRequest, RawRow } from '@btn/adapter'
import { withLines } from './lines.ts'
import { BROKEN, FILE, literal, quote } from './names.ts'
import { bind } from './private-connection.ts'
import { protectSql } from './protect-sql.ts'
import { loadIdOf } from './quarantine-table.ts'
import { isRejected } from './reasons.ts'
import { textsScope } from './stage-sql.ts'
import type { Stage } from './stage.ts'

const ROWS_PER_PAGE = 20_000
const PLAIN = 'temp.__btn_plain'
/** Rejected rows that are about to be tried again, as they were read. */
export const RESTORED = 'temp.__btn_restored'

/** Hands over the rejected rows of a stage as they were read: the stage has what the policies made of them, so they are read a second time. */
export async function keepRaw(
  connection: Connection,
  stage: Stage,
  { privacy, files }: Pick<LoadRequest, 'privacy' | 'files'>,
): Promise<void> {
  if (!privacy?.keepRaw) return
  const ids = stage.files.map(({ path }) => loadIdOf({ files }, path))
  await connection.execute(`create or replace temp table __btn_plain as ${plainSql(stage)}`)
  try {
    await checkPlain(connection, stage)
    for (let first = 0; ; first += ROWS_PER_PAGE) {
      const { rows } = await connection.query(
        `select file, line, to_json(raw) from ${PLAIN} where rowid >= ${first} and rowid < ${first + ROWS_PER_PAGE}`,
      )
      if (rows.length === 0) break
      await privacy.keepRaw(
        rows.map(([file, line, raw]) => {
          const loadId = ids[Number(file)]
          if (loadId === undefined) throw new Error('a rejected row is of no file')
          return { loadId, line: Number(line), raw: String(raw) }
        }),
      )
    }
  } finally {
    await connection.execute(`drop table ${PLAIN}`)
  }
}

/** Rows are told by their place in the order of reading. */
function plainSql(stage: Stage): string {
  const { plan, files, name } = stage
  const { raw } = plan.layout
  const isJson = plan.branches.some(({ carried }) => BROKEN in carried)
  const found =
    `select rowid as _btn_at, ${quote(FILE)} from ${name} where ${isRejected(plan.reasons)}` +
    (isJson ? ` and ${BROKEN} is not true` : '')
  const all = `select row_number() over () - 1 as row_at, ${quote(raw)} as raw from (${textsScope(plan)})`
  return (
    `select row_at, ${quote(FILE)} as file, _btn_line as line, raw ` +
    `from (${withLines(files, found)}) join (${all}) on row_at = _btn_at`
  )
}

/** A row under the line of another one would be worse than none. */
async function checkPlain(
  connection: Connection,
  { name, plan: { layout } }: Stage,
): Promise<void> {
  const hidden = layout.columns.filter(({ protect }) => protect)
  const isSame = hidden.map(
    ({ name: column, protect }) =>
      `stage._btn_raw.${quote(column)} is not distinct from ${protect ? protectSql(protect, `plain.raw.${quote(column)}`) : 'null'}`,
  )
  const { rows } = await connection.query(
    `select count(*) from ${PLAIN} as plain join ${name} as stage on stage.rowid = plain.row_at where not (${isSame.join(' and ')})`,
  )
  if (Number(rows[0]?.[0]) > 0) throw new Error('rejected rows were read in another order')
}

/** The rows of a quarantine that a replay reads, in place of what the policies made of them. */
export async function restoreRaw(connection: Connection, rows: readonly RawRow[]): Promise<void> {
  await connection.execute(
    `create or replace temp table __btn_restored (load_id bigint, line_number bigint, raw map(varchar, varchar))`,
  )
  const shape = literal('[{"loadId":"BIGINT","line":"BIGINT","raw":"VARCHAR"}]')
  for (let first = 0; first < rows.length; first += ROWS_PER_PAGE) {
    const page = rows.slice(first, first + ROWS_PER_PAGE)
    const text = JSON.stringify(page.map((row) => ({ ...row, loadId: String(row.loadId) })))
    await bind(
      connection,
      `insert into ${RESTORED} select it.loadId, it.line, json_transform(it.raw, '"MAP(VARCHAR, VARCHAR)"') ` +
        `from (select unnest(from_json($1, ${shape})) as it)`,
      [text],
    )
  }
}
