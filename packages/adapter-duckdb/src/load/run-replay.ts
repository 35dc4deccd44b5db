import type { Connection, ReplayOutcome, ReplayRequest } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import { trimSql } from './clean-sql.ts'
import { countAll, countMasked } from './count-rows.ts'
import { explainError } from './explain-error.ts'
import { fillTable } from './fill-table.ts'
import { judgeRows, mark, overwrittenRows } from './judge-rows.ts'
import { RESTORED, restoreRaw } from './keep-raw.ts'
import { keepTokens } from './keep-tokens.ts'
import { createLayout, rawFields, type LineageColumn } from './layout.ts'
import { FILE, fillDate, instantLiteral, literal, LOAD_ID, quote } from './names.ts'
import { yearOf } from './plan-load.ts'
import { addColumns, findExisting, type Existing } from './publish.ts'
import { isGood, listReasons } from './reasons.ts'
import type { LoadTools } from './run-load.ts'
import { overlaid } from './mends.ts'
import { addMissing } from './quarantine-table.ts'
import { READ_AGAIN, readTexts } from './replay-texts.ts'
import { createStage, dropPrivate, fillStage, type Stage } from './stage.ts'
import type { Branch, StagePlan } from './stage-sql.ts'
import { executeAll, inTransaction } from './transaction.ts'

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
  tools: LoadTools,
  connection: Connection,
  request: ReplayRequest,
): Promise<ReplayOutcome> {
  const stage = stageOf(request)
  try {
    return await tryRows(tools, { connection, request, stage }, (work) =>
      inTransaction(connection, work),
    )
  } catch (error) {
    throw await explainError(connection, { request, stage }, error)
  } finally {
    await dropPrivate(connection, stage.place)
  }
}

/** The same as a part of a transaction that is open; who began it undoes it when this fails. */
export async function replayWithin(
  tools: LoadTools,
  connection: Connection,
  request: ReplayRequest,
): Promise<ReplayOutcome> {
  const stage = stageOf(request)
  const outcome = await tryRows(tools, { connection, request, stage }, (work) => work())
  await dropPrivate(connection, stage.place)
  return outcome
}

/** What a replay would come to; nothing is changed. */
export async function tryReplay(
  tools: LoadTools,
  connection: Connection,
  request: ReplayRequest,
): Promise<ReplayOutcome> {
  const stage = stageOf(request)
  const outcome = await tryRows(tools, { connection, request, stage }, () => Promise.resolve())
  await dropPrivate(connection, stage.place)
  return outcome
}

function stageOf(request: ReplayRequest): Stage {
  return createStage({ kind: 'temporary' }, planReplay(request), [])
}

async function tryRows(
  { catalog, lists }: LoadTools,
  { connection, request, stage }: Omit<Replay, 'existing'>,
  commit: (work: () => Promise<void>) => Promise<void>,
): Promise<ReplayOutcome> {
  const existing = await findExisting(catalog, connection, request.relation)
  const replay = { connection, request, stage, existing }
  const { privacy } = request
  await dropPrivate(connection, stage.place)
  await addMissing(connection, request.from)
  if (privacy?.restoreRaw) await restoreRaw(connection, await privacy.restoreRaw())
  await readTexts(connection, request, pendingSql(request))
  await fillStage(connection, stage, lists)
  await judge(replay)
  await keepTokens(connection, stage, { privacy, isDryRun: false })
  const outcome = await outcomeOf(connection, stage)
  if (outcome.rowsTried > 0) await commit(() => publish(replay, outcome))
  return outcome
}

async function outcomeOf(connection: Connection, stage: Stage): Promise<ReplayOutcome> {
  const counts = await countAll(connection, stage)
  const { rowsRead, rowsLoaded, duplicateRows, duplicateKeys } = counts
  const duplicates = {
    ...(duplicateRows > 0 && { duplicate_row: duplicateRows }),
    ...(duplicateKeys > 0 && { duplicate_key: duplicateKeys }),
  }
  const reasons = { ...counts.reasons, ...duplicates }
  const masked = await countMasked(connection, stage)
  return { rowsTried: rowsRead, rowsLoaded, reasons, masked }
}

function planReplay(request: ReplayRequest): StagePlan {
  const { contract } = request
  const layout = createLayout(request, { added: [], extras: [] })
  const fill = (sql: string) => fillDate(sql, request.date)
  const fields = rawFields(layout).map((name) => [name, `raw[${literal(name)}]`] as const)
  const values = fields.map(([name, text]) => {
    const fallback = layout.columns.find((column) => column.name === name)?.fallback
    const trimmed = contract.text === 'trim' ? trimSql(text) : text
    return [name, fallback === undefined ? trimmed : dateSql(trimmed, fallback)]
  })
  const branch: Branch = {
    from: `(select rowid as id, * from ${rowsOf(request)} where raw is not null and ${pendingSql(request)} order by load_id, line_number)`,
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

/** Files need not say which date they are of; a row that was rejected because it said something else is judged by what it says. */
function dateSql(text: string, fallback: string): string {
  const isOther = `list_has_any(reasons, ['other_partition'])`
  return `case when ${isOther} then ${text} else coalesce(${text}, (${fallback})::varchar) end`
}

/** Rows that wait, of those that are wanted. */
function pendingSql({ where }: ReplayRequest): string {
  const which = where === undefined ? '' : ` and (${where})`
  return `replayed_at is null and superseded_at is null${which}`
}

/** The quarantine; with its rows as they were read, where they were kept like that, or were mended. */
function rowsOf({ from, privacy }: ReplayRequest): string {
  const table = duckdbDialect.name(from)
  const raw = (read: string): string => `${overlaid(read, 'kept.mended')} as raw`
  if (!privacy?.restoreRaw)
    return `(select kept.rowid, kept.* replace (${raw('coalesce(kept.raw, texts.raw)')}) from ${table} as kept left join ${READ_AGAIN} as texts on texts.id = kept.rowid)`
  return `(select kept.rowid, kept.* replace (${raw('restored.raw')}) from ${table} as kept join ${RESTORED} as restored using (load_id, line_number))`
}

/** A row that comes late says where it came from, not that it came late. */
function lineageSql({ kind }: LineageColumn, { loadedAt }: ReplayRequest): string {
  if (kind === 'loaded_at') return instantLiteral(loadedAt)
  return { file: KEPT.file, line: KEPT.line, load_id: KEPT.load }[kind]
}

/** Rows that the table has already must not come a second time; they stay where they are. */
async function judge({ connection, request, stage, existing }: Replay): Promise<void> {
  const table = duckdbDialect.name(request.relation)
  const { strategy } = request
  await judgeRows(connection, stage, strategy.kind === 'upsert' ? undefined : existing && table)
  if (strategy.kind === 'upsert')
    return judgeUpsert({ connection, request, stage, existing }, strategy.key)
  const { dedupe } = request.contract
  if (!existing || !dedupe) return
  // Duplicates are sought where the rows would have come: in their partition.
  const rivals =
    strategy.kind === 'partition'
      ? `(from ${table} where ${quote(strategy.column)} is not distinct from (${strategy.value}))`
      : table
  const known = (columns: readonly string[]) => {
    const isSame = columns.map((it) => `ours.${quote(it)} is not distinct from theirs.${quote(it)}`)
    return `select ours.rowid from ${stage.name} as ours semi join ${rivals} as theirs on ${isSame.join(' and ')}`
  }
  if (dedupe.key) await mark(connection, stage, 'duplicate-key', known(dedupe.key))
  if (!dedupe.rows) return
  const names = stage.plan.layout.columns.map(({ name }) => name)
  const compared = names.filter((name) => !dedupe.ignore.includes(name))
  await mark(connection, stage, 'duplicate-row', known(compared))
}

/** A key has one row: of those that are tried the last one that was read, if the table has none that came later. */
async function judgeUpsert(
  { connection, request, stage, existing }: Replay,
  key: readonly string[],
): Promise<void> {
  if (existing) {
    const isLater = isFresher(existing)
    await mark(connection, stage, 'duplicate-key', sameKey(stage, request, { key, isLater }))
  }
  const last = `${KEPT.load} desc, ${KEPT.line} desc`
  await mark(connection, stage, 'duplicate-key', overwrittenRows(stage, key, last))
}

/** SQL: a row of the table came with the same load or a later one. Where the lines are known, those of one file are compared. */
function isFresher({ columns }: Existing): string {
  if (!columns.includes(LOAD_ID)) return 'true'
  const later = `coalesce(theirs.${LOAD_ID} > ours.${KEPT.load}, true)`
  const same = `theirs.${LOAD_ID} = ours.${KEPT.load}`
  if (!columns.includes('_line')) return `(${later} or ${same})`
  return `(${later} or (${same} and theirs._line > ours.${KEPT.line}))`
}

interface KeyMatch {
  readonly key: readonly string[]
  /** SQL over `ours`, the stage, and `theirs`, the table. */
  readonly isLater: string
}

function sameKey(
  stage: Stage,
  { relation }: ReplayRequest,
  { key, isLater }: KeyMatch,
  column = 'rowid',
): string {
  const isSame = key.map((it) => `ours.${quote(it)} = theirs.${quote(it)}`).join(' and ')
  const table = duckdbDialect.name(relation)
  return `select ours.${column} from ${stage.name} as ours semi join ${table} as theirs on ${isSame} and ${isLater}`
}

/** A later load brought the key again: a row that waits for it will never be wanted. */
function supersedeSql({ request, stage, existing }: Replay): readonly string[] {
  const { strategy, from, replayedAt } = request
  if (strategy.kind !== 'upsert' || !existing?.columns.includes(LOAD_ID)) return []
  const isLater = `theirs.${LOAD_ID} > ours.${KEPT.load}`
  const late = sameKey(stage, request, { key: strategy.key, isLater }, KEPT.id)
  return [
    `update ${duckdbDialect.name(from)} set superseded_at = ${instantLiteral(replayedAt)} where rowid in (${late})`,
  ]
}

async function publish(
  { connection, request, stage, existing }: Replay,
  outcome: ReplayOutcome,
): Promise<void> {
  const { relation, from, replayedAt, strategy } = request
  const replayed = `select ${KEPT.id} from ${stage.name} where ${isGood(stage.plan.reasons)}`
  const rows = outcome.rowsLoaded
  await executeAll(connection, [
    ...supersedeSql({ connection, request, stage, existing }),
    ...addColumns(relation, stage, existing),
  ])
  await fillTable(connection, { relation, strategy, rows }, { stage, existing })
  await executeAll(connection, [
    `update ${duckdbDialect.name(from)} set replayed_at = ${instantLiteral(replayedAt)} where rowid in (${replayed})`,
    ...request.beforeCommit(outcome),
  ])
}
