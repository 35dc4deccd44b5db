import type { PlanNode } from '../plan/plan.ts'
import {
  traceDistinct,
  traceFilter,
  traceLimit,
  traceOrder,
  traceSample,
} from './operators/choose.ts'
import { traceCte, traceRecursiveCte } from './operators/cte.ts'
import { traceAggregate, tracePivot } from './operators/group.ts'
import { traceCross, traceDelimJoin, traceJoin, tracePositional } from './operators/join.ts'
import { traceProjection, traceUnnest, traceWindow } from './operators/project.ts'
import {
  traceChunk,
  traceCteRef,
  traceDelimGet,
  traceDummy,
  traceGet,
  traceValues,
} from './operators/scan.ts'
import { traceExcept, traceUnion } from './operators/set.ts'
import { UnknownPlan, type Rows } from './rows.ts'
import type { Origins, Trace, TraceOperator } from './scope.ts'

const operators: Readonly<Record<string, TraceOperator>> = {
  LOGICAL_AGGREGATE_AND_GROUP_BY: traceAggregate,
  LOGICAL_ANY_JOIN: traceJoin,
  LOGICAL_ASOF_JOIN: traceJoin,
  LOGICAL_CHUNK_GET: traceChunk,
  LOGICAL_COMPARISON_JOIN: traceJoin,
  LOGICAL_CROSS_PRODUCT: traceCross,
  LOGICAL_CTE_REF: traceCteRef,
  LOGICAL_DELIM_GET: traceDelimGet,
  LOGICAL_DELIM_JOIN: traceDelimJoin,
  LOGICAL_DISTINCT: traceDistinct,
  LOGICAL_DUMMY_SCAN: traceDummy,
  LOGICAL_EXCEPT: traceExcept,
  LOGICAL_EXPRESSION_GET: traceValues,
  LOGICAL_FILTER: traceFilter,
  LOGICAL_GET: traceGet,
  LOGICAL_INTERSECT: traceExcept,
  LOGICAL_LIMIT: traceLimit,
  LOGICAL_MATERIALIZED_CTE: traceCte,
  LOGICAL_ORDER_BY: traceOrder,
  LOGICAL_PIVOT: tracePivot,
  LOGICAL_POSITIONAL_JOIN: tracePositional,
  LOGICAL_PROJECTION: traceProjection,
  LOGICAL_RECURSIVE_CTE: traceRecursiveCte,
  LOGICAL_SAMPLE: traceSample,
  LOGICAL_TOP_N: traceOrder,
  LOGICAL_UNION: traceUnion,
  LOGICAL_UNNEST: traceUnnest,
  LOGICAL_WINDOW: traceWindow,
}

/** Where the columns of a plan come from. Throws an `UnknownPlan` for what it does not know: an answer is exact or there is none. */
export function tracePlan(plan: PlanNode, origins: Origins): Rows {
  return traceNode(plan, { origins, ctes: new Map(), outer: [] })
}

const traceNode: Trace = (node, scope) => {
  const operator = operators[node.type]
  if (!operator) throw new UnknownPlan(`operator ${node.type}`)
  return operator(node, scope, traceNode)
}
