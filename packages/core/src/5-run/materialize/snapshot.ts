import type { Relation } from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { Value } from '@btn/jinja'
import { runHooks } from '../hooks.ts'
import type { Response } from '../step-context.ts'
import { macroText, type Build, type Materialization } from './build.ts'
import { finishOf, finishRelation } from './finish.ts'
import { runMain } from './replace.ts'

/**
 * Keeps the history of a query. The first run makes the table; later ones compare the query with the versions that are valid
 * now, end those that are over and add new ones, in one transaction. All SQL comes from macros: `snapshot_*` and their like.
 */
export const buildSnapshot: Materialization = async (build) => {
  const { session, scope, hooks, existing } = build
  const target: Relation = { ...build.target, type: 'table' }
  refuseOthers(build, target)
  await runHooks(build, hooks.pre, false)
  await session.begin()
  await runHooks(build, hooks.pre, true)
  const strategy = await scope.callMacro('btn_snapshot_strategy', [existing !== undefined])
  const made = existing
    ? await addVersions(build, target, strategy)
    : { response: await createTable(build, target, strategy) }
  await finishRelation(build, finishOf(build), target, { existing, isRebuilt: !existing })
  await runHooks(build, hooks.post, true)
  await session.commit()
  if (made.staging !== undefined) await scope.callMacro('post_snapshot', [made.staging])
  await runHooks(build, hooks.post, false)
  return made.response
}

function refuseOthers({ node, existing, state }: Build, target: Relation): void {
  if (!existing || existing.type === 'table') return
  const relation = state.input.dialect.name(target)
  throw new DiagnosticError(
    diagnostic('snapshot-onto-view', { name: node.name, relation, type: existing.type ?? '' }),
  )
}

async function createTable(build: Build, target: Relation, strategy: Value): Promise<Response> {
  const { scope, session, sql } = build
  const query = await macroText(build, 'build_snapshot_table', [strategy, sql])
  const create = await macroText(build, 'create_table_as', [false, { relation: target }, query])
  await scope.callMacro('check_time_data_types', [query])
  const response = await runMain(build, create)
  session.relations.add(target)
  return response
}

interface Added {
  readonly response: Response
  /** The table of changes, to be cleared away. */
  readonly staging?: Value
}

async function addVersions(build: Build, target: Relation, strategy: Value): Promise<Added> {
  const { scope, sql } = build
  const relation = { relation: target }
  await scope.callMacro('btn_check_snapshot_target', [relation, strategy])
  const changes = await macroText(build, 'snapshot_staging_table', [strategy, sql, relation])
  const staging = await scope.callMacro('build_snapshot_staging_table', [strategy, sql, relation])
  const columns = await scope.callMacro('btn_prepare_snapshot_target', [
    staging,
    relation,
    strategy,
  ])
  const merge = await macroText(build, 'snapshot_merge_sql', [relation, staging, columns])
  await scope.callMacro('check_time_data_types', [changes])
  return { response: await runMain(build, merge), staging }
}
