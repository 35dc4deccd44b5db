import type { CallBlock } from '../../1-parse/ast.ts'
import { constant, type Place } from '../emit.ts'
import { emitCall } from '../expressions/call.ts'
import { emitMacroValue } from './macro.ts'

/** The body becomes a macro without a name, which the call gets as `caller`. */
export function emitCallBlock(node: CallBlock, place: Place): string {
  const caller = emitMacroValue('caller', 'caller', node.parameters, node.body, place)
  const value = emitCall(node.call, place, { caller })
  const write = place.isNativeRoot ? 'writeNative' : 'writeText'
  return `$.${write}(${place.out},${value},${constant(place, node.call.span)});`
}
