import type { PlanNode, PlanType } from '../../plan/plan.ts'
import { at, UnknownPlan, type Column, type Rows } from '../rows.ts'
import type { TraceOperator } from '../scope.ts'
import { hide } from '../hide.ts'
import { joinUses, type Uses } from '../uses.ts'
import { combine, nothing, strength } from '../value.ts'
import { groupingUses } from './choose.ts'
import { expressionsOf, makeColumns } from './project.ts'

export const traceAggregate: TraceOperator = (node, scope, trace) => {
  const { columns, uses } = trace(at(node.children, 0), scope)
  const groups = makeColumns(node.groups ?? [], columns, node.group_index)
  const aggregates = makeColumns(expressionsOf(node), columns, node.aggregate_index)
  // `grouping(x)` tells which grouping set a row is of: no data is in that.
  const groupings = (node.grouping_functions ?? []).map((_, index): Column => ({
    binding: { table_index: node.groupings_index ?? 0, column_index: index },
    type: { id: 'BIGINT' },
    value: nothing,
  }))
  return {
    columns: [...groups, ...aggregates, ...groupings],
    uses: joinUses([uses, groupingUses(node.groups, columns, 'grouped')]),
  }
}

/**
 * The engine's operator for many pivoted columns. Its input has the groups, a list for each aggregate, and the list of the values
 * that name the columns; it gives the groups, then each value's aggregates in turn.
 */
export const tracePivot: TraceOperator = (node, scope, trace) => {
  const { columns } = trace(at(node.children, 0), scope)
  const pivot = node.bound_pivot
  if (!pivot) throw new UnknownPlan('a pivot of nothing')
  const groups = pivot.group_count ?? 0
  const names = at(columns, columns.length - 1).value
  const valueAt = (index: number) => {
    if (index < groups) return at(columns, index).value
    const list = at(columns, groups + ((index - groups) % pivot.aggregates.length)).value
    return combine([list, hide(names)], strength.aggregated)
  }
  const made = pivot.types.map((type: PlanType, index): Column => ({
    binding: { table_index: node.pivot_index ?? 0, column_index: index },
    type,
    value: valueAt(index),
  }))
  return { columns: made, uses: pivotUses(node, (it) => trace(it, scope)) }
}

/**
 * Below a pivot, rows are grouped by groups and names, then by groups only, so that the names do not decide how many rows there are.
 */
function pivotUses(pivot: PlanNode, trace: (node: PlanNode) => Rows): Uses {
  const byGroups = skipProjections(at(pivot.children, 0))
  const byNames = skipProjections(at(byGroups.children, 0))
  if (byGroups.type !== AGGREGATE || byNames.type !== AGGREGATE) {
    throw new UnknownPlan('a pivot of something else than aggregates')
  }
  const grouped = trace(at(byGroups.children, 0))
  const below = trace(at(byNames.children, 0))
  return joinUses([below.uses, groupingUses(byGroups.groups, grouped.columns, 'grouped')])
}

const AGGREGATE = 'LOGICAL_AGGREGATE_AND_GROUP_BY'

function skipProjections(node: PlanNode): PlanNode {
  return node.type === 'LOGICAL_PROJECTION' ? skipProjections(at(node.children, 0)) : node
}
