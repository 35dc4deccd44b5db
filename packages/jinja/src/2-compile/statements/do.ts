import type { Do } from '../../1-parse/ast.ts'
import type { Place } from '../emit.ts'
import { emitExpression } from '../expressions/index.ts'

export function emitDo(node: Do, place: Place): string {
  return `${emitExpression(node.value, place)};`
}
