import type { Config, Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'

/**
 * Settings of a properties file as dbt notes them for comparisons: the rendered ones, and over them what is written
 * below `config:`. Mappings are merged at every level; of lists both are kept, the written one first.
 */
export function withWritten(patch: {
  readonly rendered: Config
  readonly unrendered: Config
}): JsonObject {
  return merge(patch.rendered, patch.unrendered)
}

function merge(below: JsonObject, above: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...below }
  for (const [key, value] of Object.entries(above)) merged[key] = mergeValue(below[key], value)
  return merged
}

function mergeValue(below: Json | undefined, above: Json): Json {
  if (isObject(above)) return merge(isObject(below) ? below : {}, above)
  return Array.isArray(above) && Array.isArray(below) ? [...above, ...below] : above
}
