import type { Catalog, Connection, FileOutcome, LoadOutcome, LoadRequest } from '@btn/adapter'
import { DiagnosticError, hasErrors, type Diagnostic } from '@btn/diagnostics'
import { duckdbDialect } from '../dialect.ts'
import { checkBefore } from './check-contract.ts'
import { countMasked, countRows, hasDropped } from './count-rows.ts'
import { explainError } from './explain-error.ts'
import type { FileInspection } from './files/inspection.ts'
import { judgeRows, mark, overwrittenRows } from './judge-rows.ts'
import type { PlainLists } from './keep-order.ts'
import { checkLimits } from './limits.ts'
import { setLines } from './lines.ts'
import { planLoad, type LoadPlan } from './plan-load.ts'
import {
  findExisting,
  isExchange,
  publishRows,
  removedRows,
  strip,
  type Existing,
} from './publish.ts'
import {
  discardFiles,
  publishFiles,
  writeQuarantine,
  type PendingFile,
} from './quarantine-files.ts'
import { keepRaw } from './keep-raw.ts'
import { keepTokens } from './keep-tokens.ts'
import { carryMends, hasMends, mendedRows } from './mends.ts'
import { createQuarantine, keepRejected, loadIdOf, supersedeRejected } from './quarantine-table.ts'
import { replayWithin } from './run-replay.ts'
import { tryMends } from './try-mends.ts'
import { collectRejected } from './rejected-rows.ts'
import { planTwice } from './read-twice.ts'
import { sampleRejected } from './sample.ts'
import { createStage, dropPrivate, fillStage, type Stage, type StagePlace } from './stage.ts'
import { ensure, executeAll, inTransaction } from './transaction.ts'

/** What loads of a database have in common. */
export interface LoadTools {
  readonly catalog: Catalog
  readonly lists: PlainLists
  /** Called after each step: where a test ends the process. */
  readonly onStep?: (step: LoadStep) => void
}

export type LoadStep =
  'staged' | 'judged' | 'quarantined' | 'stripped' | 'changed' | 'renamed' | 'done'

interface Load {
  readonly tools: LoadTools
  readonly connection: Connection
  readonly request: LoadRequest
  readonly plan: LoadPlan
  readonly stage: Stage
  readonly existing: Existing | undefined
}

/** See `Loader.load`. */
export async function runLoad(
  tools: LoadTools,
  connection: Connection,
  request: LoadRequest,
): Promise<LoadOutcome> {
  const inspection = inspectionOf(request)
  const plan = planLoad(request, inspection)
  const diagnostics = [...plan.warnings, ...plan.matches.flatMap((match) => match.diagnostics)]
  if (hasErrors(diagnostics)) throw new DiagnosticError(diagnostics)
  const wrong = await checkBefore(connection, request, plan.stage)
  if (wrong.length > 0) throw new DiagnosticError(wrong)
  const { relation, isDryRun } = request
  if (!isDryRun) await createSchema(connection, request)
  const place = isDryRun
    ? ({ kind: 'temporary' } as const)
    : ({ kind: 'beside', relation } as const)
  const stage = createStage(place, plan.stage, plan.files)
  const existing = await findExisting(tools.catalog, connection, relation)
  const load: Load = { tools, connection, request, plan, stage, existing }
  await dropPrivate(connection, place)
  try {
    const judged = (await judgeAlone(load, inspection)) ?? (await fillAndJudge(load, inspection))
    await keepTokens(connection, judged.stage, request)
    return await finish(judged, diagnostics)
  } catch (error) {
    throw await explainError(connection, load, error)
  } finally {
    await dropPrivate(connection, place)
    await dropPrivate(connection, { kind: 'temporary' })
  }
}

/** Inspections are made by the same loader: what it keeps of them is here. */
function inspectionOf({ inspection }: LoadRequest): FileInspection {
  if (!('checkUnchanged' in inspection))
    throw new Error('the files were inspected by another adapter')
  return inspection as FileInspection
}

async function createSchema(connection: Connection, { relation }: LoadRequest): Promise<void> {
  const inside = [relation.database, relation.schema].filter(Boolean)
  await ensure(
    connection,
    `create schema if not exists ${inside.map((part) => duckdbDialect.quote(part)).join('.')}`,
  )
}

/** A stage with verdicts only, where that is enough: of rows that are there twice the one that stays must lie in the stage. */
async function judgeAlone(load: Load, inspection: FileInspection): Promise<Load | undefined> {
  const { connection, request, plan, existing } = load
  const keysOnly = await planTwice(connection, { request, plan, existing })
  if (!keysOnly) return undefined
  const place: StagePlace = { kind: 'temporary' }
  const stage: Stage = { ...createStage(place, plan.stage, plan.files), keysOnly }
  await dropPrivate(connection, place)
  const judged = await fillAndJudge({ ...load, stage }, inspection)
  if (!(await hasDropped(connection, stage))) return judged
  await dropPrivate(connection, place)
  return undefined
}

async function fillAndJudge(load: Load, inspection: FileInspection): Promise<Load> {
  const { tools, connection, stage } = load
  await fillStage(connection, stage, tools.lists)
  await checkScan(load, inspection)
  tools.onStep?.('staged')
  await judge(load)
  return load
}

/** A file that is not what was inspected must not be loaded, even when it can be read. */
async function checkScan({ connection, stage }: Load, inspection: FileInspection): Promise<void> {
  await inspection.checkUnchanged(stage.files)
  const expected = stage.files.reduce((sum, file) => sum + file.rows, 0)
  const { rows } = await connection.query(`select count(*) from ${stage.name}`)
  if (Number(rows[0]?.[0]) === expected) return
  throw new Error(`${expected} rows were to be read, and ${String(rows[0]?.[0])} came`)
}

async function finish(load: Load, found: readonly Diagnostic[]): Promise<LoadOutcome> {
  const { tools, connection, request, stage } = load
  const counts = await countRows(connection, stage)
  const files = stage.files.map((file, index): FileOutcome => {
    const count = counts[index]
    const drift = load.plan.matches[index]?.drift
    if (!count || !drift) throw new Error('a file was not counted')
    return { file, loadId: loadIdOf(request, file.path), ...count, drift }
  })
  await collectRejected(connection, stage, request.quarantine)
  tools.onStep?.('judged')
  const { isRefused, warnings } = checkLimits(request, files)
  const diagnostics = [...found, ...warnings]
  const sample = await sampleRejected(connection, stage)
  const masked = await countMasked(connection, stage)
  const outcome: LoadOutcome = { files, isRefused, sample, masked, diagnostics }
  if (request.isDryRun) return { ...outcome, ...(await tryMended(load)) }
  await keepRaw(connection, stage, request)
  const quarantined = await quarantine(load, files)
  try {
    if (isRefused) await refuse(load, outcome, quarantined)
    else return { ...outcome, ...(await publish(load, outcome, quarantined)) }
  } catch (error) {
    await discardFiles(quarantined)
    throw error
  }
  return outcome
}

async function judge({ connection, request, stage, existing }: Load): Promise<void> {
  const { strategy } = request
  await judgeRows(connection, stage, keptRows(request, existing))
  if (strategy.kind !== 'upsert') return
  await mark(connection, stage, 'duplicate-key', overwrittenRows(stage, strategy.key))
}

/** What stays in the table beside the rows of this load, to be read from. */
function keptRows(request: LoadRequest, existing: Existing | undefined): string | undefined {
  const { strategy, relation } = request
  if (!existing || strategy.kind === 'replace' || strategy.kind === 'upsert') return undefined
  const removed = removedRows(request, existing)
  const where = removed === undefined ? '' : ` where (${removed}) is not true`
  return `(select * from ${duckdbDialect.name(relation)}${where})`
}

async function numberLines({ connection, request, stage }: Load): Promise<void> {
  if (!request.lineage.includes('line')) return
  await connection.execute(setLines(stage.name, '_line', stage.files))
}

/** What would become of the rejected rows that somebody had mended before. */
async function tryMended(load: Load): Promise<Pick<LoadOutcome, 'mended'>> {
  const { tools, connection, request, stage, plan, existing } = load
  const isUpsert = existing && request.strategy.kind === 'upsert'
  await numberLines(load)
  const kept = isUpsert ? duckdbDialect.name(request.relation) : keptRows(request, existing)
  return tryMends(tools, connection, { request, stage, matches: plan.matches, kept })
}

async function quarantine(
  load: Load,
  files: readonly FileOutcome[],
): Promise<readonly PendingFile[]> {
  const { connection, request, stage, plan } = load
  const { table } = request.quarantine
  if (table) await createQuarantine(connection, table)
  const rejected = files.map(({ rowsRejected }) => rowsRejected)
  return writeQuarantine({ connection, stage, request, matches: plan.matches, rejected })
}

/** The table keeps what it has; that rows were rejected, and why, is kept all the same. */
async function refuse(
  load: Load,
  outcome: LoadOutcome,
  files: readonly PendingFile[],
): Promise<void> {
  const { tools, connection, request } = load
  const { statements } = await keepRows(load)
  await inTransaction(connection, async () => {
    await executeAll(connection, [...statements, ...request.onRefused(outcome)])
    await publishFiles(files)
  })
  tools.onStep?.('done')
}

interface KeptRows {
  readonly statements: readonly string[]
  /** Whether some of them may have been mended when their file was loaded before. */
  readonly mayBeMended: boolean
}

/** How the rejected rows get into the table of the quarantine. */
async function keepRows({ connection, request, stage, plan }: Load): Promise<KeptRows> {
  const { table } = request.quarantine
  if (!table) return { statements: [], mayBeMended: false }
  const mayBeMended = await hasMends(connection, table)
  const kept = keepRejected({ stage, matches: plan.matches }, table, request)
  return { statements: mayBeMended ? [kept, carryMends(table, request)] : [kept], mayBeMended }
}

/** Rows that were mended before go the way of a replay, in the same transaction: nobody sees the table without them. */
async function replayMended({
  tools,
  connection,
  request,
}: Load): Promise<Pick<LoadOutcome, 'mended'>> {
  const { mended, quarantine, loadedAt: replayedAt, ...rest } = request
  if (!mended || !quarantine.table) return {}
  const where = mendedRows(request)
  const from = quarantine.table
  const replay = { ...rest, ...mended, quarantine, from, where, loadedAt: replayedAt, replayedAt }
  return { mended: await replayWithin(tools, connection, replay) }
}

async function publish(
  load: Load,
  outcome: LoadOutcome,
  files: readonly PendingFile[],
): Promise<Pick<LoadOutcome, 'mended'>> {
  const { tools, connection, request, stage, existing } = load
  const { table } = request.quarantine
  tools.onStep?.('quarantined')
  await numberLines(load)
  if (isExchange(request, existing)) await strip(connection, stage)
  tools.onStep?.('stripped')
  const superseded = table && supersedeRejected(table, request)
  const { statements, mayBeMended } = await keepRows(load)
  const rows = outcome.files.reduce((sum, { rowsLoaded }) => sum + rowsLoaded, 0)
  let found: Pick<LoadOutcome, 'mended'> = {}
  const change = async () => {
    if (superseded !== undefined) await connection.execute(superseded)
    await executeAll(connection, statements)
    await publishRows(connection, { ...request, rows }, { stage, existing })
    await executeAll(connection, request.beforeCommit(outcome))
    if (stage.keysOnly) await inspectionOf(request).checkUnchanged(stage.files)
    if (mayBeMended) found = await replayMended(load)
    tools.onStep?.('changed')
    await publishFiles(files)
    tools.onStep?.('renamed')
  }
  await tools.lists.during(connection, () => inTransaction(connection, change))
  tools.onStep?.('done')
  return found
}
