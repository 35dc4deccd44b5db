import type { Catalog, Connection, LoadRequest, Relation } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import { columnNames, fillTable } from './fill-table.ts'
import type { LineageColumn } from './layout.ts'
import { LOAD_ID, list, quote } from './names.ts'
import { isGood } from './reasons.ts'
import type { Stage } from './stage.ts'
import { executeAll } from './transaction.ts'

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

/** Brings the rows of a stage into the table, as a part of a transaction. */
export async function publishRows(
  connection: Connection,
  { rows, ...publication }: Publication & { readonly rows: number },
  { stage, existing }: { readonly stage: Stage; readonly existing: Existing | undefined },
): Promise<void> {
  const { relation } = publication
  const table = duckdbDialect.name(relation)
  if (isExchange(publication, existing)) {
    if (existing) await connection.execute(`drop ${existing.type} ${table}`)
    await connection.execute(`alter table ${stage.name} rename to ${quote(relation.name)}`)
    return
  }
  const removed = removedRows(publication, existing)
  await executeAll(connection, [
    ...addColumns(relation, stage, existing),
    ...(removed === undefined ? [] : [`delete from ${table} where ${removed}`]),
  ])
  await fillTable(connection, { ...publication, rows }, { stage, existing })
  await connection.execute(`drop table ${stage.name}`)
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
