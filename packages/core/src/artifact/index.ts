import type { JsonObject, Node } from '../types/index.ts'
import { writeNode } from './kinds.ts'
import { nothingMade, type Made } from './made.ts'

export { toGraphJson, toMacroModelJson, toModelJson } from './context-json.ts'
export type { ExtraCte, Made } from './made.ts'
export { toNodeTexts, type LargeTexts, type NodeTexts } from './node-texts.ts'
export { findOrigin, noteOrigin } from './origin.ts'
export { toDocJson, toGroupJson, toMacroJson } from './other-json.ts'
export { compiledPath, runPath } from './paths.ts'
export { toSemanticManifest } from './semantic-manifest.ts'

/** A node in the shape of dbt 1.12's manifest v12: every key, in dbt's order; with `made`, what the run made of it. */
export function toNodeJson(node: Node, made: Made = nothingMade): JsonObject {
  return writeNode(node, made)
}
