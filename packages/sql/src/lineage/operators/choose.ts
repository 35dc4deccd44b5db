import type { PlanExpression } from '../../plan/plan.ts'
import { evaluate, evaluateAll, evaluateOrders } from '../expression.ts'
import { at, mapColumns, type Column } from '../rows.ts'
import type { TraceOperator } from '../scope.ts'
import { joinUses, useOf, type Uses } from '../uses.ts'
import { expressionsOf } from './project.ts'

export const traceFilter: TraceOperator = (node, scope, trace) => {
  const { columns, uses, split } = trace(at(node.children, 0), scope)
  const decided = expressionsOf(node)
    .flatMap(conjuncts)
    .map((condition) =>
      useOf([evaluate(condition, columns)], isJoin(condition, split) ? 'joined' : 'filtered'),
    )
  return { columns: mapColumns(columns, node.projection_map), uses: joinUses([uses, ...decided]) }
}

function conjuncts(condition: PlanExpression): readonly PlanExpression[] {
  const isAnd = condition.type === 'CONJUNCTION_AND'
  return isAnd ? (condition.children ?? []).flatMap(conjuncts) : [condition]
}

/** Whether a condition compares the two sides of the cross product below it: `from a, b where a.x = b.x` is a join in other words. */
function isJoin({ left, right }: PlanExpression, split: number | undefined): boolean {
  if (split === undefined || !left || !right) return false
  const sides = new Set([sidesOf(left, split), sidesOf(right, split)])
  return sides.has('left') && sides.has('right')
}

type Sides = 'left' | 'right' | 'both' | 'none'

function sidesOf(expression: PlanExpression, width: number): Sides {
  const indexes = referencesIn(expression)
  if (indexes.length === 0) return 'none'
  if (indexes.every((index) => index < width)) return 'left'
  return indexes.every((index) => index >= width) ? 'right' : 'both'
}

function referencesIn(expression: PlanExpression): readonly number[] {
  if (expression.expression_class === 'BOUND_REF') return [expression.index ?? 0]
  const { child, children = [], left, right } = expression
  const operands = [child, ...children, left, right].filter((it) => it !== undefined)
  return operands.flatMap(referencesIn)
}

export const traceLimit: TraceOperator = (node, scope, trace) => {
  const { columns, uses } = trace(at(node.children, 0), scope)
  const counts = evaluateAll([node.limit_val?.expression, node.offset_val?.expression], columns)
  return { columns, uses: joinUses([uses, useOf(counts, 'filtered')]) }
}

export const traceSample: TraceOperator = (node, scope, trace) => trace(at(node.children, 0), scope)

export const traceOrder: TraceOperator = (node, scope, trace) => {
  const { columns, uses } = trace(at(node.children, 0), scope)
  return {
    columns: mapColumns(columns, node.projections),
    uses: joinUses([uses, useOf(evaluateOrders(node.orders, columns), 'ordered')]),
  }
}

export const traceDistinct: TraceOperator = (node, scope, trace) => {
  const { columns, uses } = trace(at(node.children, 0), scope)
  const targets = groupingUses(node.distinct_targets, columns, 'distinct')
  const order = useOf(evaluateOrders(node.order_by?.orders, columns), 'ordered')
  return { columns, uses: joinUses([uses, targets, order]) }
}

/** What grouping by expressions decides; the engine's own grouping by columns of the outer query means nothing. */
export function groupingUses(
  expressions: readonly PlanExpression[] | undefined,
  columns: readonly Column[],
  how: 'grouped' | 'distinct',
): Uses {
  const values = evaluateAll(expressions, columns)
  return useOf(
    values.filter((value) => !value.correlation),
    how,
  )
}
