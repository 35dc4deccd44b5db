import type { Connection, LoadRequest } from '@btn/adapter'
import { isPersonal } from './layout.ts'
import { list, literal } from './names.ts'
import type { LoadPlan } from './plan-load.ts'
import { isExchange, type Existing } from './publish.ts'
import { isOverRows, type StagePlan } from './stage-sql.ts'

// To store a row costs three times what it costs to read it. Where rows are added to a table that there is, the good ones go straight from
// the files into it: the stage has the verdicts on all rows, and what was rejected. That takes a second scan, which must come to the same verdicts.

interface Added {
  readonly request: LoadRequest
  readonly plan: LoadPlan
  readonly existing: Existing | undefined
}

/** What a stage must have of the good rows when they are read a second time; undefined where they must not be. */
export async function planTwice(
  connection: Connection,
  { request, plan, existing }: Added,
): Promise<readonly string[] | undefined> {
  const { strategy, contract, privacy, isDryRun } = request
  // A dry run stores no rows, and compares those that were mended with all others.
  if (isDryRun || isExchange(request, existing) || contract.dedupe || privacy) return undefined
  const { layout, reasons } = plan.stage
  if (isPersonal(layout)) return undefined
  // Numbers of rows are those of the stage; so is what only all rows together can tell.
  if (reasons.some(isOverRows) || layout.lineage.some(({ kind }) => kind === 'line'))
    return undefined
  if (!plan.files.every(isCheap) || !(await isRepeatable(connection, plan.stage))) return undefined
  return strategy.kind === 'upsert' ? strategy.key : []
}

/** JSON and packed files take longer to read than their rows to copy. */
function isCheap({ shape }: LoadPlan['files'][number]): boolean {
  if (shape.kind === 'records') return shape.compression === 'none'
  return shape.kind === 'parquet'
}

/** Parts of an expression that is about one row. */
const PLAIN = new Set([
  ...['BETWEEN', 'CASE', 'CAST', 'COLLATE', 'COLUMN_REF', 'COMPARISON', 'CONJUNCTION'],
  ...['CONSTANT', 'FUNCTION', 'OPERATOR'],
])

/** Whether SQL of the user's says the same of a row each time: it is made of the row's columns and of functions of the engine's that always do. */
async function isRepeatable(connection: Connection, plan: StagePlan): Promise<boolean> {
  const { layout, contract, context } = plan
  const cleaners = layout.columns.flatMap(({ cleaner }) =>
    cleaner?.kind === 'sql' ? [cleaner.sql] : [],
  )
  const rules = contract.rules.flatMap(({ check, repair = {} }) => [
    ...(check.kind === 'sql' ? [check.sql] : []),
    ...Object.values(repair),
  ])
  const names = new Set([...layout.columns.map(({ name }) => name), layout.raw].map(lower))
  const called = new Set<string>()
  for (const sql of [...cleaners, ...rules].map(context.fill)) {
    const tree = await parse(connection, sql)
    if (!tree || !collectCalls(tree, { names, called })) return false
  }
  return areConsistent(connection, called)
}

const lower = (text: string): string => text.toLowerCase()

async function parse(connection: Connection, sql: string): Promise<unknown> {
  const { rows } = await connection.query(
    `select json_serialize_sql(${literal(`select (${sql})`)})`,
  )
  const { error, statements } = JSON.parse(String(rows[0]?.[0]))
  return error ? undefined : statements
}

interface Found {
  readonly names: ReadonlySet<string>
  readonly called: Set<string>
}

/** False where the tree reads anything but the row. `current_date` looks like a column, and so does the parameter of a lambda. */
function collectCalls(tree: unknown, found: Found): boolean {
  if (Array.isArray(tree)) return tree.every((it) => collectCalls(it, found))
  if (typeof tree !== 'object' || tree === null) return true
  const node: Readonly<Record<string, unknown>> = { ...tree }
  const kind = node['class']
  if (kind !== undefined && !PLAIN.has(String(kind))) return false
  if (kind === 'COLUMN_REF') {
    const [first] = Array.isArray(node['column_names']) ? node['column_names'] : []
    return found.names.has(lower(String(first)))
  }
  if (kind === 'FUNCTION') found.called.add(lower(String(node['function_name'])))
  return Object.values(node).every((it) => collectCalls(it, found))
}

/** A macro may hide anything. */
async function areConsistent(
  connection: Connection,
  called: ReadonlySet<string>,
): Promise<boolean> {
  if (called.size === 0) return true
  const { rows } = await connection.query(
    `select function_name from duckdb_functions() where lower(function_name) in (${list([...called].map(literal))})` +
      ` group by function_name having bool_and(function_type = 'scalar' and stability = 'CONSISTENT')`,
  )
  return rows.length === called.size
}
