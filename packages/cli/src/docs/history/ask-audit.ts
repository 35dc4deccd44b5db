import type { Connection, Database, SqlTable, SqlValue } from '@btn/adapter'
import { AUDIT_SCHEMA, findQuarantine, loadedSources, loggedName, WAITING } from '@btn/core/run'
import type { JsonObject, Manifest } from '@btn/core'
import type { Audited } from '@btn/docs-site'
import type { Opened } from '../../open-project.ts'
import { toJson } from './to-json.ts'

export interface Asking {
  readonly opened: Opened
  readonly manifest: Manifest
  readonly database: Database
  readonly connection: Connection
}

/** How much of each thing's past is shown. */
const MOST = 30
const MOST_ALERTS = 50

/** What the audit log has to say; undefined where there is none. */
export async function askAudit(asking: Asking): Promise<Audited | undefined> {
  const { opened, manifest, database, connection } = asking
  const name = opened.project.target?.credentials.database ?? ''
  const tables = await database.catalog.listRelations(connection, name, AUDIT_SCHEMA)
  if (tables.length === 0) return undefined
  const bySchema = new Map(loadedSources(manifest).map((it) => [loggedName(it), it.id]))
  const byName = new Map(
    [...manifest.nodes.values()].flatMap((it) => (it.kind === 'monitor' ? [[it.name, it.id]] : [])),
  )
  return {
    runs: { ...group(await ask(asking, nodesSql)), ...group(await ask(asking, testsSql)) },
    loads: group(await ask(asking, loadsSql), (it) => bySchema.get(it)),
    monitors: group(await ask(asking, monitorsSql), (it) => byName.get(it)),
    quarantine: await askQuarantine(asking),
    alerts: (await ask(asking, alertsSql)).map(([, it]) => it),
  }
}

const newest = (subject: string): string =>
  `qualify row_number() over (partition by ${subject} order by "at" desc) <= ${MOST} order by 1, "at" desc`

const status = `case phase when 'done' then 'success' when 'failed' then 'error' else phase end as status`

// The first column names the subject, the others are what is told of it.
const nodesSql = (from: (table: string) => string): string =>
  `select node_id, ${status}, "at", rows, duration_ms / 1000 as seconds, message, partition from ${from('nodes')}
  where phase in ('done', 'failed', 'skipped') ${newest('node_id')}`

const testsSql = (from: (table: string) => string): string =>
  `select node_id, verdict as status, "at", failures, rows, duration_ms / 1000 as seconds from ${from('tests')}
  where phase in ('done', 'skipped') ${newest('node_id')}`

const loadsSql = (from: (table: string) => string): string =>
  `select relation, ${status}, "at", file_name as file, partition, rows_read as "read", rows_loaded as loaded, rows_rejected as rejected,
  duration_ms / 1000 as seconds, message from ${from('loads')} where phase in ('done', 'failed') ${newest('relation')}`

const monitorsSql = (from: (table: string) => string): string =>
  `select name, "at", value, baseline, expected, verdict, message, partition from ${from('monitors')}
  where phase in ('done', 'failed') ${newest('name')}`

const alertsSql = (from: (table: string) => string): string =>
  `select alert_id, source as alert, source, "at", state, message, delivered from ${from('alerts')} order by "at" desc limit ${MOST_ALERTS}`

type Told = readonly [subject: string, json: JsonObject]

async function ask(
  { opened, connection }: Asking,
  sql: (from: (table: string) => string) => string,
): Promise<readonly Told[]> {
  const database = opened.project.target?.credentials.database ?? ''
  const from = (name: string): string =>
    opened.adapter?.dialect.name({ database, schema: AUDIT_SCHEMA, name }) ?? name
  return toTold(await connection.query(sql(from)))
}

function toTold({ columns, rows }: SqlTable): readonly Told[] {
  const names = columns.map(({ name }) => name)
  return rows.map((row) => [String(row[0]), toJson(names, row)])
}

function group<T extends JsonObject>(
  told: readonly (readonly [string, T])[],
  idOf: (subject: string) => string | undefined = (it) => it,
): Record<string, T[]> {
  const found: Record<string, T[]> = {}
  for (const [subject, json] of told) {
    const id = idOf(subject)
    if (id !== undefined) (found[id] ??= []).push(json)
  }
  return found
}

/** Rows that wait, and for which reasons. */
async function askQuarantine(asking: Asking): Promise<JsonObject> {
  const { opened, manifest, database, connection } = asking
  const found: Record<string, JsonObject> = {}
  for (const source of loadedSources(manifest)) {
    const table = await findQuarantine(database, connection, source)
    const name = table && opened.adapter?.dialect.name(table)
    if (!name) continue
    const counted = await connection.query(
      `select (select count(*) from ${name} where ${WAITING}), reason, count(*) from ` +
        `(select unnest(reasons) as reason from ${name} where ${WAITING}) group by 2`,
    )
    const number = (value: SqlValue | undefined): number => Number(value ?? 0)
    const reasons = counted.rows.map(([, reason, rows]) => [String(reason), number(rows)] as const)
    const rows = number(counted.rows[0]?.[0])
    found[source.id] = { rows, reasons: Object.fromEntries(reasons) }
  }
  return found
}
