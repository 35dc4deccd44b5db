import type { Literal } from '../../1-parse/ast.ts'
import { Float } from '../../3-render/values/float.ts'
import { constant, type Place } from '../emit.ts'

export function emitLiteral(node: Literal, place: Place): string {
  const { value } = node
  if (node.type === 'float') return constant(place, new Float(Number(value)))
  if (typeof value === 'string') return constant(place, value)
  return typeof value === 'bigint' ? `${value}n` : String(value)
}
