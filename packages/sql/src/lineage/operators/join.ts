import type { PlanCondition, PlanExpression, PlanNode } from '../../plan/plan.ts'
import { evaluate, evaluateAll } from '../expression.ts'
import { hide } from '../hide.ts'
import { at, mapColumns, UnknownPlan, type Column, type Rows } from '../rows.ts'
import type { TraceOperator } from '../scope.ts'
import { joinUses, noUses, useOf } from '../uses.ts'
import { combine, strength, type Value } from '../value.ts'
import { asValues, isOneRow } from './project.ts'

interface Sides {
  readonly left: Rows
  readonly right: Rows
}

/** Every pair of rows. A side that is always one row adds values, and decides nothing. */
export const traceCross: TraceOperator = (node, scope, trace) => {
  const children = [at(node.children, 0), at(node.children, 1)]
  const sides = children.map((child) => {
    const rows = trace(child, scope)
    return isOneRow(child) ? { columns: asValues(rows), uses: noUses } : rows
  })
  return {
    columns: sides.flatMap((side) => side.columns),
    uses: joinUses(sides.map((side) => side.uses)),
    ...(!children.some(isOneRow) && { split: at(sides, 0).columns.length }),
  }
}

/** Rows side by side. */
export const tracePositional: TraceOperator = (node, scope, trace) => {
  const left = trace(at(node.children, 0), scope)
  const right = trace(at(node.children, 1), scope)
  return { columns: [...left.columns, ...right.columns], uses: joinUses([left.uses, right.uses]) }
}

export const traceJoin: TraceOperator = (node, scope, trace) => {
  const left = trace(at(node.children, 0), scope)
  const right = trace(at(node.children, 1), scope)
  return joinRows(node, { left, right }, node.conditions ?? [])
}

/** A join whose right side is computed for the values of some columns of the left: a correlated subquery, a lateral join. */
export const traceDelimJoin: TraceOperator = (node, scope, trace) => {
  if (node.delim_flipped) throw new UnknownPlan('a join of which the sides were exchanged')
  const left = trace(at(node.children, 0), scope)
  const handed = (node.duplicate_eliminated_columns ?? []).map((expression, index): Column => ({
    binding: { column_index: index },
    type: expression.return_type,
    value: correlated(evaluate(expression, left.columns)),
  }))
  const right = trace(at(node.children, 1), { ...scope, outer: handed })
  const known = new Set(handed.map((column) => column.value.correlation))
  // The engine finds the rows again for which it computed the right side; the query says nothing of that.
  const conditions = (node.conditions ?? []).filter((condition) => {
    if (condition.comparison !== 'COMPARE_NOT_DISTINCT_FROM') return true
    const { correlation } = evaluate(condition.right, right.columns)
    return !correlation || !known.has(correlation)
  })
  const { columns, ...rest } = joinRows(node, { left, right }, conditions)
  const inherited = new Set(left.columns.map((column) => column.value.correlation))
  return { ...rest, columns: columns.map((column) => leaveSubquery(column, inherited)) }
}

/** What a subquery hands back is an ordinary column of the outer query again. */
function leaveSubquery(column: Column, inherited: ReadonlySet<symbol | undefined>): Column {
  const { correlation, ...value } = column.value
  return inherited.has(correlation) ? column : { ...column, value }
}

function correlated(value: Value): Value {
  return value.correlation ? value : { ...value, correlation: Symbol('column of the outer query') }
}

function joinRows(node: PlanNode, sides: Sides, conditions: readonly PlanCondition[]): Rows {
  const make = joins[node.join_type ?? '']
  if (!make) throw new UnknownPlan(`a join of type ${node.join_type}`)
  return make(node, sides, valuesCompared(node, sides, conditions))
}

function valuesCompared(
  node: PlanNode,
  { left, right }: Sides,
  conditions: readonly PlanCondition[],
): readonly Value[] {
  const both = [...left.columns, ...right.columns]
  const compared = conditions.flatMap((condition) => {
    const pair = [evaluate(condition.left, left.columns), evaluate(condition.right, right.columns)]
    // Both are the same column of an outer query: again the engine's own way.
    const isSame = pair[0]?.correlation && pair[0].correlation === pair[1]?.correlation
    return isSame ? [] : pair
  })
  const rest: readonly (PlanExpression | undefined)[] = [node.condition, node.predicate]
  return [...compared, ...evaluateAll(rest, both)]
}

type MakeJoin = (node: PlanNode, sides: Sides, compared: readonly Value[]) => Rows

const pairs: MakeJoin = (node, { left, right }, compared) => ({
  columns: [
    ...mapColumns(left.columns, node.left_projection_map),
    ...mapColumns(right.columns, node.right_projection_map),
  ],
  uses: joinUses([left.uses, right.uses, useOf(compared, 'joined')]),
})

/** Rows of one side for which there are some, or none, of the other. */
const leftOnly: MakeJoin = (node, { left, right }, compared) => ({
  columns: mapColumns(left.columns, node.left_projection_map),
  uses: joinUses([left.uses, right.uses, useOf(compared, 'joined')]),
})

const rightOnly: MakeJoin = (node, { left, right }, compared) => ({
  columns: mapColumns(right.columns, node.right_projection_map),
  uses: joinUses([left.uses, right.uses, useOf(compared, 'joined')]),
})

/** Every row of the left with the value of a scalar subquery: how that came about is a matter of the value. */
const single: MakeJoin = (node, { left, right }, compared) => {
  const uses = joinUses([right.uses, useOf(compared, 'joined')])
  const values = asValues({ columns: right.columns, uses })
  return {
    columns: [
      ...mapColumns(left.columns, node.left_projection_map),
      ...mapColumns(values, node.right_projection_map),
    ],
    uses: left.uses,
    ...(left.split !== undefined && { split: left.split }),
  }
}

/** Every row of the left with whether the right has one that fits: `in`, `exists`, `any`. */
const mark: MakeJoin = (node, { left, right }, compared) => {
  const value = hide(combine(compared, strength.computed))
  return {
    columns: [
      ...mapColumns(left.columns, node.left_projection_map),
      {
        binding: { table_index: node.mark_index ?? 0 },
        type: { id: 'BOOLEAN' },
        value: { ...value, uses: joinUses([value.uses, right.uses]) },
      },
    ],
    uses: left.uses,
    ...(left.split !== undefined && { split: left.split }),
  }
}

const joins: Readonly<Record<string, MakeJoin>> = {
  INNER: pairs,
  LEFT: pairs,
  RIGHT: pairs,
  FULL: pairs,
  OUTER: pairs,
  SINGLE: single,
  MARK: mark,
  SEMI: leftOnly,
  ANTI: leftOnly,
  RIGHT_SEMI: rightOnly,
  RIGHT_ANTI: rightOnly,
}
