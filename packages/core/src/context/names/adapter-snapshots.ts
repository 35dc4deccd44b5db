import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import { callValue, Dict, raise, toText, type CallArguments, type Value } from '@btn/jinja'
import type { Context } from '../context.ts'
import { ColumnValue } from '../values/column.ts'
import { callMacro, nothing, toRelation, type Method } from './adapter-method.ts'

const REQUIRED = ['dbt_scd_id', 'dbt_valid_from', 'dbt_valid_to']

/** Stops unless the target has the columns of history under the names that the node gave them. */
async function checkTarget(
  context: Context,
  target: Value | undefined,
  names: Value | undefined,
  call: CallArguments,
  needed: readonly string[],
): Promise<Value> {
  const relation = toRelation(target)
  const columns = await callMacro(context, 'get_columns_in_relation', [relation], call)
  const existing = new Set(
    (Array.isArray(columns) ? columns : [])
      .filter((column) => column instanceof ColumnValue)
      .map((column) => column.name.toLowerCase()),
  )
  const missing = needed
    .map((name) => toText(itemOf(names, name) ?? name))
    .filter((name) => !existing.has(name.toLowerCase()))
  if (missing.length === 0) return null
  const params = { relation: relation.render(), missing }
  throw new DiagnosticError(diagnostic('snapshot-target', params, { span: call.callSite }))
}

function itemOf(value: Value | undefined, key: string): Value | undefined {
  return typeof value === 'object' && value !== null && 'getItem' in value
    ? value.getItem?.(key)
    : undefined
}

/** A setting of `config`, or of a dict with the same keys. */
function settingOf(config: Value | undefined, name: string, call: CallArguments): Value {
  if (config instanceof Dict) return config.getItem(name) ?? null
  const get = hasAttributes(config) ? config.getAttribute?.('get') : undefined
  if (get === undefined) return raise('TypeError', 'the settings of a snapshot are expected here')
  const value = callValue(get, { ...call, positional: [name], named: new Map() })
  return value instanceof Promise ? null : value
}

function hasAttributes(
  value: Value | undefined,
): value is Extract<Value, { getAttribute?: unknown }> {
  return typeof value === 'object' && value !== null && 'getAttribute' in value
}

/** Methods of `adapter` for snapshots. */
export const snapshotMethods: Readonly<Record<string, Method>> = {
  valid_snapshot_target: {
    parameters: ['relation', 'column_names?'],
    atParse: nothing,
    call: (context, [relation, names], call) =>
      checkTarget(context, relation, names, call, REQUIRED),
  },
  assert_valid_snapshot_target_given_strategy: {
    parameters: ['relation', 'column_names', 'strategy'],
    atParse: nothing,
    call: (context, [relation, names, strategy], call) => {
      const writesDeletes = itemOf(strategy, 'hard_deletes') === 'new_record'
      const needed = writesDeletes ? [...REQUIRED, 'dbt_is_deleted'] : REQUIRED
      return checkTarget(context, relation, names, call, needed)
    },
  },
  get_hard_deletes_behavior: {
    parameters: ['config'],
    atParse: nothing,
    call: (_context, [config], call) => {
      const wanted = settingOf(config, 'hard_deletes', call)
      const older = settingOf(config, 'invalidate_hard_deletes', call)
      if (wanted !== null && older !== null) throw conflict(call)
      if (older === true) return 'invalidate'
      const behaviour = wanted === null ? 'ignore' : toText(wanted)
      if (BEHAVIOURS.includes(behaviour)) return behaviour
      const params = { value: behaviour, known: BEHAVIOURS }
      throw new DiagnosticError(
        diagnostic('snapshot-hard-deletes', params, { span: call.callSite }),
      )
    },
  },
}

const BEHAVIOURS: readonly string[] = ['ignore', 'invalidate', 'new_record']

function conflict(call: CallArguments): DiagnosticError {
  return new DiagnosticError(diagnostic('snapshot-hard-deletes-twice', {}, { span: call.callSite }))
}
