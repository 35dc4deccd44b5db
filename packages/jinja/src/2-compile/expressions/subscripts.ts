import type { Attribute, Expression, Item, Slice } from '../../1-parse/ast.ts'
import { at, quote, type Place } from '../emit.ts'
import { isConstant } from './constant.ts'
import { emitExpression } from './index.ts'

export function emitAttribute(node: Attribute, place: Place): string {
  const object = emitExpression(node.object, place)
  return `$.attribute(${object},${quote(node.name)},${at(place, node.nameSpan)},K[p])`
}

export function emitItem(node: Item, place: Place): string {
  const object = emitExpression(node.object, place)
  const key = emitExpression(node.key, place)
  // What Jinja works out while it compiles goes through the lenient look-up, slices included.
  const isStrict = node.key.kind === 'slice' && !isConstant(node)
  if (isStrict) return `R.slice(${object},${key},${at(place, node.span)})`
  return `$.item(${object},${key},${at(place, node.span)},K[p])`
}

export function emitSlice(node: Slice, place: Place): string {
  const bound = (part: Expression | undefined): string =>
    part ? emitExpression(part, place) : 'null'
  return `new R.Slice(${bound(node.start)},${bound(node.stop)},${bound(node.step)})`
}
