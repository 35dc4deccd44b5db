import { isEqualJson } from '../is-equal-json.ts'
import { has, type Issue, type MetricView, type Rule } from '../view.ts'
import { checkGrain, checkWindow } from './windows.ts'

/** Cumulative metrics have one input and one stretch of time. */
export const cumulativeRule: Rule = function* ({ metrics, customGrains }) {
  for (const metric of metrics) {
    if (metric.type !== 'cumulative') continue
    yield* inputs(metric)
    for (const problem of stretch(metric, customGrains)) {
      yield { level: 'error', node: metric.node, problem }
    }
  }
}

function* inputs({ node, params, cumulative }: MetricView): Iterable<Issue> {
  const [hasMeasure, hasMetric] = [has(params['measure']), has(cumulative['metric'])]
  if (hasMeasure !== hasMetric) return
  const problem = hasMeasure
    ? 'it has a measure and a metric for input: the measure is ignored'
    : 'it has neither a measure nor a metric for input'
  yield { level: 'warning', node, problem }
}

function* stretch(
  { params, cumulative }: MetricView,
  customGrains: readonly string[],
): Iterable<string> {
  const [outer, inner] = [params['window'], cumulative['window']]
  if (has(outer) && has(inner) && !isEqualJson(outer, inner)) {
    yield 'type_params.window and type_params.cumulative_type_params.window differ: remove the first'
  }
  const window = has(inner) ? inner : outer
  const given = cumulative['grain_to_date']
  const grain = has(given) ? given : params['grain_to_date']
  yield* checkGrain('grain_to_date', grain)
  if (has(window) && has(grain)) yield 'it has window and grain_to_date: keep one of them'
  yield* checkWindow(window, customGrains)
}
