import { DatabaseError, type Connection, type SqlColumn, type SqlTable } from '@btn/adapter'
import { withStandIns } from './files/stand-ins.ts'
import { readLineage } from './lineage/read-lineage.ts'
import type { PlanNode } from './plan/plan.ts'
import { asSubquery, readColumns } from './plan/read-columns.ts'
import { readPlan, type PlanAnswer } from './plan/read-plan.ts'
import { toTableNames } from './table-names.ts'
import type { QueryColumns } from './types.ts'

/** A session with DuckDB. Everything that the query reads exists there; it may be empty. */
export interface QueryConnection extends Pick<Connection, 'query'> {
  /** The plan of a text as `askPlans` gives it, where the session gathers such questions; else each is asked alone. */
  readonly plan?: (sql: string) => Promise<string>
}

/**
 * Tells of one query which columns it gives, of what types, and which columns of which relations they come from. The query is
 * bound, never run.
 *
 * Relations are named as the connection names them, through views and macros down to tables. Lineage is exact or `problem` says why
 * there is none.
 *
 * @param sql - one SELECT, without parameters
 * @throws DatabaseError, with an offset into `sql`, when the query has a mistake: it does not parse, or a name or a type is wrong
 */
export async function describeQuery(
  connection: QueryConnection,
  sql: string,
): Promise<QueryColumns> {
  const known = await describeAtOnce(connection, sql)
  if (known) return known
  const answer = await readPlan(connection, sql)
  if (answer.error) return explain(connection, sql, answer)
  const [plan, another] = answer.plans
  if (!plan) return unknown([], 'there is no statement')
  if (another) return unknown([], 'there are several statements')
  if (!isQuery(plan)) return unknown([], 'the statement is not a query')
  return readLineage({ plan, columns: await askColumns(connection, sql) })
}

/** Most queries are told by one plan; undefined for those that are not, and for mistakes, whose places are those of the text itself. */
async function describeAtOnce(
  connection: QueryConnection,
  sql: string,
): Promise<QueryColumns | undefined> {
  const answer = await readPlan(connection, asSubquery(sql))
  const [plan] = answer.error ? [] : answer.plans
  const columns = plan && readColumns(plan)
  return columns && readLineage({ plan, columns })
}

/** The engine's plan of a query starts with what the query gives; that of other statements with what they do. */
function isQuery(plan: PlanNode): boolean {
  return !/^LOGICAL_(INSERT|DELETE|UPDATE|MERGE_INTO|ALTER|DROP|CREATE|EXPLAIN|SET|RESET|PRAGMA|ATTACH|DETACH|COPY|EXPORT|VACUUM|TRANSACTION|LOAD|PREPARE|EXECUTE)/.test(
    plan.type,
  )
}

const DESCRIBE = 'describe '

const PIVOT_PROBLEM =
  'the columns of PIVOT depend on data: name the values (pivot … on x in (…)) to have them known'

async function askColumns(connection: QueryConnection, sql: string): Promise<readonly SqlColumn[]> {
  const { rows } = await describe(connection, sql)
  const names = toTableNames(rows.map((row) => String(row[0])))
  return rows.map((row, index) => ({ name: names[index] ?? '', type: String(row[1]) }))
}

/** A query without a plan has a mistake, which the engine tells best itself, or the engine cannot write its plan down. */
async function explain(
  connection: QueryConnection,
  sql: string,
  { error_type, error_message }: Extract<PlanAnswer, { readonly error: true }>,
): Promise<QueryColumns> {
  // Only the first statement would be described, and the others run.
  if (/type MULTI/.test(error_message)) return unknown([], PIVOT_PROBLEM)
  if (hasSeveral(sql)) throw new DatabaseError(`${inWords(error_type)} Error: ${error_message}`)
  const columns = await askColumns(connection, sql)
  const lineage = /serialize not implemented/i.test(error_message)
    ? await lineageWithFiles(connection, sql, columns)
    : await lineageByNow(connection, sql, columns)
  return lineage ?? unknown(columns, error_message)
}

const COMMENT = /--[^\n]*|\/\*[^]*?\*\//g
const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"/g

function hasSeveral(sql: string): boolean {
  return /;\s*\S/.test(sql.replace(COMMENT, ' ').replace(QUOTED, 'x'))
}

/** As the engine's other messages begin: `Catalog Error`, `Not implemented Error`. */
function inWords(type: string): string {
  return type.slice(0, 1).toUpperCase() + type.slice(1)
}

/** What the plan was in want of came meanwhile: others make tables in the same database. */
async function lineageByNow(
  connection: QueryConnection,
  sql: string,
  columns: readonly SqlColumn[],
): Promise<QueryColumns | undefined> {
  const answer = await readPlan(connection, sql)
  const [plan] = answer.error ? [] : answer.plans
  return plan && readLineage({ plan, columns })
}

async function lineageWithFiles(
  connection: QueryConnection,
  sql: string,
  columns: readonly SqlColumn[],
): Promise<QueryColumns | undefined> {
  return withStandIns(connection, sql, async (stoodIn) => {
    const answer = await readPlan(connection, stoodIn.sql)
    if (answer.error) return unknown(columns, answer.error_message)
    const [plan] = answer.plans
    return plan && readLineage({ plan, columns, files: stoodIn.files })
  })
}

async function describe(connection: QueryConnection, sql: string): Promise<SqlTable> {
  try {
    return await connection.query(DESCRIBE + sql)
  } catch (error) {
    throw error instanceof DatabaseError ? error.behind(DESCRIBE.length) : error
  }
}

function unknown(columns: readonly SqlColumn[], problem: string): QueryColumns {
  return {
    columns: columns.map((column) => ({ ...column, from: [], uses: [] })),
    uses: [],
    reads: [],
    problem,
  }
}
