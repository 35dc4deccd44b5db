import { isAbsolute, join } from 'node:path'
import type { Relation, SeedRequest, SqlTable } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { Json, LoadSeed, Node, Seed } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { hooksOf, runHooks } from '../hooks.ts'
import { finishOf, finishRelation, needsTransaction } from '../materialize/finish.ts'
import { refuseUnnamed } from '../materialize/refuse-unnamed.ts'
import { runTemplate } from '../materialize/template.ts'
import type { RunInput } from '../run-input.ts'
import type { NodeSession } from '../session.ts'
import { built, type StepContext, type StepHandler } from '../step-context.ts'

/** Makes or refills a table from a CSV file. */
export const loadSeed: StepHandler<LoadSeed> = async (context) => {
  const { node, session } = context
  if (node.kind !== 'seed') throw new Error(`${node.id} is no seed`)
  context.startExecution()
  refuseUnnamed(context)
  const macro = findOwn(context, node)
  const target: Relation = { database: node.database, schema: node.schema, name: node.alias }
  if (macro !== undefined) {
    const ending = built(await runTemplate(context, 'seed', macro))
    await drawSample(context, target)
    return ending
  }
  const existing = await session.relations.find(target)
  const isFullRefresh = readFullRefresh(context, node)
  const mustRebuild = isFullRefresh || hasUniqueIndex(node)
  const hooks = hooksOf(node)
  const finish = finishOf(context)
  await runHooks(context, hooks.pre, false)
  if (hooks.needTransaction || needsTransaction(finish)) await session.begin()
  await runHooks(context, hooks.pre, true)
  const result = await session.loadSeed({
    ...toRequest(context, node, target),
    ...(existing?.type && { existing: existing.type }),
    isFullRefresh: mustRebuild,
    inTransaction: session.isInTransaction,
  })
  for (const item of result.diagnostics) {
    session.log({
      type: 'logged',
      level: 'warn',
      message: item.message,
      node: node.id,
      diagnostic: item,
    })
  }
  const table: Relation = { ...target, type: 'table' }
  session.relations.add(table)
  const isRebuilt = mustRebuild || existing?.type !== 'table'
  await finishRelation(context, finish, table, { existing, isRebuilt })
  await drawSample(context, table)
  await runHooks(context, hooks.post, true)
  await session.commit()
  await runHooks(context, hooks.post, false)
  const { rowsAffected } = result
  const code = isFullRefresh ? 'CREATE' : 'INSERT'
  const message = `${code} ${rowsAffected}`
  return { status: 'success', message, response: { message, code, rowsAffected } }
}

/** `seed --show`: some of the rows of the file, in no order. */
async function drawSample({ state, node, session }: StepContext, seed: Relation): Promise<void> {
  const { showLimit, dialect } = state.input
  if (showLimit === undefined) return
  const name = dialect.name(seed)
  const { table } = await session.query(
    `select * from ${name} order by random() limit ${showLimit}`,
  )
  state.shown.set(node.id, table)
}

/** Macros that templates load a seed with; who replaces one of them expects it to be called. */
const SEED_MACROS = [
  'create_csv_table',
  'reset_csv_table',
  'load_csv_rows',
  'get_csv_sql',
  'get_batch_size',
  'get_binding_char',
  'get_seed_column_quoted_csv',
]

/** The materialization as a template, where the project brings one or a part of it. */
function findOwn({ session, state }: StepContext, node: Seed): string | undefined {
  const { runtime } = state.input
  const own = runtime.findMaterialization('seed', node, session)
  return own ?? (runtime.isOverridden(SEED_MACROS) ? 'dbt.materialization_seed_default' : undefined)
}

/** The rows of a seed's file as templates get them: columns with a fixed type as text, the others as they look. */
export async function readSeed(at: {
  readonly state: StepContext['state']
  readonly node: Node
  readonly session: NodeSession
}): Promise<SqlTable> {
  const { state, node, session } = at
  if (node.kind !== 'seed') {
    const params = { name: node.name, kind: node.kind }
    throw new DiagnosticError(diagnostic('seed-wanted', params))
  }
  const relation = { database: 'temp', schema: 'main', name: `__btn_seed_${node.alias}` }
  const fixed = Object.keys(readTypes(node.config['column_types']))
  await session.loadSeed({
    ...toRequest({ state }, node, relation),
    columnTypes: Object.fromEntries(fixed.map((name) => [name, 'varchar'])),
    isFullRefresh: true,
    inTransaction: session.isInTransaction,
  })
  const name = state.input.dialect.name(relation)
  const { table } = await session.query(`select * from ${name}`)
  await session.execute(`drop table ${name}`)
  return table
}

/** What the loader has to know of a seed. */
export function toRequest(
  { state }: { readonly state: { readonly input: Pick<RunInput, 'projectRoot' | 'flags'> } },
  node: Seed,
  relation: Relation,
): Pick<SeedRequest, 'relation' | 'path' | 'shownPath' | 'delimiter' | 'columnTypes' | 'isEmpty'> {
  const { projectRoot, flags } = state.input
  const quoteColumns = node.config['quote_columns']
  const root = isAbsolute(node.rootPath) ? node.rootPath : join(projectRoot, node.rootPath)
  return {
    relation,
    path: join(root, node.originalPath),
    shownPath: node.file,
    delimiter: String(node.config['delimiter'] ?? ','),
    columnTypes: readTypes(node.config['column_types']),
    isEmpty: flags.empty,
    ...(typeof quoteColumns === 'boolean' && { quoteColumns }),
  }
}

/** DuckDB still sees the old keys of such an index when rows are exchanged within one transaction. */
function hasUniqueIndex({ config }: Seed): boolean {
  const indexes = config['indexes']
  return Array.isArray(indexes) && indexes.some((it) => isObject(it) && it['unique'] === true)
}

function readTypes(value: Json | undefined): Readonly<Record<string, string>> {
  if (!isObject(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, type]) => [name, String(type)]))
}

function readFullRefresh({ state }: StepContext, node: Seed): boolean {
  const configured = node.config['full_refresh']
  return typeof configured === 'boolean' ? configured : state.input.flags.full_refresh
}
