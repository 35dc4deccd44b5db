import type { PlanNode, PlanType } from '../../plan/plan.ts'
import type { ReadRelation } from '../../types.ts'
import { evaluateAll } from '../expression.ts'
import { at, UnknownPlan, type Column, type Rows } from '../rows.ts'
import type { Scope, TraceOperator } from '../scope.ts'
import { joinUses, noUses, useOf } from '../uses.ts'
import { combine, either, elementOf, nothing, originValue, strength, type Value } from '../value.ts'

/** Table functions whose rows are made of their arguments: they read nothing. */
const pureFunctions: ReadonlySet<string> = new Set([
  'unnest',
  'range',
  'generate_series',
  'repeat',
  'repeat_row',
])

/** A table of the catalogue, or a table function, which may take rows of its own. */
export const traceGet: TraceOperator = (node, scope, trace) => {
  const input = node.children?.[0] && trace(node.children[0], scope)
  const relation = input ? undefined : readRelation(node, scope)
  const scanned = (node.column_indexes ?? []).map(({ index = 0 }, position) =>
    scanColumn({ node, scope, input, relation, index, position }),
  )
  const ids = node.projection_ids ?? []
  const columns = ids.length > 0 ? ids.map((id) => at(scanned, id)) : scanned
  if (columns.length === 0) columns.push(...anyColumn(node))
  if (!input) return { columns, uses: noUses }
  const passed = (node.projected_input ?? []).map((index) => at(input.columns, index))
  const chosen = countsRows(node, input) ? useOf(argumentsOf(node, input), 'joined') : noUses
  return { columns: [...columns, ...passed], uses: joinUses([input.uses, chosen]) }
}

interface ScanColumn {
  readonly node: PlanNode
  readonly scope: Scope
  readonly input: Rows | undefined
  readonly relation: ReadRelation | undefined
  readonly index: number | string
  readonly position: number
}

function scanColumn({ node, scope, input, relation, index, position }: ScanColumn): Column {
  const binding = { table_index: node.table_index ?? 0, column_index: position }
  if (typeof index === 'string') {
    const name = virtualNames[index]
    const value = name && relation ? originValue(scope.origins.column(relation, name)) : nothing
    return { binding, type: undefined, value }
  }
  const type = at(node.returned_types, index)
  if (input) return { binding, type, value: functionResult(node, input) }
  const name = at(node.names, index)
  return {
    binding,
    type,
    value: relation ? originValue(scope.origins.column(relation, name)) : nothing,
  }
}

/** Numbers that stand for columns nobody declared. */
const virtualNames: Readonly<Record<string, string>> = {
  '18446744073709551615': 'rowid',
  '9223372036854775808': 'filename',
  '9223372036854775809': 'file_row_number',
  '9223372036854775810': 'file_index',
}

function readRelation(node: PlanNode, { origins }: Scope): ReadRelation | undefined {
  const { catalog, schema, table, files } = node.function_data ?? {}
  if (table !== undefined && catalog !== undefined && schema !== undefined) {
    return origins.relation({ kind: 'table', catalog, schema, name: table })
  }
  const name = node.name ?? ''
  if (pureFunctions.has(name)) return undefined
  const named = (node.parameters ?? []).map((parameter) => parameter.value)
  const texts = named.filter((value) => typeof value === 'string')
  return origins.relation({ kind: 'function', name, files: files ?? texts })
}

/** Where a query needs rows but no column, the engine takes any. */
function anyColumn(node: PlanNode): readonly Column[] {
  return [{ binding: { table_index: node.table_index ?? 0 }, type: undefined, value: nothing }]
}

function argumentsOf(node: PlanNode, input: Rows): readonly Value[] {
  const count = node.input_table_types?.length ?? input.columns.length
  return input.columns.slice(0, count).map((column) => column.value)
}

function functionResult(node: PlanNode, input: Rows): Value {
  const values = argumentsOf(node, input)
  const [list] = values
  if (node.name === 'unnest' && list) return elementOf(list)
  return combine(values, strength.computed)
}

/** How many rows `unnest([a, b])` gives is no matter of data. */
function countsRows(node: PlanNode, input: Rows): boolean {
  return node.name !== 'unnest' || !argumentsOf(node, input)[0]?.parts
}

/** `values`, of which each column is one of the rows' expressions. */
export const traceValues: TraceOperator = (node, scope, trace) => {
  const input = trace(at(node.children, 0), scope)
  const rows = (node.expressions ?? []).map((row) =>
    evaluateAll('expression_class' in row ? [row] : row, input.columns),
  )
  const columns = columnsOf(node, node.expr_types, (index) =>
    either(rows.map((row) => at(row, index))),
  )
  return { columns, uses: input.uses }
}

/** The one row of a query without FROM. */
export const traceDummy: TraceOperator = (node) => ({
  columns: [{ binding: { table_index: node.table_index ?? 0 }, type: undefined, value: nothing }],
  uses: noUses,
})

/** Rows that the engine already has: what `describe` and its like say of the catalogue. */
export const traceChunk: TraceOperator = (node) => ({
  columns: columnsOf(node, node.chunk_types, () => nothing),
  uses: noUses,
})

/** The values of the outer query for which a correlated subquery is computed. */
export const traceDelimGet: TraceOperator = (node, { outer }) => {
  if (node.chunk_types?.length !== outer.length) throw new UnknownPlan('columns of another query')
  return {
    columns: columnsOf(node, node.chunk_types, (index) => at(outer, index).value),
    uses: noUses,
  }
}

export const traceCteRef: TraceOperator = (node, { ctes }) => {
  const rows = ctes.get(node.cte_index ?? 0)
  if (!rows || rows.columns.length !== node.chunk_types?.length) {
    throw new UnknownPlan('a reference to an unknown common table expression')
  }
  return {
    columns: columnsOf(node, node.chunk_types, (index) => at(rows.columns, index).value),
    uses: rows.uses,
  }
}

function columnsOf(
  node: PlanNode,
  types: readonly PlanType[] | undefined,
  valueOf: (index: number) => Value,
): readonly Column[] {
  return (types ?? []).map((type, index) => ({
    binding: { table_index: node.table_index ?? 0, column_index: index },
    type,
    value: valueOf(index),
  }))
}
