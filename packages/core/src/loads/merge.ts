import type { LoadPatch } from '../2-parse/properties/index.ts'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'

/** What a source says holds for its tables; what a table says besides joins it, key by key. */
export function mergeLoadPatches(
  ofSource: LoadPatch | undefined,
  ofTable: LoadPatch | undefined,
): LoadPatch | undefined {
  if (!ofSource || !ofTable) return ofTable ?? ofSource
  return {
    settings: mergeMaps(ofSource.settings, ofTable.settings),
    places: { ...ofSource.places, ...ofTable.places },
  }
}

/** Mappings join; of everything else the stronger one counts. Keys of the weaker one come first. */
export function mergeMaps(weaker: JsonObject, stronger: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...weaker }
  for (const [key, value] of Object.entries(stronger)) {
    const before = merged[key]
    merged[key] = isObject(before) && isObject(value) ? mergeMaps(before, value) : value
  }
  return merged
}
