import type { Json, JsonObject } from '../../types/index.ts'
import { objects, textOr } from '../parts.ts'

/** A semantic model as MetricFlow has it once names and measures are settled. */
export interface SettledModel {
  readonly name: string
  readonly json: JsonObject
  readonly measures: readonly Measure[]
}

export interface Measure {
  readonly name: string
  readonly agg: string
  readonly expr: string | null
  readonly json: JsonObject
  readonly aggParams: Json
}

/** An aggregation in the few forms that MetricFlow goes on with: no counts, medians, and sums of booleans. */
export interface Aggregation {
  readonly agg: string
  readonly expr: string | null
  readonly aggParams: Json
}

export function settleModel(json: JsonObject): SettledModel {
  const name = nameOf(json)
  return { name, json, measures: objects(json['measures']).map(settleMeasure) }
}

function settleMeasure(json: JsonObject): Measure {
  const given = {
    agg: textOr(json['agg'], '') ?? '',
    expr: textOr(json['expr']),
    aggParams: json['agg_params'] ?? null,
  }
  const name = nameOf(json)
  return { name, json, ...simplify(given, name) }
}

/** Names are in lower case for MetricFlow. */
export function nameOf(json: JsonObject): string {
  return (textOr(json['name'], '') ?? '').toLowerCase()
}

export function simplify({ agg, expr, aggParams }: Aggregation, name: string): Aggregation {
  switch (agg) {
    case 'sum_boolean':
      return { agg: 'sum', expr: `CASE WHEN ${expr || name} THEN 1 ELSE 0 END`, aggParams }
    case 'count':
      return { agg: 'sum', expr: countedOnce(expr), aggParams }
    case 'median':
      return { agg: 'percentile', expr, aggParams: { ...noAggParams, percentile: 0.5 } }
    default:
      return { agg, expr, aggParams }
  }
}

const noAggParams: JsonObject = {
  percentile: null,
  use_discrete_percentile: false,
  use_approximate_percentile: false,
}

/** `count(x)` as a sum. All rows are counted by 1. */
function countedOnce(expr: string | null): string | null {
  return expr === null || expr === '1' ? expr : `CASE WHEN ${expr} IS NOT NULL THEN 1 ELSE 0 END`
}
