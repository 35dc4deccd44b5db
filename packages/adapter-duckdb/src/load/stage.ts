import type { Connection, Relation } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import type { ScannableFile } from './files/inspection.ts'
import { isPersonal } from './layout.ts'
import { keepsOrder, type PlainLists } from './keep-order.ts'
import { literal, quote, ROW } from './names.ts'
import { stageSql, type Branch, type StagePlan } from './stage-sql.ts'
import { verdictSql } from './verdict-sql.ts'

/** A table of rows that were read, cleaned and judged, in the order of their files. */
export interface Stage {
  /** As SQL writes it. */
  readonly name: string
  readonly place: StagePlace
  readonly plan: StagePlan
  /** In the order of the rows. */
  readonly files: readonly ScannableFile[]
  /** What it has of the good rows, beside the verdicts, where they are read again; absent when it has them whole. */
  readonly keysOnly?: readonly string[]
}

/** Beside the table that is loaded, or nowhere that outlives the connection. */
export type StagePlace =
  { readonly kind: 'beside'; readonly relation: Relation } | { readonly kind: 'temporary' }

export function createStage(
  place: StagePlace,
  plan: StagePlan,
  files: readonly ScannableFile[],
): Stage {
  return { name: nameIn(place, 'stage'), place, plan, files }
}

/** A private table of a load. */
export function nameIn(place: StagePlace, what: string): string {
  if (place.kind === 'temporary') return `temp.${quote(`__btn_${what}`)}`
  const { relation } = place
  return duckdbDialect.name({ ...relation, name: `${relation.name}__btn_${what}` })
}

export async function fillStage(
  connection: Connection,
  stage: Stage,
  lists: PlainLists,
): Promise<void> {
  const { place, plan, keysOnly } = stage
  await lists.during(connection, async () => {
    if (keysOnly) {
      await connection.execute(createSql(place, 'stage', verdictSql(plan, keysOnly)))
      return
    }
    const statement = createSql(place, 'stage', stageSql(plan))
    if (await keepsOrder(connection, statement)) await connection.execute(statement)
    else await fillFromCopy(connection, stage)
  })
}

/** Drops the private tables of a load, also those that a killed one left. */
export async function dropPrivate(connection: Connection, place: StagePlace): Promise<void> {
  const prefix = place.kind === 'temporary' ? '__btn_' : `${place.relation.name}__btn_`
  const inside =
    place.kind === 'temporary'
      ? 'temporary'
      : `database_name = ${literal(place.relation.database)} and schema_name = ${literal(place.relation.schema)}`
  const { rows } = await connection.query(
    `select table_name from duckdb_tables() where ${inside} and starts_with(table_name, ${literal(prefix)})`,
  )
  for (const [name] of rows) {
    await connection.execute(`drop table ${nameIn(place, String(name).slice(prefix.length))}`)
  }
}

function createSql(place: StagePlace, what: string, query: string): string {
  const temporary = place.kind === 'temporary' ? 'temp ' : ''
  return `create ${temporary}table ${nameIn(place, what)} as ${query}`
}

/**
 * Rules or cleaners that look into other tables make joins: the rows are copied as they are read, which numbers them, and sorted when all is
 * done.
 */
async function fillFromCopy(connection: Connection, { place, plan }: Stage): Promise<void> {
  const branches: Branch[] = []
  // What has yet to be protected must not get into the file of the database.
  const aside: StagePlace = isPersonal(plan.layout) ? { kind: 'temporary' } : place
  for (const [index, branch] of plan.branches.entries()) {
    const { sql, branch: landed } = copyOf(branch)
    const what = `copy${index}`
    await connection.execute(createSql(aside, what, sql))
    branches.push({ ...landed, from: nameIn(aside, what) })
  }
  await connection.execute(createSql(place, 'stage', stageSql({ ...plan, branches })))
  for (const index of branches.keys()) {
    await connection.execute(`drop table ${nameIn(aside, `copy${index}`)}`)
  }
}

/** The columns of a branch under names of their own, and the branch that reads those. */
function copyOf(branch: Branch): { readonly sql: string; readonly branch: Branch } {
  const columns: string[] = []
  const rename = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, sql]) => {
        const own = `c${columns.length}`
        columns.push(`${sql} as ${own}`)
        return [name, own]
      }),
    )
  const carried = rename(branch.carried)
  const raw = rename(branch.raw)
  const values = rename(branch.values)
  return {
    sql: `select ${columns.join(', ')} from ${branch.from}`,
    branch: { ...branch, carried: { ...carried, [ROW]: 'rowid' }, raw, values },
  }
}
