import type { ExecuteResult, Relation } from '@btn/adapter'
import { DiagnosticError } from '@btn/diagnostics'
import { isTruthy, type Value } from '@btn/jinja'
import { refuseStrategy, strategyMacro } from '../../config/incremental-strategies.ts'
import type { MacroArgument } from '../../context/runtime.ts'
import type { Json } from '../../types/index.ts'
import { runHooks } from '../hooks.ts'
import { placeOfSetting } from '../place-of-setting.ts'
import { isFullRefresh, macroText, type Build, type Materialization } from './build.ts'
import { finishOf, finishRelation } from './finish.ts'
import { makeTable } from './make-table.ts'
import { dropLeftovers, replaceRelation, runMain } from './replace.ts'

const SCHEMA_CHANGES = ['ignore', 'fail', 'append_new_columns', 'sync_all_columns']

/** Adds to the table that is there; builds it as a table when there is none, or when everything is asked for. */
export const buildIncremental: Materialization = (build) => {
  const { existing } = build
  return existing?.type === 'table' && !isFullRefresh(build)
    ? addRows(build, existing)
    : replaceRelation(build, 'table')
}

async function addRows(build: Build, existing: Relation): Promise<ExecuteResult> {
  const macro = findStrategyMacro(build)
  const { session, scope, hooks } = build
  const target: Relation = { ...build.target, type: 'table' }
  await dropLeftovers(build)
  await runHooks(build, hooks.pre, false)
  await session.begin()
  await runHooks(build, hooks.pre, true)
  const temporary = await scope.callMacro('make_temp_relation', [{ relation: target }])
  await makeTable(build, temporary, { isTemporary: true })
  const columns = await findColumns(build, temporary, existing)
  const strategy = {
    target_relation: { relation: target },
    temp_relation: temporary,
    unique_key: toArgument(build.node.config['unique_key']),
    dest_columns: columns,
    incremental_predicates: toArgument(
      build.node.config['predicates'] ?? build.node.config['incremental_predicates'],
    ),
  }
  const main = await macroText(build, macro, [{ dict: strategy }])
  const response = await runMain(build, main)
  const after = { existing, isRebuilt: false }
  await finishRelation(build, finishOf(build), target, after)
  await runHooks(build, hooks.post, true)
  await session.commit()
  await dropTemporary(build, temporary)
  await runHooks(build, hooks.post, false)
  return response
}

/** The columns to write: what the schema change says, else those of the table. */
async function findColumns(build: Build, temporary: Value, existing: Relation): Promise<Value> {
  const { scope, state, node } = build
  const configured = String(node.config['on_schema_change'] ?? 'ignore')
  const onSchemaChange = SCHEMA_CHANGES.includes(configured) ? configured : 'ignore'
  const isAsked =
    onSchemaChange !== 'ignore' || state.input.runtime.isOverridden(['process_schema_changes'])
  const old = { relation: existing }
  if (isAsked) {
    const changed = await scope.callMacro('process_schema_changes', [
      onSchemaChange,
      temporary,
      old,
    ])
    if (isTruthy(changed)) return changed
  }
  return scope.callMacro('get_columns_in_relation', [old])
}

/** Connections live as long as the run, and temporary tables as long as they. */
async function dropTemporary({ scope }: Build, temporary: Value): Promise<void> {
  await scope.callMacro('drop_relation', [temporary])
}

function findStrategyMacro(build: Build): string {
  const { node, state } = build
  const { manifest, runtime } = state.input
  const strategy = String(node.config['incremental_strategy'] ?? 'default')
  const macro = strategyMacro(strategy)
  const hasMacro = runtime.isBuiltin(macro) || runtime.isOverridden([macro])
  const { projectName } = manifest
  const place = placeOfSetting(build, 'incremental_strategy')
  const refusal = refuseStrategy({ strategy, projectName, hasMacro }, place)
  if (refusal) throw new DiagnosticError(refusal)
  return macro
}

function toArgument(value: Json | undefined): MacroArgument {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'object') return Array.isArray(value) ? value.map(toArgument) : null
  return value
}
