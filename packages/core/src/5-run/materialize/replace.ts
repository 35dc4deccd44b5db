import type { ExecuteResult, Relation, RelationType } from '@btn/adapter'
import type { TracedText } from '@btn/diagnostics'
import type { Constraint } from '../../types/index.ts'
import { runHooks } from '../hooks.ts'
import { isContractEnforced } from '../../config/contract.ts'
import { macroText, type Build } from './build.ts'
import { isPythonBuild, makeTable } from './make-table.ts'
import { findLayout, type Layout } from './layout.ts'
import { finishOf, finishRelation, needsTransaction } from './finish.ts'

const CREATE_MACROS = {
  table: ['create_table_as', 'get_create_table_as_sql', 'get_replace_table_sql'],
  view: ['create_view_as', 'get_create_view_as_sql', 'get_replace_view_sql'],
} as const
const SWAP_MACROS = ['make_intermediate_relation', 'rename_relation', 'drop_relation']

/**
 * Puts a new table or view in the place of whatever stands there, all at once: others see the old one until the new one
 * is complete. Where nothing asks for more, one `create or replace` is both the fastest way and a transaction of its own;
 * otherwise the new one is made beside, and takes the name over inside a transaction.
 */
export async function replaceRelation(build: Build, type: RelationType): Promise<ExecuteResult> {
  const { session, hooks, existing } = build
  const target: Relation = { ...build.target, type }
  const finish = finishOf(build)
  await dropLeftovers(build)
  await runHooks(build, hooks.pre, false)
  const layout = type === 'table' ? await findLayout(build, target) : {}
  const isInPlace = canReplaceInPlace(build, type) && Object.keys(layout).length === 0
  const isOneStatement = isInPlace && !isContractEnforced(build.node)
  if (!isOneStatement || hooks.needTransaction || needsTransaction(finish)) await session.begin()
  if (isInPlace && existing && hasForeignKeys(build.node) && !session.isInTransaction)
    await build.scope.callMacro('btn_hold_keys')
  await runHooks(build, hooks.pre, true)
  const response = isInPlace
    ? await replaceInPlace(build, target)
    : await swapIn(build, target, layout)
  await finishRelation(build, finish, target, { existing, isRebuilt: true })
  await runHooks(build, hooks.post, true)
  await session.commit()
  await runHooks(build, hooks.post, false)
  return response
}

function canReplaceInPlace(build: Build, type: RelationType): boolean {
  const { state, session, existing, node } = build
  if (isPythonBuild(build) || (existing && existing.type !== type)) return false
  // The table is made, then filled: where the two are no transaction, a query that fails would leave it empty.
  if (isContractEnforced(node) && !session.hasTransactions && !hasForeignKeys(node)) return false
  return !state.input.runtime.isOverridden([...CREATE_MACROS[type], ...SWAP_MACROS])
}

async function replaceInPlace(build: Build, target: Relation): Promise<ExecuteResult> {
  const macro = target.type === 'view' ? 'get_replace_view_sql' : 'get_replace_table_sql'
  const sql = await macroText(build, macro, [{ relation: target }, build.sql])
  build.session.writeRun(asStatementBeside(build, target, toText(sql)))
  return withoutDependents(build, target, async () => {
    const response = await build.session.execute(sql)
    build.session.relations.add(target)
    return response
  })
}

/** While a table is replaced, no foreign key may point to it. */
async function withoutDependents<T>(
  { scope, existing, node }: Build,
  target: Relation,
  work: () => Promise<T>,
): Promise<T> {
  const isReferable = existing?.type === 'table' && hasConstraint(node, KEYS)
  if (!isReferable) return work()
  const aside = await scope.callMacro('drop_foreign_key_dependents', [{ relation: target }])
  const result = await work()
  await scope.callMacro('restore_foreign_key_dependents', [aside])
  return result
}

/** Only columns with such a constraint can be what a foreign key points to. */
const KEYS: readonly Constraint['type'][] = ['primary_key', 'unique']

/**
 * What `target/run` shows: the statement as dbt writes it, which makes the relation under another name. So whoever
 * runs the file by hand to look for a mistake does not replace the real one.
 */
function asStatementBeside(build: Build, target: Relation, sql: string): string {
  const { name } = build.state.input.dialect
  const isBeside =
    build.existing !== undefined || build.node.config['materialized'] !== 'incremental'
  const suffix = isBeside && !hasConstraint(build.node, ['foreign_key']) ? '__dbt_tmp' : ''
  const beside = name({ ...target, name: target.name + suffix })
  return sql
    .replace(
      `create or replace ${target.type} ${name(target)}`,
      () => `create ${target.type} ${beside}`,
    )
    .replace(`insert into ${name(target)} (`, () => `insert into ${beside} (`)
}

/** DuckDB loses sight of a foreign key when its table is renamed: such tables are made in their place. */
function hasForeignKeys(node: Build['node']): boolean {
  return isContractEnforced(node) && hasConstraint(node, ['foreign_key'])
}

function hasConstraint(node: Build['node'], types: readonly Constraint['type'][]): boolean {
  const isOne = ({ type }: Constraint): boolean => types.includes(type)
  const ofModel = node.kind === 'model' && node.constraints.some(isOne)
  return ofModel || [...node.columns.values()].some((column) => column.constraints.some(isOne))
}

async function swapIn(build: Build, target: Relation, layout: Layout): Promise<ExecuteResult> {
  const { scope, existing } = build
  const beside = await scope.callMacro('make_intermediate_relation', [{ relation: target }])
  const response = await (target.type === 'view'
    ? runMain(build, await macroText(build, 'get_create_view_as_sql', [beside, build.sql]))
    : makeTable(build, beside, { layout, isMain: true }))
  await withoutDependents(build, target, async () => {
    const old = existing && (await stepAside(build, existing))
    await scope.callMacro('rename_relation', [beside, { relation: target }])
    build.session.relations.add(target)
    if (old) await scope.callMacro('drop_relation', [{ relation: old }])
  })
  return response
}

/** Frees the name. Without a transaction the old relation is kept until the new one has it: gives what is still to be dropped. */
async function stepAside(
  { scope, session }: Build,
  existing: Relation,
): Promise<Relation | undefined> {
  session.relations.drop(existing)
  if (session.hasTransactions) {
    await scope.callMacro('drop_relation', [{ relation: existing }])
    return undefined
  }
  // DuckDB renames no table that has indexes.
  if (existing.type === 'table')
    await scope.callMacro('drop_indexes_on_relation', [{ relation: existing }])
  const backup = { ...existing, name: `${existing.name}__dbt_backup` }
  await scope.callMacro('rename_relation', [{ relation: existing }, { relation: backup }])
  return backup
}

/** Runs the statement that makes the relation, after writing it to `target/run`. */
export async function runMain(build: Build, sql: TracedText | string): Promise<ExecuteResult> {
  build.session.writeRun(toText(sql))
  return build.session.execute(sql)
}

function toText(sql: TracedText | string): string {
  return typeof sql === 'string' ? sql : sql.text
}

/** What an earlier run that was killed may have left, in databases whose DDL is not transactional, or dbt itself. */
export async function dropLeftovers(
  { session, scope, target }: Build,
  suffixes: readonly string[] = ['__dbt_tmp', '__dbt_backup'],
): Promise<void> {
  for (const suffix of suffixes) {
    const found = await session.relations.find({ ...target, name: target.name + suffix })
    if (!found) continue
    await scope.callMacro('drop_relation', [{ relation: found }])
    session.relations.drop(found)
  }
}
