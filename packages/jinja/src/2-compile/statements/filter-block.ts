import type { FilterBlock } from '../../1-parse/ast.ts'
import { emitScope } from '../body.ts'
import { constant, fresh, type Place } from '../emit.ts'
import { emitFilterCall } from '../expressions/filter.ts'

export function emitFilterBlock(node: FilterBlock, place: Place): string {
  const out = fresh(place, 'o')
  const body = emitScope(node.body, { ...place, out, isNativeRoot: false })
  const text = `$.finish(${out},${place.autoescape})`
  const value = node.filters.reduce((code, call) => emitFilterCall(code, call, place), text)
  const write = place.isNativeRoot ? 'writeNative' : 'write'
  return `{const ${out}=$.buffer();${body}$.${write}(${place.out},${value},${constant(place, node.span)});}`
}
