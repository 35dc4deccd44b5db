import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import {
  callValue,
  fromJs,
  hostFunction,
  raise,
  readArguments,
  toText,
  toTracedText,
  isTruthy,
  type CallArguments,
  type HostObject,
  type Value,
} from '@btn/jinja'
import type { Context, NameBuilder, RunMode } from '../context.ts'
import { dispatch } from '../dispatch.ts'
import { AgateTable } from '../values/agate-table.ts'
import { columnClass, columnFrom, ColumnValue } from '../values/column.ts'
import { relationClass, RelationValue } from '../values/relation.ts'
import { constraintMethods } from './adapter-constraints.ts'
import { duckdbMethods } from './adapter-duckdb.ts'
import { responseRecord } from './results.ts'

/** A method of `adapter`: what it gives before the database may be asked, and what it does then. */
interface Method {
  readonly parameters: readonly string[]
  /** What stands for the answer at parse time; undefined when the method works there, too. */
  readonly atParse?: () => Value
  readonly keepsTraces?: boolean
  readonly call: (
    context: Context,
    args: readonly (Value | undefined)[],
    call: CallArguments,
  ) => Value | Promise<Value>
}

const nothing = (): Value => null
const emptyList = (): Value => []

function running(context: Context): RunMode {
  if (context.mode.kind === 'run') return context.mode
  throw new Error('a method that needs the database was called at parse time')
}

function toRelation(value: Value | undefined): RelationValue {
  if (value instanceof RelationValue) return value
  return raise('TypeError', 'a relation is expected here')
}

function part(value: Value | undefined): string {
  return value === undefined || value === null ? '' : toText(value)
}

/** Calls the macro of that name, which a project may have overridden. */
function callMacro(
  context: Context,
  name: string,
  positional: readonly Value[],
  call: CallArguments,
) {
  const macro = context.scope.lookup(name)
  if (macro === undefined) throw new Error(`no built-in macro ${name}`)
  return callValue(macro, {
    positional,
    callSite: call.callSite,
    frame: call.frame,
    rendering: call.rendering,
  })
}

async function columnsOf(
  context: Context,
  value: Value | undefined,
  call: CallArguments,
): Promise<ColumnValue[]> {
  const arguments_ = [toRelation(value)]
  try {
    const listed = await callMacro(context, 'get_columns_in_relation', arguments_, call)
    return Array.isArray(listed) ? listed.filter((item) => item instanceof ColumnValue) : []
  } catch (error) {
    if (isMissingRelation(error)) return []
    throw error
  }
}

/** A relation that is not there has no columns, in dbt-duckdb too: templates ask to learn whether it is. */
function isMissingRelation(error: unknown): boolean {
  return (
    error instanceof DiagnosticError &&
    error.diagnostics.some(
      (item) => item.code === 'database-error' && /does not exist/i.test(item.message),
    )
  )
}

async function findRelation(
  context: Context,
  args: readonly (Value | undefined)[],
): Promise<Value> {
  const [database, schema, identifier] = args.map(part)
  const wanted = { database: database ?? '', schema: schema ?? '', name: identifier ?? '' }
  const found = await running(context).session.relations.find(wanted)
  if (!found) return null
  return new RelationValue(context.invocation.dialect, {
    database: found.database,
    schema: found.schema,
    identifier: found.name,
    type: found.type,
  })
}

const byRelation: Pick<Method, 'parameters' | 'atParse'> = {
  parameters: ['relation'],
  atParse: nothing,
}

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
        new AgateTable(table),
      ]
    },
  },
  add_query: {
    parameters: ['sql', 'auto_begin?', 'bindings?', 'abridge_sql_log?'],
    keepsTraces: true,
    atParse: nothing,
    call: async (context, [sql, autoBegin]) => {
      await running(context).session.execute(toTracedText(sql ?? null), {
        autoBegin: isTruthy(autoBegin ?? true),
      })
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
  get_relation: {
    parameters: ['database', 'schema', 'identifier'],
    atParse: nothing,
    call: (context, args) => findRelation(context, args),
  },
  load_relation: {
    ...byRelation,
    call: (context, [relation]) => {
      const { database, schema, identifier } = toRelation(relation).fields
      return findRelation(context, [database ?? '', schema ?? '', identifier ?? ''])
    },
  },
  list_relations: {
    parameters: ['database', 'schema'],
    atParse: emptyList,
    call: async (context, [database, schema]) => {
      const found = await running(context).session.relations.list(part(database), part(schema))
      return found.map(
        (relation) =>
          new RelationValue(context.invocation.dialect, {
            database: relation.database,
            schema: relation.schema,
            identifier: relation.name,
            type: relation.type,
          }),
      )
    },
  },
  list_relations_without_caching: {
    parameters: ['schema_relation'],
    atParse: emptyList,
    call: (context, [relation], call) =>
      callMacro(context, 'list_relations_without_caching', [toRelation(relation)], call),
  },
  list_schemas: {
    parameters: ['database'],
    atParse: emptyList,
    call: async (context, [database]) => [
      ...(await running(context).session.listSchemas(part(database))),
    ],
  },
  check_schema_exists: {
    parameters: ['database', 'schema'],
    atParse: () => false,
    call: async (context, [database, schema]) => {
      const names = await running(context).session.listSchemas(part(database))
      return names.some((name) => name.toLowerCase() === part(schema).toLowerCase())
    },
  },
  get_columns_in_relation: {
    parameters: ['relation'],
    atParse: emptyList,
    call: (context, [relation], call) => columnsOf(context, relation, call),
  },
  get_missing_columns: {
    parameters: ['from_relation', 'to_relation'],
    atParse: emptyList,
    call: async (context, [from, to], call) => {
      const existing = new Set((await columnsOf(context, to, call)).map((column) => column.name))
      return (await columnsOf(context, from, call)).filter((column) => !existing.has(column.name))
    },
  },
  get_column_schema_from_query: {
    parameters: ['sql'],
    keepsTraces: true,
    atParse: emptyList,
    call: async (context, [sql]) => {
      const { dialect, typeRules } = context.invocation
      const { table } = await running(context).session.query(toTracedText(sql ?? null))
      return table.columns.map((column) =>
        columnFrom(column, typeRules, (name) => dialect.quote(name)),
      )
    },
  },
  expand_target_column_types: {
    parameters: ['from_relation', 'to_relation'],
    atParse: nothing,
    call: (context, [from, to], call) => expandColumns(context, from, to, call),
  },
  create_schema: {
    ...byRelation,
    call: async (context, [relation], call) => {
      await callMacro(
        context,
        'create_schema',
        [toRelation(relation).with({ identifier: undefined })],
        call,
      )
      return ''
    },
  },
  drop_schema: {
    ...byRelation,
    call: async (context, [relation], call) => {
      const value = toRelation(relation)
      await callMacro(context, 'drop_schema', [value], call)
      running(context).session.relations.dropSchema(
        value.fields.database ?? '',
        value.fields.schema ?? '',
      )
      return ''
    },
  },
  drop_relation: {
    ...byRelation,
    call: async (context, [relation], call) => {
      const value = toRelation(relation)
      running(context).session.relations.drop(value.toRelation())
      await callMacro(context, 'drop_relation', [value], call)
      return ''
    },
  },
  truncate_relation: {
    ...byRelation,
    call: async (context, [relation], call) => {
      await callMacro(context, 'truncate_relation', [toRelation(relation)], call)
      return ''
    },
  },
  rename_relation: {
    parameters: ['from_relation', 'to_relation'],
    atParse: nothing,
    call: async (context, [from, to], call) => {
      const [source, target] = [toRelation(from), toRelation(to)]
      running(context).session.relations.rename(source.toRelation(), target.toRelation())
      await callMacro(context, 'rename_relation', [source, target], call)
      return ''
    },
  },
  cache_added: cacheMethod(['relation'], (mode, [relation]) =>
    mode.session.relations.add(toRelation(relation).toRelation()),
  ),
  cache_dropped: cacheMethod(['relation'], (mode, [relation]) =>
    mode.session.relations.drop(toRelation(relation).toRelation()),
  ),
  cache_renamed: cacheMethod(['from_relation', 'to_relation'], (mode, [from, to]) =>
    mode.session.relations.rename(toRelation(from).toRelation(), toRelation(to).toRelation()),
  ),
  standardize_grants_dict: {
    parameters: ['grants_table'],
    call: (_context, [table]) => standardizeGrants(table),
  },
  get_incremental_strategy_macro: {
    parameters: ['model_context', 'strategy'],
    atParse: nothing,
    call: (context, [, strategy], call) => {
      const name = `get_incremental_${part(strategy).replaceAll('+', '_')}_sql`
      const macro = context.scope.lookup(name)
      if (macro !== undefined) return macro
      throw new DiagnosticError(
        diagnostic(
          'incremental-strategy-unknown',
          { strategy: part(strategy), macro: name },
          { span: call.callSite },
        ),
      )
    },
  },
  ...constraintMethods,
  ...duckdbMethods,
}

function cacheMethod(
  parameters: readonly string[],
  change: (mode: RunMode, args: readonly (Value | undefined)[]) => void,
): Method {
  return {
    parameters,
    call: (context, args) => {
      if (context.mode.kind === 'run') change(context.mode, args)
      return ''
    },
  }
}

/** Widens text columns of the target in which longer values are about to arrive. */
async function expandColumns(
  context: Context,
  from: Value | undefined,
  to: Value | undefined,
  call: CallArguments,
): Promise<Value> {
  const rules = context.invocation.typeRules
  const targets = new Map(
    (await columnsOf(context, to, call)).map((column) => [column.name, column]),
  )
  for (const column of await columnsOf(context, from, call)) {
    const target = targets.get(column.name)
    if (!target || !rules.canExpandTo(target.type, column.type)) continue
    const type = rules.stringType(rules.stringSize(column.type))
    await callMacro(context, 'alter_column_type', [toRelation(to), column.name, type], call)
  }
  return ''
}

function standardizeGrants(table: Value | undefined): Value {
  const grants: Record<string, string[]> = {}
  if (table instanceof AgateTable) {
    for (const row of table.rows) {
      const privilege = toText(row.getItem('privilege_type') ?? null)
      ;(grants[privilege] ??= []).push(toText(row.getItem('grantee') ?? null))
    }
  }
  return fromJs(grants)
}

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
