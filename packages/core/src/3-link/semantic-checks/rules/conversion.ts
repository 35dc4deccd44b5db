import { objectOf } from '../../../types/json.ts'
import { objects, textOr } from '../../../described/parts.ts'
import type { JsonObject } from '../../../types/index.ts'
import {
  has,
  nameOf,
  type Issue,
  type MetricView,
  type ModelView,
  type Rule,
  type SemanticView,
} from '../view.ts'
import { checkWindow } from './windows.ts'

type Side = 'base' | 'conversion'

/** Conversion metrics count two things that one entity does. */
export const conversionRule: Rule = function* (view) {
  for (const metric of view.metrics) {
    if (metric.type !== 'conversion') continue
    const { node, conversion } = metric
    yield* inputs(metric, view)
    const [base, converted] = [
      findModel(metric, 'base', view),
      findModel(metric, 'conversion', view),
    ]
    if (!base || !converted) continue
    const problems = [
      ...entity(conversion, base, converted),
      ...aggregation(metric, 'base', view),
      ...aggregation(metric, 'conversion', view),
      ...checkWindow(conversion['window'], view.customGrains),
      ...properties(conversion, base, converted),
    ]
    for (const problem of problems) yield { level: 'error', node, problem }
    const input = inputOf(metric, 'conversion')
    if (has(input['filter'])) {
      const problem = `the filter on "${nameOf(input)}" is not fully supported`
      yield { level: 'warning', node, problem }
    }
  }
}

function inputOf({ conversion }: MetricView, side: Side): JsonObject {
  const [measure, metric] = [conversion[`${side}_measure`], conversion[`${side}_metric`]]
  return objectOf(has(measure) ? measure : metric)
}

function* inputs(metric: MetricView, view: SemanticView): Iterable<Issue> {
  const { node, conversion } = metric
  for (const side of ['base', 'conversion'] as const) {
    const hasMeasure = has(conversion[`${side}_measure`])
    const name = nameOf(objectOf(conversion[`${side}_metric`]))
    if (hasMeasure && name !== '') {
      const problem = `it has a ${side} measure and a ${side} metric: the measure is ignored`
      yield { level: 'warning', node, problem }
    }
    if (!hasMeasure && name === '') {
      yield { level: 'error', node, problem: `it needs a ${side} measure or a ${side} metric` }
    }
    const found = view.metrics.find((it) => it.name === name)
    if (found && found.type !== 'simple') {
      yield {
        level: 'error',
        node,
        problem: `"${name}" is no simple metric, so it cannot be input`,
      }
    } else if (name !== '' && !hasMeasure && !findModel(metric, side, view)) {
      const problem = `the input "${name}" belongs to no semantic model`
      yield { level: 'error', node, problem }
    }
  }
}

function findModel(metric: MetricView, side: Side, view: SemanticView): ModelView | undefined {
  const { conversion } = metric
  if (has(conversion[`${side}_measure`])) {
    if (has(conversion[`${side}_metric`])) return undefined
    const name = nameOf(inputOf(metric, side))
    return view.models.find((model) => model.measures.some((it) => nameOf(it) === name))
  }
  const input = view.metrics.find((it) => it.name === nameOf(inputOf(metric, side)))
  const owner = textOr(input?.aggregation?.['semantic_model'])
  return view.models.find((model) => model.name === owner)
}

function* entity(
  { entity: name }: JsonObject,
  base: ModelView,
  converted: ModelView,
): Iterable<string> {
  for (const { name: model, entities } of [base, converted]) {
    if (!entities.some((it) => nameOf(it) === name))
      yield `"${model}" has no entity "${String(name)}"`
  }
}

/** What is counted is countable. */
function* aggregation(metric: MetricView, side: Side, view: SemanticView): Iterable<string> {
  const name = nameOf(inputOf(metric, side))
  const counted = countedOf(name, has(metric.conversion[`${side}_measure`]), view)
  if (!counted || counted.agg === 'count' || counted.agg === 'count_distinct') return
  if (counted.agg === 'sum' && counted.expr === '1') return
  yield `"${name}" is an aggregation by ${String(counted.agg)}; it has to be count, count_distinct or sum of 1`
}

function countedOf(name: string, isMeasure: boolean, { models, metrics }: SemanticView) {
  if (isMeasure) {
    const measure = models.flatMap((it) => it.measures).find((it) => nameOf(it) === name)
    return measure && { agg: measure['agg'], expr: textOr(measure['expr']) }
  }
  const metric = metrics.find((it) => it.name === name)
  return (
    metric?.aggregation && { agg: metric.aggregation['agg'], expr: textOr(metric.params['expr']) }
  )
}

function* properties(
  { constant_properties: constants }: JsonObject,
  base: ModelView,
  converted: ModelView,
): Iterable<string> {
  const sides = { base_property: base, conversion_property: converted }
  for (const [key, model] of Object.entries(sides)) {
    const known = [...model.entities, ...model.dimensions].map(nameOf)
    for (const constant of objects(constants)) {
      const name = textOr(constant[key], '') ?? ''
      if (!known.includes(name)) {
        yield `"${name}" in constant_properties is no entity or dimension of "${model.name}"`
      }
    }
  }
}
