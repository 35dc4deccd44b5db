import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { flag, list, objects, textOr } from './parts.ts'

/** What an entry of `semantic_models` says, in the shape of dbt's manifest. `meta` is that of its settings. */
export function toSemanticDefinition(entry: JsonObject, meta: JsonObject): JsonObject {
  const defaults = isObject(entry['defaults'])
    ? { agg_time_dimension: textOr(entry['defaults']['agg_time_dimension']) }
    : null
  return {
    model: textOr(entry['model']),
    label: textOr(entry['label']),
    defaults,
    entities: objects(entry['entities']).map((it) => toEntity(it, meta)),
    measures: objects(entry['measures']).map((it) => toMeasure(it, meta)),
    dimensions: objects(entry['dimensions']).map((it) => toDimension(it, meta)),
    metadata: null,
    primary_entity: textOr(entry['primary_entity']),
  }
}

/** What the parts have in common: their settings are those of the model and their own. */
function withMeta(entry: JsonObject, meta: JsonObject): JsonObject {
  const config = isObject(entry['config']) ? entry['config'] : {}
  return { meta: { ...meta, ...(isObject(config['meta']) ? config['meta'] : {}) } }
}

function toEntity(entry: JsonObject, meta: JsonObject): JsonObject {
  return {
    name: textOr(entry['name']),
    type: textOr(entry['type']),
    description: textOr(entry['description']),
    label: textOr(entry['label']),
    role: textOr(entry['role']),
    expr: textOr(entry['expr']),
    config: withMeta(entry, meta),
  }
}

function toDimension(entry: JsonObject, meta: JsonObject): JsonObject {
  return {
    name: textOr(entry['name']),
    type: textOr(entry['type']),
    description: textOr(entry['description']),
    label: textOr(entry['label']),
    is_partition: flag(entry['is_partition']),
    type_params: dimensionParams(entry['type_params']),
    expr: textOr(entry['expr']),
    metadata: null,
    config: withMeta(entry, meta),
    datatype: textOr(entry['datatype']),
  }
}

function dimensionParams(value: Json | undefined): Json {
  if (!isObject(value)) return null
  const validity = value['validity_params']
  return {
    time_granularity: textOr(value['time_granularity']),
    validity_params: isObject(validity)
      ? { is_start: flag(validity['is_start']), is_end: flag(validity['is_end']) }
      : null,
  }
}

function toMeasure(entry: JsonObject, meta: JsonObject): JsonObject {
  const params = entry['agg_params']
  const additive = entry['non_additive_dimension']
  return {
    name: textOr(entry['name']),
    agg: textOr(entry['agg']),
    description: textOr(entry['description']),
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
          window_choice: textOr(additive['window_choice']),
          window_groupings: list(additive['window_groupings']),
        }
      : null,
    agg_time_dimension: textOr(entry['agg_time_dimension']),
    config: withMeta(entry, meta),
  }
}

/** The metrics that measures with `create_metric` stand for, as entries. */
export function metricsOfMeasures(entry: JsonObject): readonly JsonObject[] {
  return objects(entry['measures'])
    .filter((measure) => measure['create_metric'] === true)
    .map((measure) => ({
      name: measure['name'] ?? null,
      label: measure['label'] ?? measure['name'] ?? null,
      description: measure['description'] ?? null,
      type: 'simple',
      type_params: {
        measure: measure['name'] ?? null,
        expr: measure['expr'] ?? measure['name'] ?? null,
      },
    }))
}
