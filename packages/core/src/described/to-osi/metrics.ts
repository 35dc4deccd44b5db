import type { Json, JsonObject } from '../../types/index.ts'
import { isObject, objectOf } from '../../types/json.ts'
import { inputName, objects, textOr } from '../parts.ts'
import { simplify, type Measure, type SettledModel } from './measures.ts'

/** A metric in which measures are put in: simple ones say what they aggregate, others name metrics only. */
export interface Metric {
  readonly name: string
  readonly type: string
  readonly json: JsonObject
  readonly params: JsonObject
  readonly filter: Json
  readonly isPrivate: boolean
  /** Of a simple metric. */
  readonly simple?: Simple
  /** Of a cumulative one: the metric that it adds up. */
  readonly base?: JsonObject
}

interface Simple {
  readonly model: string
  readonly agg: string
  readonly aggParams: Json
  readonly expr: string | null
}

interface Owned {
  readonly model: SettledModel
  readonly measure: Measure
}

/** The metrics of a manifest, and private ones for measures that others add up or compare. */
export function settleMetrics(
  list: readonly JsonObject[],
  models: readonly SettledModel[],
): readonly Metric[] {
  const measures = new Map<string, Owned>()
  for (const model of models)
    for (const measure of model.measures) measures.set(measure.name, { model, measure })
  const settler = new Settler(list, measures)
  return settler.settle()
}

class Settler {
  readonly #metrics: Metric[]
  readonly #measures: ReadonlyMap<string, Owned>
  /** Names of the metrics that stand for a measure, by how it is filled up. */
  readonly #stand = new Map<string, string>()

  constructor(list: readonly JsonObject[], measures: ReadonlyMap<string, Owned>) {
    this.#measures = measures
    this.#metrics = list.map((json) => this.#read(json))
  }

  settle(): readonly Metric[] {
    for (const [at, metric] of [...this.#metrics.entries()]) {
      if (metric.type === 'cumulative') this.#metrics[at] = this.#withBase(metric)
      else if (metric.type === 'conversion') this.#standFor(conversionMeasures(metric))
    }
    return this.#metrics.map(finish)
  }

  #read(json: JsonObject): Metric {
    const params = objectOf(json['type_params'])
    const plain: Metric = {
      name: textOr(json['name'], '') ?? '',
      type: textOr(json['type'], '') ?? '',
      json,
      params,
      filter: json['filter'] ?? null,
      isPrivate: params['is_private'] === true,
    }
    return plain.type === 'simple' ? this.#readSimple(plain) : plain
  }

  #readSimple(metric: Metric): Metric {
    const { params } = metric
    const expr = textOr(params['expr'])
    const own = params['metric_aggregation_params']
    const input = objectOf(params['measure'])
    const owned = this.#measures.get(inputName(input) ?? '')
    if (isObject(own)) {
      const simple = {
        model: textOr(own['semantic_model'], '') ?? '',
        agg: textOr(own['agg'], '') ?? '',
        aggParams: own['agg_params'] ?? null,
        expr: owned ? exprOf(owned.measure) : expr,
      }
      return { ...metric, simple }
    }
    if (!owned) return metric
    const filters = [...filtersOf(input['filter']), ...filtersOf(metric.filter)]
    const filter = filters.length > 0 ? { where_filters: filters } : metric.filter
    return { ...metric, filter, simple: simpleOf(owned) }
  }

  #withBase(metric: Metric): Metric {
    const given = objectOf(metric.params['cumulative_type_params'])['metric']
    const input = metric.params['measure']
    if (isObject(given) || !isObject(input))
      return isObject(given) ? { ...metric, base: given } : metric
    const [name] = this.#standFor([input])
    return name === undefined
      ? metric
      : { ...metric, base: { name, filter: input['filter'] ?? null } }
  }

  /** The metrics that stand for measures; they are made where there are none. */
  #standFor(inputs: readonly JsonObject[]): readonly string[] {
    return inputs.flatMap((input) => {
      const owned = this.#measures.get(inputName(input) ?? '')
      return owned ? [this.#findOrMake(owned, input)] : []
    })
  }

  #findOrMake(owned: Owned, input: JsonObject): string {
    const fill = input['fill_nulls_with'] ?? null
    const joins = input['join_to_timespine'] === true
    const key = JSON.stringify([owned.measure.name, fill, joins])
    const known = this.#stand.get(key)
    if (known !== undefined) return known
    const found = this.#metrics.find((metric) => isStandIn(metric, owned, { fill, joins }))
    const name = found?.name ?? this.#freeName(owned.measure.name, fill, joins)
    if (!found) this.#metrics.push(privateMetric(name, owned, { fill, joins }))
    this.#stand.set(key, name)
    return name
  }

  #freeName(measure: string, fill: Json, joins: boolean): string {
    const filled =
      typeof fill === 'number' ? `_fill_nulls_with_${fill < 0 ? `neg_${-fill}` : fill}` : ''
    const base = `${measure}${filled}${joins ? '_join_to_timespine' : ''}`
    const taken = new Set(this.#metrics.map(({ name }) => name))
    let name = base
    for (let count = 1; taken.has(name); count++) name = `${base}_${count}`
    return name
  }
}

interface Filling {
  readonly fill: Json
  readonly joins: boolean
}

/** A simple metric of the measure alone: no filter, and filled up in the same way. */
function isStandIn(metric: Metric, owned: Owned, { fill, joins }: Filling): boolean {
  const { params, simple } = metric
  if (!simple || metric.filter !== null || metric.json['time_granularity']) return false
  if ((params['fill_nulls_with'] ?? fillOf(params)) !== fill) return false
  if ((params['join_to_timespine'] === true || joinsOf(params)) !== joins) return false
  const input = params['measure']
  if (isObject(input) && inputName(input) !== owned.measure.name) return false
  return JSON.stringify(simple) === JSON.stringify(simpleOf(owned))
}

const fillOf = (params: JsonObject): Json => objectOf(params['measure'])['fill_nulls_with'] ?? null
const joinsOf = (params: JsonObject): boolean =>
  objectOf(params['measure'])['join_to_timespine'] === true

function privateMetric(name: string, owned: Owned, { fill, joins }: Filling): Metric {
  const params = { fill_nulls_with: fill, join_to_timespine: joins }
  const base = { name, type: 'simple', json: {}, params, filter: null, isPrivate: true }
  return { ...base, simple: simpleOf(owned) }
}

function simpleOf({ model, measure }: Owned): Simple {
  const { agg, aggParams } = measure
  return { model: model.name, agg, aggParams, expr: exprOf(measure) }
}

const exprOf = ({ expr, name }: Measure): string => expr || name

/** Metrics of the newer form aggregate by themselves: these are simplified as measures are. */
function finish(metric: Metric): Metric {
  const { simple, name } = metric
  return simple ? { ...metric, simple: { ...simple, ...simplify(simple, name) } } : metric
}

function conversionMeasures({ params }: Metric): readonly JsonObject[] {
  const given = objectOf(params['conversion_type_params'])
  return (['base', 'conversion'] as const).flatMap((side) => {
    const measure = given[`${side}_measure`]
    return isObject(measure) && !isObject(given[`${side}_metric`]) ? [measure] : []
  })
}

function filtersOf(filter: Json | undefined): readonly JsonObject[] {
  return objects(objectOf(filter)['where_filters'])
}
