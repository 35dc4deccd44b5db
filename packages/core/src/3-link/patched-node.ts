import type { ConfigPatch, NodePatch, SingularTestPatch } from '../2-parse/properties/index.ts'
import { inheritedColumns } from '../config/inherited-columns.ts'
import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import type { Patched } from './patches.ts'

/** What the properties of a node, and of its version, say of its settings. */
export function patchConfig(patched: Patched<NodePatch | SingularTestPatch>): ConfigPatch {
  const { patch, version } = patched
  if (!version) return patch.config
  return {
    rendered: mergeDeeply(patch.config.rendered, version.config.rendered),
    unrendered: version.config.unrendered,
    places: { ...patch.config.places, ...version.config.places },
  }
}

/** What a version says over what its model says, dict by dict. */
function mergeDeeply(weaker: JsonObject, stronger: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...weaker }
  for (const [key, value] of Object.entries(stronger)) {
    const old = merged[key]
    merged[key] = isObject(old) && isObject(value) ? mergeDeeply(old, value) : value
  }
  return merged
}

/** What the columns of a model are made of, where that is one text and nothing else. */
export function columnsOrigin(patched: Patched<NodePatch> | undefined): string | undefined {
  if (!patched) return ''
  const isOneText = hasPlainColumns(patched) && !patched.version
  return isOneText ? patched.patch.columnsText : undefined
}

/** True when the cache knows that no column has anything that could be wrong or matter before somebody asks. */
export function hasPlainColumns(
  patched: Patched<NodePatch | SingularTestPatch> | undefined,
): boolean {
  return (
    patched !== undefined &&
    'hasPlainColumns' in patched.patch &&
    patched.patch.hasPlainColumns === true
  )
}

/** The columns of a node: of a version those that it takes of its model, with its own in their places or behind them. */
export function columnsOf(patched: Patched<NodePatch | SingularTestPatch> | undefined) {
  const { patch, version } = patched ?? {}
  if (!patch || !('columns' in patch)) return []
  if (!version) return patch.columns
  const all = [...inheritedColumns(patch.columns, version.columnSelection), ...version.columns]
  return [...new Map(all.map((column) => [column.name, column])).values()]
}
