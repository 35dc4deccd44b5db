import type { Expression } from '../../1-parse/ast.ts'
import { temporary, type Place } from '../emit.ts'
import { emitCall } from '../expressions/call.ts'
import { emitExpression } from '../expressions/index.ts'

/** The value of a statement that is one expression; `{{ return(x) }}` in a macro ends its function before. */
export function emitStatementValue(
  node: Expression,
  place: Place,
): { readonly before: string; readonly value: string } {
  const isReturn =
    node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === 'return'
  if (!place.fn.isMacro || !isReturn) return { before: '', value: emitExpression(node, place) }
  const value = temporary(place)
  const call = emitCall(node, place, { method: 'callOrReturn' })
  return { before: `if((${value}=${call}) instanceof R.MacroReturn)return ${value};`, value }
}
