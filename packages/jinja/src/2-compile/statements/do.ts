import type { Do } from '../../1-parse/ast.ts'
import type { Place } from '../emit.ts'
import { emitStatementValue } from './return.ts'

export function emitDo(node: Do, place: Place): string {
  const { before, value } = emitStatementValue(node.value, place)
  return `${before}${value};`
}
