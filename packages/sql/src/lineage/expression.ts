import type { PlanExpression, PlanOrder, PlanType } from '../plan/plan.ts'
import { functionValue } from './function.ts'
import { hide, isJudgement, seenThrough } from './hide.ts'
import { at, UnknownPlan, type Column } from './rows.ts'
import { combine, elementOf, nothing, strength, type Value } from './value.ts'

type Evaluate = (expression: PlanExpression, columns: readonly Column[]) => Value

/** Where the value of an expression over the columns of its operator's input comes from. */
export function evaluate(expression: PlanExpression, columns: readonly Column[]): Value {
  const evaluator = evaluators[expression.expression_class]
  if (!evaluator) throw new UnknownPlan(`expression ${expression.expression_class}`)
  const value = evaluator(expression, columns)
  return value.from.size > 0 && isJudgement(expression, operandsOf) ? hide(value) : value
}

export function evaluateAll(
  expressions: readonly (PlanExpression | undefined)[] = [],
  columns: readonly Column[],
): readonly Value[] {
  const values: Value[] = []
  for (const it of expressions) if (it) values.push(evaluate(it, columns))
  return values
}

export function evaluateOrders(
  orders: readonly PlanOrder[] | undefined,
  columns: readonly Column[],
): readonly Value[] {
  return evaluateAll(
    orders?.map((order) => order.expression),
    columns,
  )
}

const compute: Evaluate = (expression, columns) =>
  combine(evaluateAll(operandsOf(expression), columns), strength.computed)

const evaluators: Readonly<Record<string, Evaluate>> = {
  BOUND_REF: (expression, columns) =>
    valueOf(at(columns, expression.index ?? 0), expression.return_type),
  BOUND_COLUMN_REF: (expression, columns) =>
    valueOf(findBinding(expression, columns), expression.return_type),
  BOUND_CONSTANT: () => nothing,
  BOUND_PARAMETER: () => nothing,
  BOUND_DEFAULT: () => nothing,
  BOUND_CAST: compute,
  BOUND_COMPARISON: compute,
  BOUND_BETWEEN: compute,
  BOUND_CONJUNCTION: compute,
  BOUND_OPERATOR: compute,
  BOUND_CASE: compute,
  BOUND_FUNCTION: (expression, columns) =>
    functionValue(expression, evaluateAll(expression.children, columns)),
  BOUND_UNNEST: (expression, columns) => elementOf(at(evaluateAll([expression.child], columns), 0)),
  BOUND_AGGREGATE: evaluateAggregate,
  BOUND_WINDOW: evaluateWindow,
}

/** Everything that an expression of any class has for operands. What lambdas see of the outside is among the children of their function. */
function operandsOf(expression: PlanExpression): readonly (PlanExpression | undefined)[] {
  const {
    child,
    children = [],
    left,
    right,
    input,
    lower,
    upper,
    case_checks,
    else_expr,
  } = expression
  const cases = case_checks?.flatMap((check) => [check.when_expr, check.then_expr]) ?? []
  return [child, ...children, left, right, input, lower, upper, ...cases, else_expr]
}

function evaluateAggregate(expression: PlanExpression, columns: readonly Column[]): Value {
  const { children, filter, order_bys } = expression
  const values = seenThrough(expression, evaluateAll(children, columns))
  const chosen = [...evaluateAll([filter], columns), ...evaluateOrders(order_bys?.orders, columns)]
  return combine([...values, ...chosen.map(hide)], strength.aggregated)
}

function evaluateWindow(expression: PlanExpression, columns: readonly Column[]): Value {
  const isAggregate = expression.type === 'WINDOW_AGGREGATE'
  const { children, filters, start_expr, end_expr, offset_expr, default_expr } = expression
  const chosen = [
    ...evaluateAll([filters], columns),
    ...evaluateOrders(expression.arg_orders, columns),
  ]
  const frame = [
    ...evaluateAll(expression.partitions, columns).filter((value) => !value.correlation),
    ...evaluateOrders(expression.orders, columns),
    ...evaluateAll([start_expr, end_expr, offset_expr], columns),
  ]
  const values = [...seenThrough(expression, evaluateAll(children, columns)), ...chosen.map(hide)]
  const value = combine(values, isAggregate ? strength.aggregated : strength.computed)
  return combine(
    [value, ...frame.map(hide), ...evaluateAll([default_expr], columns)],
    strength.computed,
  )
}

/** The type is only compared to notice a position that leads to the wrong column. */
function valueOf(column: Column, type: PlanType | undefined): Value {
  if (column.type && type && column.type.id !== type.id) {
    throw new UnknownPlan(`a column of type ${column.type.id} where ${type.id} was expected`)
  }
  return column.value
}

/** Inputs of table functions are named by binding: the engine numbers the others only. */
function findBinding({ binding }: PlanExpression, columns: readonly Column[]): Column {
  const found = columns.find(
    (column) =>
      (column.binding.table_index ?? 0) === (binding?.table_index ?? 0) &&
      (column.binding.column_index ?? 0) === (binding?.column_index ?? 0),
  )
  if (!found) throw new UnknownPlan('a column that its input does not have')
  return found
}
