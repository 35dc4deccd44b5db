import type { Load } from '../../1-parse/ast.ts'
import { at, quote, type Place } from '../emit.ts'
import { emitExpression } from '../expressions/index.ts'

/** There is nothing to load from, so running the tag is the mistake. */
export function emitLoad(node: Load, place: Place): string {
  const tag = node.kind === 'from-import' ? 'from' : node.kind
  return `${emitExpression(node.template, place)};$.cannotLoad(${quote(tag)},${at(place, node.span)});`
}
