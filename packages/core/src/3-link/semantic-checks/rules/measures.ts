import { objectOf } from '../../../types/json.ts'
import { list, textOr } from '../../../described/parts.ts'
import type { JsonObject } from '../../../types/index.ts'
import {
  has,
  hasTimeDimension,
  isTime,
  nameOf,
  quoted,
  timeOf,
  type ModelView,
  type Rule,
} from '../view.ts'

/** Measures can be computed as they are described. */
export const measuresRule: Rule = function* ({ models }) {
  const owners = new Map<string, string>()
  for (const model of models) {
    const { node, measures } = model
    for (const measure of measures) {
      const name = nameOf(measure)
      const owner = owners.get(name)
      const all = [
        ...(owner === undefined ? [] : [`"${owner}" has a measure of this name, too`]),
        ...percentile(measure),
        ...counting(measure),
        ...time(measure, model),
        ...nonAdditive(measure, model),
      ]
      for (const it of all) yield { level: 'error', node, problem: `measure "${name}": ${it}` }
      owners.set(name, owner ?? model.name)
    }
  }
}

function* percentile({ agg, agg_params: given }: JsonObject): Iterable<string> {
  const params = objectOf(given)
  const { percentile: value, use_discrete_percentile: isDiscrete } = params
  if (agg === 'percentile') {
    if (!has(value)) yield 'a percentile needs agg_params.percentile'
    else if (Number(value) <= 0 || Number(value) >= 1) {
      yield `agg_params.percentile is ${String(value)}; it has to be between 0 and 1, as 0.65 is (use min and max for the ends)`
    }
  } else if (agg === 'median') {
    if (has(value) && Number(value) !== 0.5) yield `the percentile of a median is 0.5`
    if (isDiscrete === true) yield 'a median has no use_discrete_percentile'
  } else {
    const wrong = Object.keys(params).filter((key) => Boolean(params[key]))
    if (wrong.length > 0) yield `${quoted(wrong)} in agg_params are for percentiles only`
  }
}

function* counting({ agg, expr }: JsonObject): Iterable<string> {
  if (agg !== 'count') return
  const text = textOr(expr)
  if (text === null) yield 'a count needs an expr: "expr: 1" counts rows'
  else if (text.toLowerCase().startsWith('distinct ')) yield 'use count_distinct, not "distinct"'
}

function* time(measure: JsonObject, model: ModelView): Iterable<string> {
  const name = timeOf(measure, model)
  if (name === null)
    yield 'it needs agg_time_dimension, or defaults.agg_time_dimension of the model'
  else if (!hasTimeDimension(model, name)) yield `"${name}" is no time dimension of the model`
}

function* nonAdditive(measure: JsonObject, model: ModelView): Iterable<string> {
  const additive = measure['non_additive_dimension']
  if (!has(additive)) return
  const { name, window_choice: choice, window_groupings: groupings } = objectOf(additive)
  const own = model.dimensions.find((it) => nameOf(it) === timeOf(measure, model))
  if (!own) return
  const found = model.dimensions.find((it) => nameOf(it) === name)
  const where = 'non_additive_dimension'
  if (!found) yield `"${String(name)}" in ${where} is no dimension of the model`
  else {
    if (!isTime(found)) yield `"${String(name)}" in ${where} is no time dimension`
    const [grain, ownGrain] = [grainOf(found), grainOf(own)]
    if (grain !== undefined && ownGrain !== undefined && grain !== ownGrain) {
      yield `"${String(name)}" in ${where} counts by ${grain}, its time dimension by ${ownGrain}`
    }
  }
  if (choice !== 'min' && choice !== 'max') yield `window_choice in ${where} is min or max`
  const entities = model.entities.map(nameOf)
  const unknown = list(groupings)
    .map(String)
    .filter((it) => !entities.includes(it))
  if (unknown.length > 0)
    yield `${quoted(unknown)} in window_groupings are no entities of the model`
}

function grainOf({ type_params: params }: JsonObject): string | undefined {
  return textOr(objectOf(params)['time_granularity']) ?? undefined
}
