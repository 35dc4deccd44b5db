import type { Config, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { enumerations, oneOf } from './enumerations.ts'
import { list, objects, textOr, toFilter, type Complain } from './parts.ts'

/** Where an export goes. */
export interface ExportPlace {
  readonly database: string
  readonly schema: string
  readonly alias: string
}

interface Reading {
  /** Of the saved query. */
  readonly config: Config
  readonly complain: Complain
  placeOf(name: string, config: Config): ExportPlace
}

/** What an entry of `saved_queries` says, in the shape of dbt's manifest. */
export function toSavedQueryDefinition(
  entry: JsonObject,
  { config, placeOf, complain }: Reading,
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
    exports: objects(entry['exports']).map((it) => toExport(it, { config, placeOf, complain })),
    label: textOr(entry['label']),
    metadata: null,
  }
}

function toExport(entry: JsonObject, { config, placeOf, complain }: Reading): JsonObject {
  const name = String(entry['name'])
  const own = isObject(entry['config']) ? entry['config'] : {}
  const { export_as: exportAs, schema } = config
  const merged = { export_as: exportAs ?? null, schema: schema ?? null, ...own }
  const given = isObject(own) ? own['schema_name'] : undefined
  const place = placeOf(name, { alias: own['alias'] ?? null, schema: null, database: null })
  return {
    name,
    config: {
      export_as: oneOf(merged.export_as, enumerations.exportAs, complain),
      schema_name: textOr(given ?? merged.schema, place.schema),
      alias: textOr(own['alias'], place.alias),
      database: place.database,
    },
    unrendered_config: own,
  }
}
