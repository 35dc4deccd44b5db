import type { Binary, Compare, Concat, Conditional, Logical, Unary } from '../../1-parse/ast.ts'
import { at, quote, temporary, type Place } from '../emit.ts'
import { emitExpression, emitList } from './index.ts'

export function emitUnary(node: Unary, place: Place): string {
  const operand = emitExpression(node.operand, place)
  if (node.operator === 'not') return `!R.isTruthy(${operand},${at(place, node.span)})`
  const rule = node.operator === '-' ? 'negate' : 'affirm'
  return `R.${rule}(${operand},${at(place, node.span)})`
}

export function emitBinary(node: Binary, place: Place): string {
  const left = emitExpression(node.left, place)
  const right = emitExpression(node.right, place)
  const operands = `${left},${right},${at(place, node.span)}`
  return node.operator === '+'
    ? `R.add(${operands})`
    : `R.operate(${quote(node.operator)},${operands})`
}

export function emitConcat(node: Concat, place: Place): string {
  return `R.concat(${emitList(node.parts, place)},${place.autoescape},${at(place, node.span)})`
}

export function emitLogical(node: Logical, place: Place): string {
  const value = temporary(place)
  const test = `R.isTruthy(${value}=${emitExpression(node.left, place)},${at(place, node.left.span)})`
  const right = emitExpression(node.right, place)
  return node.operator === 'and' ? `(${test}?${right}:${value})` : `(${test}?${value}:${right})`
}

export function emitConditional(node: Conditional, place: Place): string {
  const soft = { ...place, isConditional: true }
  const test = `R.isTruthy(${emitExpression(node.test, soft)},${at(place, node.test.span)})`
  const value = emitExpression(node.value, soft)
  const otherwise = node.otherwise
    ? emitExpression(node.otherwise, soft)
    : `$.noElse(${at(place, node.span)})`
  return `(${test}?${value}:${otherwise})`
}

/** A chain stops at the first comparison that fails, and evaluates each operand once. */
export function emitCompare(node: Compare, place: Place): string {
  let left = emitExpression(node.first, place)
  const parts: string[] = []
  for (const [index, { operator, operand }] of node.rest.entries()) {
    const isLast = index === node.rest.length - 1
    const right = emitExpression(operand, place)
    const kept = isLast ? undefined : temporary(place)
    const code = kept === undefined ? right : `${kept}=${right}`
    parts.push(`R.compare(${quote(operator)},${left},${code},${at(place, node.span)})`)
    left = kept ?? ''
  }
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join('&&')})`
}
