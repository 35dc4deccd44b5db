import type { Connection, LoadRequest } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import { list, literal, quote } from './names.ts'
import type { Existing } from './publish.ts'
import { isGood } from './reasons.ts'
import type { Stage } from './stage.ts'
import { judgedScope, tableColumns } from './stage-sql.ts'

type Target = Pick<LoadRequest, 'relation' | 'strategy'>

/** Adds the good rows of a stage to a table that is there, or exchanges those with the same key. `rows` is how many they are. */
export async function fillTable(
  connection: Connection,
  { relation, strategy, rows }: Target & { readonly rows: number },
  { stage, existing }: { readonly stage: Stage; readonly existing: Existing | undefined },
): Promise<void> {
  const table = duckdbDialect.name(relation)
  const upsert: Upsert | undefined =
    strategy.kind === 'upsert' ? { relation, stage, existing, key: strategy.key } : undefined
  const isMerged = upsert !== undefined && !(await removeOld(connection, upsert))
  const statement = isMerged ? mergeSql(upsert) : `insert into ${table} by name ${goodRows(stage)}`
  const { rowsAffected = 0 } = await connection.execute(statement)
  // A second scan of the files comes to what the first one found, or nothing is changed; a merge changes every row with the same key.
  if (rowsAffected === rows || (isMerged && rowsAffected > rows)) return
  throw new Error(`${rows} rows were to be stored, and ${rowsAffected} came`)
}

interface Upsert {
  readonly relation: LoadRequest['relation']
  readonly stage: Stage
  readonly existing: Existing | undefined
  readonly key: readonly string[]
}

/** Makes room for rows with keys that the table has; false where their other columns, or a constraint, need them to stay. */
async function removeOld(connection: Connection, upsert: Upsert): Promise<boolean> {
  const { relation, stage, existing, key } = upsert
  const table = duckdbDialect.name(relation)
  const keys = `(select ${list(key.map(quote))} from ${stage.name} where ${isGood(stage.plan.reasons)})`
  const names = columnNames(stage)
  const isWhole = existing?.columns.every((it) =>
    names.some((name) => duckdbDialect.isSameName(name, it)),
  )
  if (isWhole && !(await isConstrained(connection, relation))) {
    await connection.execute(
      `delete from ${table} as old using ${keys} as new where ${isSameKey(key)}`,
    )
    return true
  }
  const { rows } = await connection.query(
    `select count(*) from ${table} as old semi join ${keys} as new on ${isSameKey(key)}`,
  )
  return Number(rows[0]?.[0]) === 0
}

/** To delete and insert a key in one transaction is too much for an index. */
async function isConstrained(
  connection: Connection,
  { database, schema, name }: LoadRequest['relation'],
): Promise<boolean> {
  const { rows } = await connection.query(
    `select 1 from duckdb_tables() where (has_primary_key or index_count > 0) and ` +
      `(database_name, schema_name, table_name) = (${list([database, schema, name].map(literal))})`,
  )
  return rows.length > 0
}

function isSameKey(key: readonly string[]): string {
  return key.map((name) => `old.${quote(name)} = new.${quote(name)}`).join(' and ')
}

function mergeSql({ relation, stage, key }: Upsert): string {
  const names = columnNames(stage)
  const others = names.filter((name) => !key.includes(name))
  const set = list(others.map((name) => `${quote(name)} = new.${quote(name)}`))
  const update = others.length === 0 ? '' : ` when matched then update set ${set}`
  const quoted = names.map(quote)
  const values = list(quoted.map((name) => `new.${name}`))
  return (
    `merge into ${duckdbDialect.name(relation)} as old using (${goodRows(stage)}) as new on ${isSameKey(key)}${update}` +
    ` when not matched then insert (${list(quoted)}) values (${values})`
  )
}

function goodRows({ name, plan, keysOnly }: Stage): string {
  const where = `where ${isGood(plan.reasons)}`
  if (keysOnly) return `select ${list(tableColumns(plan))} from (${judgedScope(plan)}) ${where}`
  return `select ${list(columnNames({ plan }).map(quote))} from ${name} ${where}`
}

/** The columns that the table gets, in its order. */
export function columnNames({ plan: { layout } }: Pick<Stage, 'plan'>): readonly string[] {
  return [...layout.columns, ...layout.lineage].map(({ name }) => name)
}
