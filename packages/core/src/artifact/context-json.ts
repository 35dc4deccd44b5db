import type { Json, JsonObject, MacroInfo, Node } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { writeNode } from './kinds.ts'
import { nothingMade, type Made } from './made.ts'
import { toMacroJson } from './other-json.ts'

/** A node as templates see it in `graph.nodes` and `graph.sources`: the artifact's keys and the `config()` call. */
export function toGraphJson(node: Node, made: Made = nothingMade): JsonObject {
  if (node.kind === 'source') return writeNode(node, made)
  const call = 'configCall' in node ? node.configCall : {}
  const entries = Object.entries(writeNode(node, made)).flatMap(([key, value]) =>
    key === 'relation_name'
      ? [
          ['config_call_dict', call],
          ['unrendered_config_call_dict', call],
          [key, value],
        ]
      : [[key, value]],
  )
  return Object.fromEntries(entries)
}

/** A node as templates see it in `model`: what is null is left out, at every depth. */
export function toModelJson(node: Node, made: Made = nothingMade): JsonObject {
  return dropNulls(toGraphJson(node, made))
}

/** The macro that `run-operation` calls, as `model` shows it. */
export function toMacroModelJson(macro: MacroInfo): JsonObject {
  return dropNulls(toMacroJson(macro))
}

function dropNulls(object: JsonObject): JsonObject {
  const kept: Record<string, Json> = {}
  for (const [key, value] of Object.entries(object)) {
    if (value !== null) kept[key] = dropNullsIn(value)
  }
  return kept
}

function dropNullsIn(value: Json): Json {
  if (isObject(value)) return dropNulls(value)
  // What is null in a list keeps the places of the others.
  return Array.isArray(value) ? value.map(dropNullsIn) : value
}
