import type { Config, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { list, objects, textOr, toFilter } from './parts.ts'

/** Where an export goes. */
export interface ExportPlace {
  readonly database: string
  readonly schema: string
  readonly alias: string
}

/** What an entry of `saved_queries` says, in the shape of dbt's manifest. */
export function toSavedQueryDefinition(
  entry: JsonObject,
  config: Config,
  placeOf: (name: string, config: Config) => ExportPlace,
): JsonObject {
  const params = isObject(entry['query_params']) ? entry['query_params'] : {}
  return {
    query_params: {
      metrics: list(params['metrics']),
      group_by: list(params['group_by']),
      where: toFilter(params['where']),
      order_by: list(params['order_by']),
      limit: params['limit'] ?? null,
    },
    exports: objects(entry['exports']).map((it) => toExport(it, config, placeOf)),
    label: textOr(entry['label']),
    metadata: null,
  }
}

function toExport(
  entry: JsonObject,
  queryConfig: Config,
  placeOf: (name: string, config: Config) => ExportPlace,
): JsonObject {
  const name = String(entry['name'])
  const own = isObject(entry['config']) ? entry['config'] : {}
  const { export_as: exportAs, schema } = queryConfig
  const merged = { export_as: exportAs ?? null, schema: schema ?? null, ...own }
  const given = isObject(own) ? own['schema_name'] : undefined
  const place = placeOf(name, { alias: own['alias'] ?? null, schema: null, database: null })
  return {
    name,
    config: {
      export_as: textOr(merged.export_as),
      schema_name: textOr(given ?? merged.schema, place.schema),
      alias: textOr(own['alias'], place.alias),
      database: place.database,
    },
    unrendered_config: own,
  }
}
