import type { PlanExpression, PlanNode } from '../../plan/plan.ts'
import { evaluate, evaluateAll } from '../expression.ts'
import { at, UnknownPlan, type Column, type Rows } from '../rows.ts'
import type { TraceOperator } from '../scope.ts'
import { joinUses, useOf } from '../uses.ts'
import type { Value } from '../value.ts'

export function expressionsOf(node: PlanNode): readonly PlanExpression[] {
  return (node.expressions ?? []).map((expression) => {
    if (!('expression_class' in expression)) throw new UnknownPlan('a list of expressions')
    return expression
  })
}

/** The columns that expressions over an input make, bound to the number of their operator. */
export function makeColumns(
  expressions: readonly PlanExpression[],
  input: readonly Column[],
  table: number | undefined,
): readonly Column[] {
  return expressions.map((expression, index) => ({
    binding: { table_index: table ?? 0, column_index: index },
    type: expression.return_type,
    value: evaluate(expression, input),
  }))
}

export const traceProjection: TraceOperator = (node, scope, trace) => {
  const child = at(node.children, 0)
  const subquery = findScalarSubquery(node)
  if (subquery) {
    const { columns, uses } = trace(at(child.children, 0), scope)
    return { columns: makeColumns([subquery], columns, node.table_index), uses }
  }
  const { columns, uses } = trace(child, scope)
  return { columns: makeColumns(expressionsOf(node), columns, node.table_index), uses }
}

/**
 * A scalar subquery is planned as `case when count(*) > 1 then error(…) else first(x) end` over its rows: in truth it is `x`.
 * Gives the expression `x` over the input of the aggregate.
 */
function findScalarSubquery(node: PlanNode): PlanExpression | undefined {
  const [choice, another] = node.expressions ?? []
  const aggregate = at(node.children, 0)
  if (!choice || another || !('expression_class' in choice)) return undefined
  const check = choice.case_checks?.[0]?.then_expr
  const isChecked = choice.expression_class === 'BOUND_CASE' && check?.name === 'error'
  if (!isChecked || aggregate.type !== 'LOGICAL_AGGREGATE_AND_GROUP_BY') return undefined
  if ((aggregate.groups?.length ?? 0) > 0) return undefined
  const [first, count] = expressionsOf(aggregate)
  if (first?.name !== 'first' || count?.name !== 'count_star') return undefined
  return first.children?.[0]
}

/** Adds windows to the columns that are there. */
export const traceWindow: TraceOperator = (node, scope, trace) => {
  const { columns, uses } = trace(at(node.children, 0), scope)
  const added = makeColumns(expressionsOf(node), columns, node.window_index)
  return { columns: [...columns, ...added], uses }
}

/** A row for each element: how many elements there are decides how many rows. */
export const traceUnnest: TraceOperator = (node, scope, trace) => {
  const { columns, uses } = trace(at(node.children, 0), scope)
  const expressions = expressionsOf(node)
  const added = makeColumns(expressions, columns, node.unnest_index)
  const lists = expressions.flatMap((it) => evaluateAll([it.child], columns)).filter(hasAnyLength)
  return { columns: [...columns, ...added], uses: joinUses([uses, useOf(lists, 'joined')]) }
}

function hasAnyLength(list: Value): boolean {
  return list.parts === undefined
}

/** Whether an operator gives exactly one row whatever the data: then nothing below it decides about rows. */
export function isOneRow(node: PlanNode): boolean {
  if (node.type === 'LOGICAL_DUMMY_SCAN') return true
  if (node.type === 'LOGICAL_PROJECTION') return isOneRow(at(node.children, 0))
  return node.type === 'LOGICAL_AGGREGATE_AND_GROUP_BY' && (node.groups?.length ?? 0) === 0
}

/** Rows of which there is always one: what decided inside is a matter of their values. */
export function asValues({ columns, uses }: Rows): readonly Column[] {
  return columns.map((column) => ({
    ...column,
    value: { ...column.value, uses: joinUses([column.value.uses, uses]) },
  }))
}
