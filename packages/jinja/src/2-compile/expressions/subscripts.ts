import type { Attribute, Expression, Item, Slice } from '../../1-parse/ast.ts'
import { at, noted, notedWithName, quote, type Place } from '../emit.ts'
import { emitExpression } from './index.ts'

export function emitAttribute(node: Attribute, place: Place): string {
  const object = emitExpression(node.object, place)
  return `$.attribute(${object},${quote(node.name)},${notedWithName(place, node.span, node.nameSpan)})`
}

export function emitItem(node: Item, place: Place): string {
  const object = emitExpression(node.object, place)
  const key = emitExpression(node.key, place)
  if (node.key.kind === 'slice') return `R.slice(${object},${key},${at(place, node.span)})`
  return `$.item(${object},${key},${noted(place, node.span)})`
}

export function emitSlice(node: Slice, place: Place): string {
  const bound = (part: Expression | undefined): string =>
    part ? emitExpression(part, place) : 'null'
  return `new R.Slice(${bound(node.start)},${bound(node.stop)},${bound(node.step)})`
}
