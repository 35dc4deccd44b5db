import { DiagnosticError } from '@btn/diagnostics'
import {
  fromJs,
  hostFunction,
  isTruthy,
  readArguments,
  toText,
  toTracedText,
  type HostObject,
  type Value,
} from '@btn/jinja'
import { refuseStrategy, strategyMacro } from '../../config/incremental-strategies.ts'
import type { Context, NameBuilder } from '../context.ts'
import { bindValues } from '../bind-values.ts'
import { dispatch } from '../dispatch.ts'
import { AgateTable } from '../values/agate/table.ts'
import { columnClass } from '../values/column.ts'
import { relationClass } from '../values/relation.ts'
import { columnMethods } from './adapter-columns.ts'
import { constraintMethods } from './adapter-constraints.ts'
import { duckdbMethods } from './adapter-duckdb.ts'
import { externalMethods } from './adapter-external.ts'
import { nothing, part, running, type Method } from './adapter-method.ts'
import { moreMethods } from './adapter-more.ts'
import { relationMethods } from './adapter-relations.ts'
import { snapshotMethods } from './adapter-snapshots.ts'
import { responseRecord } from './results.ts'

const methods: Readonly<Record<string, Method>> = {
  type: { parameters: [], call: (context) => context.invocation.adapterType },
  dispatch: {
    parameters: ['macro_name', 'macro_namespace?', 'packages?'],
    call: (context, [name, namespace, packages], call) =>
      dispatch(context, { name: part(name), namespace: namespace ?? null, packages }, call),
  },
  quote: {
    parameters: ['identifier'],
    call: (context, [identifier]) => context.invocation.dialect.quote(part(identifier)),
  },
  quote_as_configured: {
    parameters: ['identifier', 'quote_key'],
    call: (context, [identifier, key]) => {
      const policy: Readonly<Record<string, boolean>> = context.invocation.quoting
      return policy[part(key)] === false
        ? part(identifier)
        : context.invocation.dialect.quote(part(identifier))
    },
  },
  quote_seed_column: {
    parameters: ['column', 'quote_config'],
    call: (context, [column, quote]) =>
      quote === false ? part(column) : context.invocation.dialect.quote(part(column)),
  },
  execute: {
    parameters: ['sql', 'auto_begin?', 'fetch?', 'limit?'],
    keepsTraces: true,
    atParse: () => ['', new AgateTable({ columns: [], rows: [] })],
    call: async (context, [sql, autoBegin, fetch]) => {
      const { session } = running(context)
      const text = toTracedText(sql ?? null)
      const options = { autoBegin: isTruthy(autoBegin ?? false) }
      if (!isTruthy(fetch ?? false)) {
        const response = await session.execute(text, options)
        return [
          responseRecord(response.message, null, response.rowsAffected ?? null),
          new AgateTable({ columns: [], rows: [] }),
        ]
      }
      const { response, table } = await session.query(text, options)
      return [
        responseRecord(response.message, null, response.rowsAffected ?? null),
        new AgateTable(table, printer(context)),
      ]
    },
  },
  add_query: {
    parameters: ['sql', 'auto_begin?', 'bindings?', 'abridge_sql_log?'],
    keepsTraces: true,
    atParse: nothing,
    call: async (context, [sql, autoBegin, bindings]) => {
      const text = toTracedText(sql ?? null)
      const hasValues = bindings !== undefined && bindings !== null
      await running(context).session.execute(
        hasValues ? bindValues(toText(text), bindings, context.invocation.dialect) : text,
        { autoBegin: isTruthy(autoBegin ?? true) },
      )
      return null
    },
  },
  commit: {
    parameters: [],
    atParse: nothing,
    call: async (context) => {
      await running(context).session.commit()
      return null
    },
  },
  standardize_grants_dict: {
    parameters: ['grants_table'],
    call: (_context, [table]) => standardizeGrants(table),
  },
  get_incremental_strategy_macro: {
    parameters: ['model_context', 'strategy'],
    atParse: nothing,
    call: (context, [, strategy], call) => {
      const asked = strategy === null || strategy === undefined ? 'default' : part(strategy)
      const macro = context.scope.lookup(strategyMacro(asked))
      const hasMacro = macro !== undefined
      const projectName = context.invocation.rootPackage
      const place = { span: call.callSite }
      const refusal = refuseStrategy({ strategy: asked, projectName, hasMacro }, place)
      if (!refusal && hasMacro) return macro
      throw new DiagnosticError(refusal ?? [])
    },
  },
  ...constraintMethods,
  ...duckdbMethods,
  ...externalMethods,
  ...columnMethods,
  ...relationMethods,
  ...snapshotMethods,
  ...moreMethods,
}

/** Where a table's `print_table()` writes. */
function printer(context: Context): (message: string) => void {
  const { session } = running(context)
  return (message) =>
    session.log({ type: 'logged', level: 'info', message, isPrint: true, node: context.subject.id })
}

function standardizeGrants(table: Value | undefined): Value {
  const grants: Record<string, string[]> = {}
  if (table instanceof AgateTable) {
    for (const row of table.rows) {
      const privilege = toText(row.getItem?.('privilege_type') ?? null)
      ;(grants[privilege] ??= []).push(toText(row.getItem?.('grantee') ?? null))
    }
  }
  return fromJs(grants)
}

/** Everything that `adapter` offers. */
export const adapterNames: ReadonlySet<string> = new Set([
  ...Object.keys(methods),
  ...['Relation', 'Column', 'behavior'],
])

/** `adapter`: the database as templates reach it. */
export const adapter: NameBuilder = (context) => {
  const made = new Map<string, Value>()
  const { dialect, typeRules } = context.invocation
  const classes: Readonly<Record<string, () => Value>> = {
    Relation: () => relationClass(dialect, context.invocation.quoting),
    Column: () => columnClass(typeRules, (name) => dialect.quote(name)),
    behavior: () => fromJs({}),
  }
  const object: HostObject = {
    typeName: 'Adapter',
    attributeNames: () => [...Object.keys(methods), ...Object.keys(classes)],
    getAttribute(name) {
      const known = made.get(name)
      if (known !== undefined) return known
      const value = Object.hasOwn(classes, name) ? classes[name]?.() : bind(context, name)
      if (value !== undefined) made.set(name, value)
      return value
    },
  }
  return object
}

function bind(context: Context, name: string): Value | undefined {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined
  if (!method) return undefined
  return hostFunction(
    name,
    (call) => {
      const args = readArguments(call, name, method.parameters)
      if (method.atParse && context.mode.kind === 'parse') return method.atParse()
      return method.call(context, args, call)
    },
    { keepsTraces: method.keepsTraces ?? false },
  )
}
