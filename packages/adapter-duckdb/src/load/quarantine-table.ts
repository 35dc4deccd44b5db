import type { Connection, LoadRequest, Relation } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import type { HeaderMatch, ScannableFile } from './files/inspection.ts'
import { instantLiteral, list, literal, quote } from './names.ts'
import { REJECTED, rejectedColumns as its } from './rejected-rows.ts'
import type { Stage } from './stage.ts'
import { ensure } from './transaction.ts'

/** Stands between the reasons of a row. */
export const BETWEEN_REASONS = '|'

/** Where rejected rows are kept. A row that was replayed or whose file came again stays, and says so. */
const columns: Readonly<Record<string, string>> = {
  load_id: 'bigint',
  file: 'varchar',
  line_number: 'bigint',
  reasons: 'varchar[]',
  error_reason: 'varchar',
  raw: 'map(varchar, varchar)',
  raw_text: 'varchar',
  partition: 'varchar',
  rejected_at: 'timestamptz',
  replayed_at: 'timestamptz',
  superseded_at: 'timestamptz',
  raw_columns: 'varchar[]',
  mended: 'map(varchar, varchar)',
  mended_text: 'varchar',
  mended_at: 'timestamptz',
}

export const quarantineColumns = Object.entries(columns).map(([name, type]) => ({ name, type }))

export async function createQuarantine(connection: Connection, table: Relation): Promise<void> {
  const { database, schema } = table
  const inside = [database, schema].filter(Boolean).map(quote).join('.')
  const declared = Object.entries(columns).map(([name, type]) => `${quote(name)} ${type}`)
  await ensure(connection, `create schema if not exists ${inside}`)
  await ensure(
    connection,
    `create table if not exists ${duckdbDialect.name(table)} (${list(declared)})`,
  )
  await addMissing(connection, table)
}

/** A quarantine of an older btn lacks the newest columns. */
export async function addMissing(connection: Connection, table: Relation): Promise<void> {
  const name = duckdbDialect.name(table)
  const { columns: found } = await connection.query(`from ${name} limit 0`)
  const known = new Set(found.map((it) => it.name))
  for (const [column, type] of Object.entries(columns)) {
    if (known.has(column)) continue
    await ensure(connection, `alter table ${name} add column if not exists ${column} ${type}`)
  }
}

type Load = Pick<LoadRequest, 'files' | 'strategy' | 'loadedAt' | 'date'>

/** The statement that keeps the rejected rows. */
export function keepRejected(
  { stage, matches }: { readonly stage: Stage; readonly matches: readonly HeaderMatch[] },
  table: Relation,
  load: Load,
): string {
  const { layout } = stage.plan
  const shown = list(stage.files.map(({ shownPath }) => literal(shownPath)))
  const ids = list(stage.files.map((file) => String(loadIdOf(load, file.path))))
  const at = `[${its.file} + 1]`
  const headers = stage.files.map((file, index) => listLiteral(namesOf(file, matches[index])))
  return (
    `insert into ${duckdbDialect.name(table)} (${list(Object.keys(columns).map(quote))}) select ([${ids}])${at}::bigint, ([${shown}])${at}, ${its.line}, ${its.names}, ` +
    `array_to_string(${its.texts}, ${literal(BETWEEN_REASONS)}), ` +
    `${quote(layout.raw)}::map(varchar, varchar), ${its.rawText}, ` +
    `${literal(load.date ?? null)}, ${instantLiteral(load.loadedAt)}, null, null, ` +
    `case when ${quote(layout.raw)} is null then ([${list(headers)}])${at} end, null, null, null from ${REJECTED}`
  )
}

/** What the fields of a line of the file are; JSON says so itself. */
function namesOf({ header, shape }: ScannableFile, match: HeaderMatch | undefined) {
  if (shape.kind !== 'records' || !match) return undefined
  const names = header ?? shape.columns
  return names.map((name, index) => match.targets[index] ?? name)
}

function listLiteral(names: readonly string[] | undefined): string {
  return names ? `[${list(names.map((it) => literal(it)))}]::varchar[]` : 'null::varchar[]'
}

export function loadIdOf({ files }: Pick<LoadRequest, 'files'>, path: string): bigint {
  const found = files.find(({ file }) => file.path === path)
  if (!found) throw new Error(`${path} is no file of this load`)
  return found.loadId
}

/** The statement that marks rows whose place a new load takes: to replay them would bring back what it replaced. */
export function supersedeRejected(table: Relation, load: Load): string | undefined {
  const which = superseded(load)
  if (which === undefined) return undefined
  const own = list(load.files.map(({ loadId }) => String(loadId)))
  return (
    `update ${duckdbDialect.name(table)} set superseded_at = ${instantLiteral(load.loadedAt)} where ${which}` +
    ` and replayed_at is null and superseded_at is null and load_id not in (${own})`
  )
}

function superseded({ strategy, files, date }: Load): string | undefined {
  if (strategy.kind === 'replace') return 'true'
  if (strategy.kind === 'partition')
    return `partition is not distinct from ${literal(date ?? null)}`
  const earlier = files.flatMap((it) => it.supersedes ?? [])
  return earlier.length === 0 ? undefined : `load_id in (${list(earlier.map(String))})`
}
