import type { Json, JsonObject, Manifest, Model, Node } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { writeNode } from './kinds.ts'
import { nothingMade } from './made.ts'

/** What readers of the file take the version of its layout from: the package that dbt 1.12.6 writes it with. */
const interfaces = { major_version: '0', minor_version: '213', patch_version: '0' }

/** `semantic_manifest.json`: semantic models, metrics and saved queries in the layout that MetricFlow reads. */
export function toSemanticManifest(manifest: Pick<Manifest, 'nodes'>): JsonObject {
  const nodes = [...manifest.nodes.values()]
  const ofKind = (kind: Node['kind']) =>
    nodes.filter((node) => node.kind === kind).map((it) => writeNode(it, nothingMade))
  return {
    semantic_models: ofKind('semantic_model').map(toSemanticModel),
    metrics: ofKind('metric').map(toMetric),
    project_configuration: {
      time_spine_table_configurations: legacySpines(nodes),
      metadata: null,
      dsi_package_version: interfaces,
      time_spines: nodes.flatMap((node) => (node.kind === 'model' ? toTimeSpine(node) : [])),
    },
    saved_queries: ofKind('saved_query').map(toSavedQuery),
  }
}

function pick(json: JsonObject, keys: string): JsonObject {
  return Object.fromEntries(keys.split(' ').map((key) => [key, json[key] ?? null]))
}

function parts(json: JsonObject, key: string, keys: string): readonly JsonObject[] {
  const list = json[key]
  return Array.isArray(list) ? list.filter(isObject).map((it: JsonObject) => pick(it, keys)) : []
}

const metaOf = (json: JsonObject): JsonObject => {
  const { config } = json
  return { meta: isObject(config) ? (config['meta'] ?? {}) : {} }
}

function toSemanticModel(json: JsonObject): JsonObject {
  const part = 'metadata label config'
  return {
    ...pick(json, 'name defaults description node_relation primary_entity'),
    entities: parts(json, 'entities', `name description type role expr ${part}`),
    measures: parts(
      json,
      'measures',
      'name agg description create_metric expr agg_params metadata non_additive_dimension agg_time_dimension label config',
    ),
    dimensions: parts(
      json,
      'dimensions',
      `name description type datatype is_partition type_params expr ${part}`,
    ),
    ...pick(json, 'label metadata'),
    config: metaOf(json),
  }
}

function toMetric(json: JsonObject): JsonObject {
  const params = isObject(json['type_params']) ? json['type_params'] : {}
  return {
    ...pick(json, 'name description type datatype'),
    type_params: pick(
      params,
      'measure numerator denominator expr window grain_to_date metrics conversion_type_params cumulative_type_params input_measures metric_aggregation_params join_to_timespine fill_nulls_with is_private',
    ),
    ...pick(json, 'filter metadata label'),
    config: metaOf(json),
    time_granularity: json['time_granularity'] ?? null,
  }
}

function toSavedQuery(json: JsonObject): JsonObject {
  const params = isObject(json['query_params']) ? json['query_params'] : {}
  const exports = parts(json, 'exports', 'name config').map(({ name, config }) => ({
    name: name ?? null,
    config: pick(isObject(config) ? config : {}, 'export_as schema_name alias'),
  }))
  return {
    name: json['name'] ?? null,
    query_params: pick(params, 'metrics group_by order_by limit where'),
    ...pick(json, 'description metadata label'),
    exports,
    tags: json['tags'] ?? [],
  }
}

function toTimeSpine(model: Model): readonly JsonObject[] {
  const { timeSpine } = model
  if (!timeSpine) return []
  const name = String(timeSpine['standard_granularity_column'])
  return [
    {
      node_relation: {
        alias: model.alias,
        schema_name: model.schema,
        database: model.database,
        relation_name: model.relationName ?? null,
      },
      primary_column: { name, time_granularity: granularityOf(model, name) },
      custom_granularities: timeSpine['custom_granularities'] ?? [],
    },
  ]
}

function granularityOf(model: Model, column: string): Json {
  return model.columns.get(column)?.extra?.['granularity'] ?? null
}

/** A model of this name is the time spine of projects that configure none. */
function legacySpines(nodes: readonly Node[]): readonly JsonObject[] {
  if (!nodes.some((node) => node.kind === 'semantic_model')) return []
  const model = nodes.find((node) => node.name === 'metricflow_time_spine')
  if (model?.kind !== 'model' || model.timeSpine) return []
  return [{ location: model.relationName ?? null, column_name: 'date_day', grain: 'day' }]
}
