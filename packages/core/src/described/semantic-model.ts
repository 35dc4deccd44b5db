import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { enumerations, oneOf } from './enumerations.ts'
import { flag, list, objects, textOr, type Complain } from './parts.ts'

/** What an entry is read with. */
interface Reading {
  /** Of the semantic model's settings. */
  readonly meta: JsonObject
  readonly complain: Complain
  /** Fills docs blocks in. */
  describe(text: string): string
}

/** What an entry of `semantic_models` says, in the shape of dbt's manifest. */
export function toSemanticDefinition(entry: JsonObject, reading: Reading): JsonObject {
  const defaults = isObject(entry['defaults'])
    ? { agg_time_dimension: textOr(entry['defaults']['agg_time_dimension']) }
    : null
  return {
    model: textOr(entry['model']),
    label: textOr(entry['label']),
    defaults,
    entities: objects(entry['entities']).map((it) => toEntity(it, reading)),
    measures: objects(entry['measures']).map((it) => toMeasure(it, reading)),
    dimensions: objects(entry['dimensions']).map((it) => toDimension(it, reading)),
    metadata: null,
    primary_entity: textOr(entry['primary_entity']),
  }
}

function describeIn({ description }: JsonObject, reading: Reading): string | null {
  const text = textOr(description)
  return text === null ? null : reading.describe(text)
}

/** What the parts have in common: their settings are those of the model and their own. */
function withMeta(entry: JsonObject, meta: JsonObject): JsonObject {
  const config = isObject(entry['config']) ? entry['config'] : {}
  return { meta: { ...meta, ...(isObject(config['meta']) ? config['meta'] : {}) } }
}

function toEntity(entry: JsonObject, reading: Reading): JsonObject {
  return {
    name: textOr(entry['name']),
    type: oneOf(entry['type'], enumerations.entity, reading.complain),
    description: describeIn(entry, reading),
    label: textOr(entry['label']),
    role: textOr(entry['role']),
    expr: textOr(entry['expr']),
    config: withMeta(entry, reading.meta),
  }
}

function toDimension(entry: JsonObject, reading: Reading): JsonObject {
  return {
    name: textOr(entry['name']),
    type: oneOf(entry['type'], enumerations.dimension, reading.complain),
    description: describeIn(entry, reading),
    label: textOr(entry['label']),
    is_partition: flag(entry['is_partition']),
    type_params: dimensionParams(entry['type_params'], reading.complain),
    expr: textOr(entry['expr']),
    metadata: null,
    config: withMeta(entry, reading.meta),
    datatype: textOr(entry['datatype']),
  }
}

function dimensionParams(value: Json | undefined, complain: Complain): Json {
  if (!isObject(value)) return null
  const validity = value['validity_params']
  return {
    time_granularity: oneOf(value['time_granularity'], enumerations.granularity, complain),
    validity_params: isObject(validity)
      ? { is_start: flag(validity['is_start']), is_end: flag(validity['is_end']) }
      : null,
  }
}

function toMeasure(entry: JsonObject, reading: Reading): JsonObject {
  const params = entry['agg_params']
  const additive = entry['non_additive_dimension']
  return {
    name: textOr(entry['name']),
    agg: oneOf(entry['agg'], enumerations.aggregation, reading.complain),
    description: describeIn(entry, reading),
    label: textOr(entry['label']),
    // dbt makes a metric of it and forgets that it was asked to.
    create_metric: false,
    expr: textOr(entry['expr']),
    agg_params: isObject(params)
      ? {
          percentile: params['percentile'] ?? null,
          use_discrete_percentile: flag(params['use_discrete_percentile']),
          use_approximate_percentile: flag(params['use_approximate_percentile']),
        }
      : null,
    non_additive_dimension: isObject(additive)
      ? {
          name: textOr(additive['name']),
          window_choice: oneOf(
            additive['window_choice'],
            enumerations.aggregation,
            reading.complain,
          ),
          window_groupings: list(additive['window_groupings']),
        }
      : null,
    agg_time_dimension: textOr(entry['agg_time_dimension']),
    config: withMeta(entry, reading.meta),
  }
}

/** The metrics that measures with `create_metric` stand for, as entries. */
export function metricsOfMeasures(entry: JsonObject): readonly JsonObject[] {
  return objects(entry['measures'])
    .filter((measure) => measure['create_metric'] === true)
    .map((measure) => ({
      name: measure['name'] ?? null,
      label: measure['label'] ?? measure['name'] ?? null,
      description:
        measure['description'] || `Metric created from measure ${textOr(measure['name'])}`,
      type: 'simple',
      type_params: {
        measure: measure['name'] ?? null,
        expr: measure['expr'] ?? measure['name'] ?? null,
      },
    }))
}
