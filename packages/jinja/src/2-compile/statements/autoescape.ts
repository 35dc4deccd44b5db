import type { Autoescape } from '../../1-parse/ast.ts'
import { emitScope } from '../body.ts'
import { at, fresh, type Place } from '../emit.ts'
import { emitExpression } from '../expressions/index.ts'

export function emitAutoescape(node: Autoescape, place: Place): string {
  const { value } = node
  if (value.kind === 'literal') {
    return `{${emitScope(node.body, { ...place, autoescape: String(Boolean(value.value)) })}}`
  }
  const flag = fresh(place, 'a')
  const test = `R.isTruthy(${emitExpression(value, place)},${at(place, value.span)})`
  return `{const ${flag}=${test};${emitScope(node.body, { ...place, autoescape: flag })}}`
}
