import type { Connection, Database, ReplayOutcome, Relation } from '@btn/adapter'
import type { AuditLog } from '../audit/index.ts'
import type { LoadedSource, SourceTable } from '../types/index.ts'
import { absolutePath } from './find-missing-input.ts'
import { replayedRows } from './replayed-rows.ts'
import { quarantineOf, toJudgement, type RequestInput } from './request.ts'

export interface ReplayInput extends Omit<RequestInput, 'date' | 'loading'> {
  readonly database: Database
  readonly connection: Connection
  readonly audit: AuditLog
  readonly projectRoot: string
  /** SQL over the table of the quarantine: which of the rows that wait. */
  readonly where: string | undefined
}

/** Rows that were rejected and neither replayed nor superseded. */
export const WAITING = 'replayed_at is null and superseded_at is null'

/** The quarantine of a source, where it has one. */
export async function findQuarantine(
  { catalog }: Database,
  connection: Connection,
  source: SourceTable,
): Promise<Relation | undefined> {
  const relation = quarantineOf(source)
  const found = await catalog.listRelations(connection, relation.database, relation.schema)
  return found.some(({ name }) => name.toLowerCase() === relation.name.toLowerCase())
    ? relation
    : undefined
}

/**
 * Judges rejected rows by the contract of today: those that pass go into the table, in the transaction that marks and audits them. Rows of
 * several partitions are judged each for its date.
 */
export async function replayRejected(
  source: LoadedSource,
  from: Relation,
  input: ReplayInput,
): Promise<ReplayOutcome> {
  const outcomes: ReplayOutcome[] = []
  for (const date of await findDates(from, input)) {
    outcomes.push(await replayDate(source, { from, date }, input))
  }
  return outcomes.reduce(add, { rowsTried: 0, rowsLoaded: 0, reasons: {}, masked: [] })
}

/** The partitions that rows wait for; undefined for rows of none. */
async function findDates(
  from: Relation,
  { connection, dialect, where }: ReplayInput,
): Promise<readonly (string | undefined)[]> {
  const { rows } = await connection.query(
    `select distinct "partition" from ${dialect.name(from)} where ${WAITING} and (raw is not null or raw_text is not null) and (${where ?? 'true'}) order by 1`,
  )
  return rows.map(([date]) => (date === null || date === undefined ? undefined : String(date)))
}

interface Due {
  readonly from: Relation
  readonly date: string | undefined
}

function replayDate(
  source: LoadedSource,
  { from, date }: Due,
  { database, connection, audit, projectRoot, where, ...input }: ReplayInput,
): Promise<ReplayOutcome> {
  const { dialect, host } = input
  const fill = (text: string): string =>
    absolutePath(text.replaceAll('{date}', date ?? ''), projectRoot)
  const replayedAt = host.now()
  const which =
    date === undefined ? '"partition" is null' : `"partition" = ${dialect.literal(date)}`
  return database.loader.replay(connection, {
    ...toJudgement(source, { ...input, date }, fill),
    from,
    rename: source.load.rename,
    form: source.load,
    where: where === undefined ? which : `${which} and (${where})`,
    replayedAt,
    beforeCommit: replayedRows(audit, source, {
      date,
      privacy: input.privacy,
      startedMs: performance.now(),
      replayedAt,
    }),
  })
}

function add(one: ReplayOutcome, other: ReplayOutcome): ReplayOutcome {
  const reasons: Record<string, number> = { ...one.reasons }
  for (const [name, count] of Object.entries(other.reasons))
    reasons[name] = (reasons[name] ?? 0) + count
  return {
    rowsTried: one.rowsTried + other.rowsTried,
    rowsLoaded: one.rowsLoaded + other.rowsLoaded,
    reasons,
    masked: [...one.masked, ...other.masked],
  }
}
