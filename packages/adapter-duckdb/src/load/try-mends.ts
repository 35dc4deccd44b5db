import type { Connection, LoadOutcome, LoadRequest, Relation } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import type { HeaderMatch } from './files/inspection.ts'
import { carryMends, mendedRows } from './mends.ts'
import { list, quote } from './names.ts'
import { columnNames } from './fill-table.ts'
import { findExisting } from './publish.ts'
import { keepRejected } from './quarantine-table.ts'
import { isGood } from './reasons.ts'
import type { LoadTools } from './run-load.ts'
import { tryReplay } from './run-replay.ts'
import type { Stage } from './stage.ts'

// For a dry run: what a load would do with rejected rows that were mended before, over temporary copies of what it would change.

export interface Tried {
  readonly request: LoadRequest
  /** With all columns of the rows. */
  readonly stage: Stage
  readonly matches: readonly HeaderMatch[]
  /** A query of the rows that the load would leave in the table. */
  readonly kept: string | undefined
}

const temporary = (name: string): Relation => ({ database: 'temp', schema: 'main', name })
const QUARANTINE = temporary('btn_tried_quarantine')
const TABLE = temporary('btn_tried_table')

/** The stage is not what it was afterwards. */
export async function tryMends(
  tools: LoadTools,
  connection: Connection,
  { request, stage, matches, kept }: Tried,
): Promise<Pick<LoadOutcome, 'mended'>> {
  const { mended, quarantine, loadedAt: replayedAt, ...rest } = request
  const { table } = quarantine
  const found = table && (await findExisting(tools.catalog, connection, table))
  if (!mended || !table || !found?.columns.includes('mended_at')) return {}
  const copy = duckdbDialect.name(QUARANTINE)
  await connection.execute(
    `create or replace temp table ${quote(QUARANTINE.name)} as from ${duckdbDialect.name(table)} where mended_at is not null`,
  )
  await connection.execute(keepRejected({ stage, matches }, QUARANTINE, request))
  await connection.execute(carryMends(QUARANTINE, request))
  // A replay makes a stage of the same name.
  await connection.execute(`alter table ${stage.name} rename to btn_tried_rows`)
  const loaded = `select ${list(columnNames(stage).map(quote))} from temp.btn_tried_rows where ${isGood(stage.plan.reasons)}`
  const rows = kept === undefined ? loaded : `${loaded} union all by name from ${kept}`
  await connection.execute(`create or replace temp view ${quote(TABLE.name)} as ${rows}`)
  try {
    const where = mendedRows(request)
    const replay = { ...rest, ...mended, relation: TABLE, from: QUARANTINE, where, quarantine }
    return {
      mended: await tryReplay(tools, connection, { ...replay, loadedAt: replayedAt, replayedAt }),
    }
  } finally {
    await connection.execute(
      `drop view ${quote(TABLE.name)}; drop table temp.btn_tried_rows; drop table ${copy}`,
    )
  }
}
