import type { Catalog, Connection, LoadRequest, Relation } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import type { LineageColumn } from './layout.ts'
import { LOAD_ID, list, quote } from './names.ts'
import { isGood } from './reasons.ts'
import type { Stage } from './stage.ts'

/** What the table is before the load. */
export interface Existing {
  readonly type: 'table' | 'view'
  readonly columns: readonly string[]
}

export async function findExisting(
  catalog: Catalog,
  connection: Connection,
  relation: Relation,
): Promise<Existing | undefined> {
  const all = await catalog.listRelations(connection, relation.database, relation.schema)
  const found = all.find(({ name }) => duckdbDialect.isSameName(name, relation.name))
  if (!found) return undefined
  const columns = await catalog.listColumns(connection, relation)
  return { type: found.type ?? 'table', columns: columns.map(({ name }) => name) }
}

export type Publication = Pick<LoadRequest, 'relation' | 'strategy' | 'files'>

/** Whether the stage itself becomes the table. */
export function isExchange({ strategy }: Publication, existing: Existing | undefined): boolean {
  return strategy.kind === 'replace' || existing === undefined
}

/** Takes everything out of a stage that is not for the table; each step is private and committed. */
export async function strip(connection: Connection, stage: Stage): Promise<void> {
  const { name, plan } = stage
  await connection.execute(`delete from ${name} where not ${isGood(plan.reasons)}`)
  const wanted = new Set(columnNames(stage))
  const { columns } = await connection.query(`select * from ${name} limit 0`)
  for (const column of columns) {
    if (wanted.has(column.name)) continue
    await connection.execute(`alter table ${name} drop column ${quote(column.name)}`)
  }
}

/** The statements that bring the rows of a stage into the table, for one transaction. */
export function publishSql(
  { relation, strategy, files }: Publication,
  stage: Stage,
  existing: Existing | undefined,
): readonly string[] {
  const table = duckdbDialect.name(relation)
  if (isExchange({ relation, strategy, files }, existing)) {
    const drop = existing ? [`drop ${existing.type} ${table}`] : []
    return [...drop, `alter table ${stage.name} rename to ${quote(relation.name)}`]
  }
  const removed = removedRows({ strategy, files }, existing)
  return [
    ...addColumns(relation, stage, existing),
    ...(removed === undefined ? [] : [`delete from ${table} where ${removed}`]),
    fillTable({ relation, strategy }, stage),
    `drop table ${stage.name}`,
  ]
}

/** Adds the good rows of a stage to the table, or exchanges those with the same key. */
export function fillTable(
  { relation, strategy }: Pick<Publication, 'relation' | 'strategy'>,
  stage: Stage,
): string {
  const table = duckdbDialect.name(relation)
  const rows = goodRows(stage)
  if (strategy.kind !== 'upsert') return `insert into ${table} by name ${rows}`
  return mergeSql(table, rows, { names: columnNames(stage), key: strategy.key })
}

/** Rows of the table that a load takes away before it adds its own. */
export function removedRows(
  { strategy, files }: Pick<Publication, 'strategy' | 'files'>,
  existing: Existing | undefined,
): string | undefined {
  if (strategy.kind === 'partition')
    return `${quote(strategy.column)} is not distinct from (${strategy.value})`
  const earlier = files.flatMap((it) => it.supersedes ?? [])
  const hasId = existing?.columns.includes(LOAD_ID)
  if (strategy.kind !== 'append' || earlier.length === 0 || !hasId) return undefined
  return `${LOAD_ID} in (${list(earlier.map(String))})`
}

/** The statements that give the table the columns that it does not have yet. */
export function addColumns(
  relation: Relation,
  { plan: { layout } }: Stage,
  existing: Existing | undefined,
): readonly string[] {
  const table = duckdbDialect.name(relation)
  const known = existing?.columns ?? []
  const all: readonly Pick<LineageColumn, 'name' | 'type'>[] = [
    ...layout.columns,
    ...layout.lineage,
  ]
  return all
    .filter(({ name }) => !known.some((it) => duckdbDialect.isSameName(it, name)))
    .map(({ name, type }) => `alter table ${table} add column ${quote(name)} ${type}`)
}

function goodRows(stage: Stage): string {
  return `select ${list(columnNames(stage).map(quote))} from ${stage.name} where ${isGood(stage.plan.reasons)}`
}

interface Merge {
  readonly names: readonly string[]
  readonly key: readonly string[]
}

function mergeSql(table: string, rows: string, { names, key }: Merge): string {
  const isSame = key.map((name) => `old.${quote(name)} = new.${quote(name)}`).join(' and ')
  const others = names.filter((name) => !key.includes(name))
  const set = list(others.map((name) => `${quote(name)} = new.${quote(name)}`))
  const update = others.length === 0 ? '' : ` when matched then update set ${set}`
  const quoted = names.map(quote)
  const values = list(quoted.map((name) => `new.${name}`))
  return `merge into ${table} as old using (${rows}) as new on ${isSame}${update} when not matched then insert (${list(quoted)}) values (${values})`
}

/** The columns that the table gets, in its order. */
function columnNames({ plan: { layout } }: Stage): readonly string[] {
  return [...layout.columns, ...layout.lineage].map(({ name }) => name)
}
