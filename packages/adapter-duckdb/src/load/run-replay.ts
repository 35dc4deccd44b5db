import type { Connection, ReplayOutcome, ReplayRequest } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import { trimSql } from './clean-sql.ts'
import { countAll, countMasked } from './count-rows.ts'
import { explainError } from './explain-error.ts'
import { judgeRows, mark } from './judge-rows.ts'
import { RESTORED, restoreRaw } from './keep-raw.ts'
import { keepTokens } from './keep-tokens.ts'
import { createLayout, rawFields, type LineageColumn } from './layout.ts'
import { FILE, fillDate, instantLiteral, literal, quote } from './names.ts'
import { yearOf } from './plan-load.ts'
import { addColumns, findExisting, fillTable, type Existing } from './publish.ts'
import { isGood, listReasons } from './reasons.ts'
import type { LoadTools } from './run-load.ts'
import { createStage, dropPrivate, fillStage, type Stage } from './stage.ts'
import type { Branch, StagePlan } from './stage-sql.ts'
import { inTransaction } from './transaction.ts'

// Rows that were rejected are read from the quarantine as if it were a file: the same contract, without the files.

/** Columns that a replayed row brings along: where it is in the quarantine, and where it came from. */
const KEPT = {
  id: '_btn_id',
  file: '_btn_old_file',
  line: '_btn_old_line',
  load: '_btn_old_load',
} as const

interface Replay {
  readonly connection: Connection
  readonly request: ReplayRequest
  readonly stage: Stage
  readonly existing: Existing | undefined
}

/** See `Loader.replay`. */
export async function runReplay(
  { catalog, lists }: LoadTools,
  connection: Connection,
  request: ReplayRequest,
): Promise<ReplayOutcome> {
  const stage = createStage({ kind: 'temporary' }, planReplay(request), [])
  const existing = await findExisting(catalog, connection, request.relation)
  await dropPrivate(connection, stage.place)
  const { privacy } = request
  try {
    if (privacy?.restoreRaw) await restoreRaw(connection, await privacy.restoreRaw())
    await fillStage(connection, stage, lists)
    await keepTokens(connection, stage, { privacy, isDryRun: false })
    await judge({ connection, request, stage, existing })
    const counts = await countAll(connection, stage)
    const { rowsRead, rowsLoaded, duplicateRows, duplicateKeys } = counts
    const duplicates = {
      ...(duplicateRows > 0 && { duplicate_row: duplicateRows }),
      ...(duplicateKeys > 0 && { duplicate_key: duplicateKeys }),
    }
    const reasons = { ...counts.reasons, ...duplicates }
    const masked = await countMasked(connection, stage)
    const outcome: ReplayOutcome = { rowsTried: rowsRead, rowsLoaded, reasons, masked }
    await publish({ connection, request, stage, existing }, outcome)
    return outcome
  } catch (error) {
    throw await explainError(connection, { request, stage }, error)
  } finally {
    await dropPrivate(connection, stage.place)
  }
}

function planReplay(request: ReplayRequest): StagePlan {
  const { contract } = request
  const layout = createLayout(request, { added: [], extras: [] })
  const fill = (sql: string) => fillDate(sql, request.date)
  const fields = rawFields(layout).map((name) => [name, `raw[${literal(name)}]`] as const)
  const values = fields.map(([name, text]) => [
    name,
    contract.text === 'trim' ? trimSql(text) : text,
  ])
  const pending = 'replayed_at is null and superseded_at is null and raw is not null'
  const which = request.where === undefined ? '' : ` and (${request.where})`
  const branch: Branch = {
    from: `(select rowid as id, * from ${rowsOf(request)} where ${pending}${which})`,
    carried: {
      [FILE]: '0',
      [KEPT.id]: 'id',
      [KEPT.file]: 'file',
      [KEPT.line]: 'line_number',
      [KEPT.load]: 'load_id',
    },
    raw: Object.fromEntries(fields),
    values: Object.fromEntries(values),
    isAsRead: false,
  }
  return {
    layout,
    branches: [branch],
    contract,
    reasons: listReasons(request, layout, { fill, hasJson: false }),
    context: { fill, year: yearOf(request) },
    lineage: (column) => lineageSql(column, request),
  }
}

/** The quarantine; with its rows as they were read, where they were kept like that. */
function rowsOf({ from, privacy }: ReplayRequest): string {
  const table = duckdbDialect.name(from)
  if (!privacy?.restoreRaw) return table
  return `(select kept.rowid, kept.* replace (restored.raw as raw) from ${table} as kept join ${RESTORED} as restored using (load_id, line_number))`
}

/** A row that comes late says where it came from, not that it came late. */
function lineageSql({ kind }: LineageColumn, { loadedAt }: ReplayRequest): string {
  if (kind === 'loaded_at') return instantLiteral(loadedAt)
  return { file: KEPT.file, line: KEPT.line, load_id: KEPT.load }[kind]
}

/** Rows that the table has already must not come a second time; they stay where they are. */
async function judge({ connection, request, stage, existing }: Replay): Promise<void> {
  const table = duckdbDialect.name(request.relation)
  await judgeRows(connection, stage, existing && table)
  const { dedupe } = request.contract
  if (!existing || !dedupe || request.strategy.kind === 'upsert') return
  const known = (columns: readonly string[]) => {
    const isSame = columns.map((it) => `ours.${quote(it)} is not distinct from theirs.${quote(it)}`)
    return `select ours.rowid from ${stage.name} as ours semi join ${table} as theirs on ${isSame.join(' and ')}`
  }
  if (dedupe.key) await mark(connection, stage, 'duplicate-key', known(dedupe.key))
  if (!dedupe.rows) return
  const names = stage.plan.layout.columns.map(({ name }) => name)
  const compared = names.filter((name) => !dedupe.ignore.includes(name))
  await mark(connection, stage, 'duplicate-row', known(compared))
}

async function publish(
  { connection, request, stage, existing }: Replay,
  outcome: ReplayOutcome,
): Promise<void> {
  const { relation, from, replayedAt, strategy } = request
  const replayed = `select ${KEPT.id} from ${stage.name} where ${isGood(stage.plan.reasons)}`
  const statements = [
    ...addColumns(relation, stage, existing),
    fillTable({ relation, strategy }, stage),
    `update ${duckdbDialect.name(from)} set replayed_at = ${instantLiteral(replayedAt)} where rowid in (${replayed})`,
    ...request.beforeCommit(outcome),
  ]
  await inTransaction(connection, statements, () => Promise.resolve())
}
