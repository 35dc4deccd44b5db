import type { If } from '../../1-parse/ast.ts'
import { emitBody } from '../body.ts'
import { at, type Place } from '../emit.ts'
import { emitExpression } from '../expressions/index.ts'

export function emitIf(node: If, place: Place): string {
  const soft = { ...place, isConditional: true }
  const branches = node.branches.map(({ test, body }) => {
    const condition = `R.isTruthy(${emitExpression(test, soft)},${at(place, test.span)})`
    return `if(${condition}){${emitBody(body, soft)}}`
  })
  const otherwise = node.otherwise.length > 0 ? `else{${emitBody(node.otherwise, soft)}}` : ''
  return branches.join('else ') + otherwise
}
