import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { objects, textOr } from './parts.ts'

/** What a model's entry says of a column, as far as its meaning goes. */
export interface MeaningfulColumn {
  readonly name: string
  readonly description: string
  readonly meta: JsonObject
  readonly granularity?: Json
  readonly dimension?: Json
  readonly entity?: Json
}

/** The semantic model that stands in a model's own entry (the newer form), as an entry of `semantic_models`. */
export function toSemanticEntry(
  model: { readonly name: string; readonly description: string; readonly extra: JsonObject },
  columns: readonly MeaningfulColumn[],
): JsonObject {
  const { semantic_model: own, derived_semantics: derived, ...extra } = model.extra
  const derivedParts = isObject(derived) ? derived : {}
  return {
    name: semanticName(model.name, own),
    description: model.description,
    model: `ref('${model.name}')`,
    defaults: { agg_time_dimension: textOr(extra['agg_time_dimension']) },
    primary_entity: extra['primary_entity'] ?? null,
    entities: [...columns.flatMap(entityOf), ...objects(derivedParts['entities'])],
    dimensions: [
      ...columns.flatMap(dimensionOf),
      ...objects(derivedParts['dimensions']).map(derivedDimension),
    ],
  }
}

/** The model's name, or the one that the entry chooses. */
export function semanticName(model: string, own: Json | undefined): string {
  return isObject(own) ? (textOr(own['name']) ?? model) : model
}

/** `enabled`, `group` and `meta` of the entry. */
export function semanticConfig(own: Json | undefined): JsonObject {
  // dbt reads the other two only beside a `config`.
  if (!isObject(own) || !isObject(own['config'])) return {}
  const { meta } = own['config']
  const parts = { meta, enabled: own['enabled'] ?? true, group: own['group'] }
  const given = Object.entries(parts).flatMap(([key, value]) =>
    value === undefined || value === null ? [] : [[key, value]],
  )
  return Object.fromEntries(given)
}

function entityOf({ name, description, meta, entity }: MeaningfulColumn): readonly JsonObject[] {
  if (entity === undefined || entity === null) return []
  if (!isObject(entity)) return [{ name, type: entity, description, config: { meta } }]
  const own = textOr(entity['name'], name)
  const config = isObject(entity['config']) ? entity['config'] : {}
  return [
    {
      name: own,
      type: entity['type'] ?? null,
      description: entity['description'] ?? description,
      label: entity['label'] ?? null,
      expr: own === name ? null : name,
      config: { meta: config['meta'] ?? meta },
    },
  ]
}

function dimensionOf(column: MeaningfulColumn): readonly JsonObject[] {
  const { name, description, meta, dimension } = column
  if (dimension === undefined || dimension === null) return []
  if (!isObject(dimension)) return [{ name, type: dimension, description, config: { meta } }]
  const own = textOr(dimension['name'], name)
  const config = isObject(dimension['config']) ? dimension['config'] : {}
  const ownMeta = isObject(config['meta']) ? config['meta'] : {}
  return [
    {
      name: own,
      type: dimension['type'] ?? null,
      description: dimension['description'] ?? description,
      label: dimension['label'] ?? null,
      is_partition: dimension['is_partition'] ?? false,
      type_params: timeParams(column.granularity, dimension['validity_params']),
      expr: own === name ? null : name,
      config: { meta: { ...meta, ...ownMeta } },
    },
  ]
}

function derivedDimension(entry: JsonObject): JsonObject {
  return { ...entry, type_params: timeParams(entry['granularity'], entry['validity_params']) }
}

function timeParams(granularity: Json | undefined, validity: Json | undefined): Json {
  if (granularity === undefined || granularity === null) return null
  return { time_granularity: granularity, validity_params: validity ?? null }
}
