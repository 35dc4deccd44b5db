import type { Dialect } from '@btn/adapter'
import { AUDIT_SCHEMA, auditTables, subjects } from './tables.ts'

/** The query that lists what is there of the log: `loads.relation`, a line for each column. */
export function knownColumns(dialect: Dialect, database: string): string {
  return (
    `select table_name || '.' || column_name from information_schema.columns ` +
    `where table_catalog = ${dialect.literal(database)} and table_schema = ${dialect.literal(AUDIT_SCHEMA)}`
  )
}

/**
 * The statements that make what is missing of the log: all of it, or the columns that an older btn did not know. Nothing where all is there, as it
 * is in all runs but the first.
 */
export function defineAudit(
  dialect: Dialect,
  database: string,
  known: ReadonlySet<string>,
): readonly string[] {
  const name = (table: string): string =>
    dialect.name({ database, schema: AUDIT_SCHEMA, name: table })
  const isThere = (table: string): boolean => known.has(`${table}.run_id`)
  const tables = Object.entries(auditTables).flatMap(([table, columns]) => {
    const all = Object.entries(columns).map(([column, kind]) => ({
      column,
      written: `${dialect.quote(column)} ${dialect.storage.types[kind]}`,
    }))
    if (!isThere(table))
      return [`create table ${name(table)} (${all.map(({ written }) => written).join(', ')})`]
    return all
      .filter(({ column }) => !known.has(`${table}.${column}`))
      .map(({ written }) => `alter table ${name(table)} add column ${written}`)
  })
  const hasViews = Object.keys(subjects).every((table) => known.has(`last_${table}.run_id`))
  if (tables.length === 0 && hasViews) return []
  const views = Object.entries(subjects).map(([table, keys]) => viewOf(dialect, name, table, keys))
  const schema = dialect.name({ database, schema: AUDIT_SCHEMA, name: '' })
  return [`create schema if not exists ${schema}`, ...tables, ...views]
}

/** The newest row of each subject that says what there is. */
function viewOf(
  dialect: Dialect,
  name: (table: string) => string,
  table: string,
  keys: readonly string[],
): string {
  const subject = keys.map((key) => dialect.quote(key)).join(', ')
  // Files that came again, and rows that came later: what became of a file is what its load says.
  const passing = table === 'loads' ? `'started', 'skipped', 'replayed'` : `'started'`
  return (
    `create or replace view ${name(`last_${table}`)} as ` +
    `select * exclude (newest) from (select *, row_number() over (partition by ${subject} order by ${dialect.quote('at')} desc, rowid desc) as newest ` +
    `from ${name(table)} where phase not in (${passing})) where newest = 1`
  )
}
