import type { Connection, SqlTable } from '@btn/adapter'
import type { QueryColumns, ReadColumn } from '../src/index.ts'
import { showColumn } from './show.ts'
import { worldColumns, type Seeds, type World } from './world.ts'

/** Where queries are tried out. */
export interface Laboratory {
  readonly connection: Connection
  readonly world: World
  /** One run on other data for each. */
  readonly seeds: readonly number[]
}

/**
 * What holds for right lineage whatever the query, found out by running it on random data:
 *
 * 1. Other data in columns that nothing comes from and nothing uses changes nothing; for each column of the result, other data
 *    in all that neither it comes from nor the query uses leaves its values as they are.
 * 2. A column that is copied or renamed has values of these columns only (or NULL, or a constant of the query).
 * 3. A table made of the query has columns of these names and types.
 *
 * Gives what does not hold.
 */
export async function findLies(
  { connection, world, seeds }: Laboratory,
  sql: string,
  query: QueryColumns,
): Promise<readonly string[]> {
  const lies: string[] = [...(await compareTable(connection, sql, query))]
  for (const seed of seeds) {
    const data = new Map(worldColumns.map((column) => [column, seed]))
    await world.fill(data)
    const before = await run(connection, sql)
    if (before) lies.push(...(await findForeignValues(connection, query, before)))
    const claims = [
      ...query.columns.map((column, index) => ({ index, named: [...column.from, ...query.uses] })),
      { index: undefined, named: [...query.columns.flatMap((it) => it.from), ...query.uses] },
    ]
    for (const { index, named } of claims) {
      await world.fill(reseed(data, named))
      const after = await run(connection, sql)
      if (contentOf(before, index) === contentOf(after, index)) continue
      const what = index === undefined ? 'the result' : `column ${query.columns[index]?.name}`
      lies.push(`${what} depends on a column that is not named (seed ${seed})`)
    }
  }
  return [...new Set(lies)]
}

function reseed(data: Seeds, named: readonly ReadColumn[]): Seeds {
  const kept = new Set(named.map(showColumn))
  return new Map([...data].map(([column, seed]) => [column, kept.has(column) ? seed : seed + 1000]))
}

/** Undefined when the data make it fail, which must not depend on unnamed columns, either. */
async function run(connection: Connection, sql: string): Promise<SqlTable | undefined> {
  return connection.query(sql).catch(() => undefined)
}

/** Rows, or the values of one column, in an order that does not depend on the run. */
function contentOf(table: SqlTable | undefined, index: number | undefined): string {
  if (!table) return 'failed'
  const rows = table.rows.map((row) => show(index === undefined ? row : row[index]))
  return rows.toSorted().join('\n')
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, it: unknown) => (typeof it === 'bigint' ? String(it) : it))
}

async function compareTable(
  connection: Connection,
  sql: string,
  query: QueryColumns,
): Promise<readonly string[]> {
  await connection.query(`create or replace temp table made as select * from (${sql}) limit 0`)
  const { rows } = await connection.query('describe made')
  const made = rows.map((row) => `${String(row[0])} ${String(row[1])}`)
  const told = query.columns.map(({ name, type }) => `${name} ${type}`)
  return show(made) === show(told) ? [] : [`columns ${show(told)} where a table has ${show(made)}`]
}

async function findForeignValues(
  connection: Connection,
  query: QueryColumns,
  result: SqlTable,
): Promise<readonly string[]> {
  const lies: string[] = []
  for (const [index, { name, from }] of query.columns.entries()) {
    const isCopy = from.every(
      ({ how, relation }) => (how === 'copied' || how === 'renamed') && relation.kind === 'table',
    )
    if (!isCopy || from.length === 0) continue
    const known = new Set<string>(['null'])
    for (const origin of from) {
      for (const value of await valuesOf(connection, origin)) known.add(value)
    }
    const foreign = result.rows.map((row) => show(row[index])).find((value) => !known.has(value))
    if (foreign !== undefined)
      lies.push(`column ${name} has ${foreign}, which is in no column that it copies`)
  }
  return lies
}

async function valuesOf(
  connection: Connection,
  { relation, column }: ReadColumn,
): Promise<readonly string[]> {
  if (relation.kind === 'function') throw new Error('the values of a function are not known')
  const { rows } = await connection.query(
    `select "${column}" from ${relation.schema}.${relation.name}`,
  )
  return rows.map((row) => show(row[0]))
}
