import type { PlanNode } from '../../plan/plan.ts'
import { at, UnknownPlan, type Column, type Rows } from '../rows.ts'
import type { TraceOperator } from '../scope.ts'
import { joinUses, useOf } from '../uses.ts'
import { either } from '../value.ts'

/** Columns of unions are the same column of all, by position; for BY NAME the engine brought them into order. */
export const traceUnion: TraceOperator = (node, scope, trace) => {
  const all = (node.children ?? []).map((child) => trace(child, scope))
  return { columns: stack(node, all), uses: joinUses(all.map((rows) => rows.uses)) }
}

/** EXCEPT and INTERSECT: rows of the left, chosen by comparing all columns of both. */
export const traceExcept: TraceOperator = (node, scope, trace) => {
  const left = trace(at(node.children, 0), scope)
  const right = trace(at(node.children, 1), scope)
  const compared = [...left.columns, ...right.columns].map((column) => column.value)
  return {
    columns: stack(node, [left]),
    uses: joinUses([left.uses, right.uses, useOf(compared, 'filtered')]),
  }
}

/** The columns of rows of which some are of one origin and some of another. */
export function stack(node: PlanNode, all: readonly Rows[]): readonly Column[] {
  const [first] = all
  if (!first || all.some((rows) => rows.columns.length !== first.columns.length)) {
    throw new UnknownPlan('a union of different numbers of columns')
  }
  return first.columns.map((column, index) => ({
    binding: { table_index: node.table_index ?? 0, column_index: index },
    type: column.type,
    value: either(all.map((rows) => at(rows.columns, index).value)),
  }))
}
