import { DiagnosticError } from '@btn/diagnostics'
import { toTracedText, type CallArguments, type Value } from '@btn/jinja'
import type { Context } from '../context.ts'
import { ColumnValue } from '../values/column.ts'
import {
  callMacro,
  emptyList,
  nothing,
  running,
  toRelation,
  type Method,
} from './adapter-method.ts'

export async function columnsOf(
  context: Context,
  value: Value | undefined,
  call: CallArguments,
): Promise<ColumnValue[]> {
  const listed = await askColumns(context, value, call)
  return Array.isArray(listed) ? listed.filter((item) => item instanceof ColumnValue) : []
}

async function askColumns(
  context: Context,
  value: Value | undefined,
  call: CallArguments,
): Promise<Value> {
  const arguments_ = [toRelation(value)]
  try {
    return await callMacro(context, 'get_columns_in_relation', arguments_, call)
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

/** Methods of `adapter` that look at columns. */
export const columnMethods: Readonly<Record<string, Method>> = {
  get_columns_in_relation: {
    parameters: ['relation'],
    atParse: emptyList,
    // Whatever the macro gives: a project may replace it.
    call: (context, [relation], call) => askColumns(context, relation, call),
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
      // As in dbt, the whole description is the type.
      return table.columns.map(
        ({ name, type }) =>
          new ColumnValue(name, { dtype: type }, typeRules, (it) => dialect.quote(it)),
      )
    },
  },
  expand_target_column_types: {
    parameters: ['from_relation', 'to_relation'],
    atParse: nothing,
    call: (context, [from, to], call) => expandColumns(context, from, to, call),
  },
}
