import type { Json, JsonObject } from '../types/index.ts'
import { isObject, objectOf } from '../types/json.ts'
import { enumerations, oneOf } from './enumerations.ts'
import {
  flag,
  inputName,
  list,
  textOr,
  toFilter,
  toInputMeasure,
  toMetricInput,
  toWindow,
  type Complain,
} from './parts.ts'

/** Where a simple metric of the newer form aggregates. */
export interface MetricHome {
  readonly semanticModel: string
  readonly timeDimension: string | null
}

/** What a metric's entry says, in the shape of dbt's manifest. `input_measures` are known when all metrics are. */
export function toMetricDefinition(
  entry: JsonObject,
  complain: Complain,
  home?: MetricHome,
): JsonObject {
  const isOldForm = isObject(entry['type_params'])
  checkName(String(entry['name'] ?? ''), complain)
  return {
    label: textOr(entry['label'], textOr(entry['name'])),
    type: oneOf(entry['type'] ?? 'simple', enumerations.metric, complain),
    type_params: isOldForm ? oldParams(entry, complain) : newParams(entry, complain, home),
    filter: toFilter(entry['filter']),
    metadata: null,
    time_granularity: textOr(entry['time_granularity']),
  }
}

/** What dbt demands of the name of a metric, in its words. */
function checkName(name: string, complain: Complain): void {
  const rules = {
    'cannot contain spaces': !name.includes(' '),
    'cannot contain more than 250 characters': name.length <= 250,
    'must begin with a letter': /^[A-Za-z]/.test(name),
    'must contain only letters, numbers and underscores': /^[\p{L}\p{N}_]+$/u.test(name),
  }
  const broken = Object.entries(rules).flatMap(([rule, isKept]) => (isKept ? [] : [rule]))
  if (broken.length > 0) complain(`its name ${broken.join(', ')}`, broken.join(', '))
}

export const noParams: JsonObject = {
  measure: null,
  input_measures: [],
  numerator: null,
  denominator: null,
  expr: null,
  window: null,
  grain_to_date: null,
  metrics: [],
  conversion_type_params: null,
  cumulative_type_params: null,
  metric_aggregation_params: null,
  fill_nulls_with: null,
  join_to_timespine: false,
  is_private: null,
}

function oldParams(entry: JsonObject, complain: Complain): JsonObject {
  const params = isObject(entry['type_params']) ? entry['type_params'] : {}
  return {
    ...noParams,
    measure: toInputMeasure(params['measure']),
    ...sharedParams(params, params['metrics'], complain),
    window: toWindow(params['window'], complain),
    grain_to_date: oneOf(params['grain_to_date'], enumerations.granularity, complain),
    conversion_type_params: oldConversion(params['conversion_type_params'], complain),
    cumulative_type_params: entry['type'] === 'cumulative' ? oldCumulative(params, complain) : null,
  }
}

function sharedParams(from: JsonObject, metrics: Json | undefined, complain: Complain): JsonObject {
  return {
    numerator: toMetricInput(from['numerator'], complain),
    denominator: toMetricInput(from['denominator'], complain),
    expr: textOr(from['expr']),
    metrics: list(metrics).map((it) => toMetricInput(it, complain)),
  }
}

function oldConversion(value: Json | undefined, complain: Complain): Json {
  if (!isObject(value)) return null
  for (const key of ['base_measure', 'conversion_measure']) {
    if (value[key] === undefined || value[key] === null) complain(`it needs ${key}`)
  }
  return {
    entity: textOr(value['entity']),
    base_measure: toInputMeasure(value['base_measure']),
    conversion_measure: toInputMeasure(value['conversion_measure']),
    base_metric: null,
    conversion_metric: null,
    ...conversionRest(value, complain),
  }
}

function conversionRest(from: JsonObject, complain: Complain): JsonObject {
  return {
    calculation: oneOf(
      from['calculation'] ?? 'conversion_rate',
      enumerations.calculation,
      complain,
    ),
    window: toWindow(from['window'], complain),
    constant_properties: from['constant_properties'] ?? null,
  }
}

/** `window` and `grain_to_date` stood beside these parameters once. */
function oldCumulative(params: JsonObject, complain: Complain): JsonObject {
  const own = isObject(params['cumulative_type_params']) ? params['cumulative_type_params'] : {}
  return {
    window: toWindow(own['window'] ?? params['window'], complain),
    grain_to_date: textOr(own['grain_to_date'] ?? params['grain_to_date']),
    period_agg: oneOf(own['period_agg'] ?? 'first', enumerations.periodAggregation, complain),
    metric: null,
  }
}

function newParams(
  entry: JsonObject,
  complain: Complain,
  home: MetricHome | undefined,
): JsonObject {
  const { type } = entry
  const aggregates = entry['agg'] !== undefined && entry['agg'] !== null
  if (type === 'simple' && !aggregates) {
    complain('a simple metric needs agg', 'Simple metrics must have an agg param.')
  }
  if (aggregates && !home) {
    const fact = 'simple metrics in v2 YAML must be attached to semantic_model'
    complain('a simple metric belongs into the entry of its model', fact)
  }
  return {
    ...noParams,
    ...sharedParams(entry, entry['input_metrics'], complain),
    conversion_type_params: type === 'conversion' ? newConversion(entry, complain) : null,
    cumulative_type_params: type === 'cumulative' ? newCumulative(entry, complain) : null,
    metric_aggregation_params: aggregates && home ? aggregation(entry, home, complain) : null,
    join_to_timespine: flag(entry['join_to_timespine']),
    is_private: flag(entry['hidden']),
  }
}

function newConversion(entry: JsonObject, complain: Complain): JsonObject {
  for (const key of ['base_metric', 'conversion_metric', 'entity']) {
    if (entry[key] === undefined || entry[key] === null) {
      complain(`it needs ${key}`, `${key} is required for conversion metrics.`)
    }
  }
  return {
    entity: textOr(entry['entity']),
    base_measure: null,
    conversion_measure: null,
    base_metric: toMetricInput(entry['base_metric'], complain),
    conversion_metric: toMetricInput(entry['conversion_metric'], complain),
    ...conversionRest(entry, complain),
  }
}

function newCumulative(entry: JsonObject, complain: Complain): JsonObject {
  const metric = toMetricInput(entry['input_metric'], complain)
  if (metric === null) {
    complain('it needs input_metric', 'input_metric is required for cumulative metrics.')
  }
  return {
    window: toWindow(entry['window'], complain),
    grain_to_date: textOr(entry['grain_to_date']),
    period_agg: oneOf(entry['period_agg'] ?? 'first', enumerations.periodAggregation, complain),
    metric,
  }
}

function aggregation(entry: JsonObject, home: MetricHome, complain: Complain): JsonObject {
  const percentileType = String(entry['percentile_type'] ?? '').toLowerCase()
  return {
    semantic_model: home.semanticModel,
    agg: oneOf(entry['agg'], enumerations.aggregation, complain),
    agg_params: {
      percentile: entry['percentile'] ?? null,
      use_discrete_percentile: percentileType === 'discrete',
      use_approximate_percentile: percentileType === 'continuous',
    },
    agg_time_dimension: textOr(entry['agg_time_dimension'], home.timeDimension),
    non_additive_dimension: nonAdditive(entry['non_additive_dimension'], complain),
  }
}

function nonAdditive(value: Json | undefined, complain: Complain): Json {
  if (!isObject(value)) return null
  return {
    name: textOr(value['name']),
    window_choice: oneOf(value['window_agg'], enumerations.aggregation, complain),
    window_groupings: list(value['group_by']),
  }
}

/** Names that a metric takes its numbers from. */
export interface MetricParents {
  /** Of its own; those of the metrics that it is made of come with these. */
  readonly measures: readonly JsonObject[]
  readonly metrics: readonly string[]
  readonly semanticModel: string | undefined
}

export function findParents(definition: JsonObject): MetricParents {
  const params = objectOf(definition['type_params'])
  const conversion = objectOf(params['conversion_type_params'])
  const cumulative = objectOf(params['cumulative_type_params'])
  const aggregation = objectOf(params['metric_aggregation_params'])
  const measures = [
    params['measure'],
    conversion['base_measure'],
    conversion['conversion_measure'],
  ].filter(isObject)
  const metrics = [
    ...[params['numerator'], params['denominator'], ...list(params['metrics'])],
    ...[cumulative['metric'], conversion['base_metric'], conversion['conversion_metric']],
  ].flatMap((it) => inputName(it) ?? [])
  return { measures, metrics, semanticModel: textOr(aggregation['semantic_model']) ?? undefined }
}
