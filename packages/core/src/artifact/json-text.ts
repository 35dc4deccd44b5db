import type { JsonObject, MacroInfo, Node } from '../types/index.ts'
import { writeNode } from './kinds.ts'
import { nothingMade } from './made.ts'
import { toMacroJson } from './other-json.ts'

// Nodes are immutable, so their text never changes; an artifact of thousands of nodes is then mostly joining.
const texts = new WeakMap<Node | MacroInfo, string>()

/** A node's JSON as text, without what a run made of it. Written once per node object. */
export function nodeJsonText(node: Node): string {
  return memoize(node, () => writeNode(node, nothingMade))
}

/** A macro's JSON as text. Written once per macro object. */
export function macroJsonText(macro: MacroInfo): string {
  return memoize(macro, () => toMacroJson(macro))
}

function memoize(owner: Node | MacroInfo, write: () => JsonObject): string {
  let text = texts.get(owner)
  if (text === undefined) {
    text = JSON.stringify(write())
    texts.set(owner, text)
  }
  return text
}
