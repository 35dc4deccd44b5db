import { isAbsolute, join } from 'node:path'
import type { Relation, SeedRequest } from '@btn/adapter'
import type { Json, LoadSeed, Seed } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { hooksOf, runHooks } from '../hooks.ts'
import { finishOf, finishRelation, needsTransaction } from '../materialize/finish.ts'
import type { StepContext, StepHandler } from '../step-context.ts'

/** Makes or refills a table from a CSV file. */
export const loadSeed: StepHandler<LoadSeed> = async (context) => {
  const { node, session } = context
  if (node.kind !== 'seed') throw new Error(`${node.id} is no seed`)
  context.startExecution()
  const target: Relation = { database: node.database, schema: node.schema, name: node.alias }
  const existing = await session.relations.find(target)
  const isFullRefresh = readFullRefresh(context, node)
  const mustRebuild = isFullRefresh || hasUniqueIndex(node)
  const hooks = hooksOf(node)
  const finish = finishOf(context)
  await runHooks(context, hooks.pre, false)
  const inTransaction = hooks.needTransaction || needsTransaction(finish)
  if (inTransaction) await session.begin()
  await runHooks(context, hooks.pre, true)
  const result = await session.loadSeed({
    ...toRequest(context, node, target),
    ...(existing?.type && { existing: existing.type }),
    isFullRefresh: mustRebuild,
    inTransaction,
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
  await runHooks(context, hooks.post, true)
  await session.commit()
  await runHooks(context, hooks.post, false)
  const { rowsAffected } = result
  const code = isFullRefresh ? 'CREATE' : 'INSERT'
  const message = `${code} ${rowsAffected}`
  return { status: 'success', message, response: { message, code, rowsAffected } }
}

function toRequest(
  { state }: StepContext,
  node: Seed,
  relation: Relation,
): Pick<SeedRequest, 'relation' | 'path' | 'shownPath' | 'delimiter' | 'columnTypes' | 'isEmpty'> {
  const { projectRoot, flags } = state.input
  const root = isAbsolute(node.rootPath) ? node.rootPath : join(projectRoot, node.rootPath)
  return {
    relation,
    path: join(root, node.originalPath),
    shownPath: node.file,
    delimiter: String(node.config['delimiter'] ?? ','),
    columnTypes: readTypes(node.config['column_types']),
    isEmpty: flags.empty,
    ...(node.config['quote_columns'] === true && { quoteColumns: true }),
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
