import type { PlanNode } from '../../plan/plan.ts'
import { evaluateAll } from '../expression.ts'
import { at, UnknownPlan, type Rows } from '../rows.ts'
import type { Scope, Trace, TraceOperator } from '../scope.ts'
import { joinUses, useOf, type Uses } from '../uses.ts'
import { withoutParts, type Value } from '../value.ts'
import { stack } from './set.ts'

export const traceCte: TraceOperator = (node, scope, trace) => {
  const rows = trace(at(node.children, 0), scope)
  return trace(at(node.children, 1), withCte(scope, node, rows))
}

/** Rows that are made of rows of the same kind: what the first step says of them is applied until nothing is added any more. */
export const traceRecursiveCte: TraceOperator = (node, scope, trace) => {
  const base = trace(at(node.children, 0), scope)
  let rows: Rows = { columns: stack(node, [base]).map(flat), uses: base.uses }
  for (let size = -1; size !== sizeOf(rows);) {
    size = sizeOf(rows)
    rows = step(node, { rows, scope, trace })
  }
  return rows
}

interface Step {
  readonly rows: Rows
  readonly scope: Scope
  readonly trace: Trace
}

function step(node: PlanNode, { rows, scope, trace }: Step): Rows {
  const next = trace(at(node.children, 1), withCte(scope, node, rows))
  const columns = stack(node, [rows, next]).map(flat)
  const keys = evaluateAll(node.key_targets, columns)
  const compared = keys.length > 0 || node.union_all ? keys : columns.map((it) => it.value)
  return { columns, uses: joinUses([rows.uses, next.uses, useOf(compared, 'distinct')]) }
}

/** Structs inside of structs could grow with every step. */
function flat<C extends { readonly value: Value }>(column: C): C {
  return { ...column, value: withoutParts(column.value) }
}

/** Grows with everything that a step can add: nothing is ever taken away. */
function sizeOf({ columns, uses }: Rows): number {
  const ofValues = columns.map(({ value }) => {
    const seen = value.from.size - value.hidden.size
    const strengths = [...value.from.values()].map((strength) => strength + 1)
    return strengths.reduce((sum, strength) => sum + strength, seen + sizeOfUses(value.uses))
  })
  return ofValues.reduce((sum, size) => sum + size, sizeOfUses(uses))
}

function sizeOfUses(uses: Uses): number {
  return [...uses.values()].reduce((sum, hows) => sum + hows.size, 0)
}

function withCte(scope: Scope, node: PlanNode, rows: Rows): Scope {
  const index = node.table_index ?? 0
  if (scope.ctes.has(index) && node.type !== 'LOGICAL_RECURSIVE_CTE') {
    throw new UnknownPlan('two common table expressions of one number')
  }
  return { ...scope, ctes: new Map(scope.ctes).set(index, rows) }
}
