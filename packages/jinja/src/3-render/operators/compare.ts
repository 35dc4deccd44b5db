import { typeError } from '../errors.ts'
import { Float } from '../values/float.ts'
import { SetValue } from '../values/set.ts'
import { findText } from '../values/text.ts'
import { Tuple } from '../values/tuple.ts'
import type { Value } from '../values/value.ts'
import { typeName } from '../type-name.ts'
import { isEqual } from './equal.ts'
import { findInt } from './numbers.ts'
import { Undefined } from '../values/undefined.ts'

export type Order = '<' | '<=' | '>' | '>='

/** Python's `<`, `<=`, `>` and `>=`. */
export function isOrdered(left: Value, operator: Order, right: Value): boolean {
  if (left instanceof SetValue && right instanceof SetValue) return isSubset(left, operator, right)
  const order = compareValues(left, right, operator)
  // NaN has no order: all four are false.
  if (operator === '<') return order < 0
  if (operator === '<=') return order <= 0
  return operator === '>' ? order > 0 : order >= 0
}

/** Negative, zero or positive, for sorting; a TypeError when the two have no order. */
export function compareValues(left: Value, right: Value, operator: Order = '<'): number {
  const order = findOrder(left, right, operator)
  if (order !== undefined) return order
  if (left instanceof Undefined) return left.fail()
  if (right instanceof Undefined) return right.fail()
  const types = `'${typeName(left)}' and '${typeName(right)}'`
  return typeError(`'${operator}' not supported between instances of ${types}`)
}

function findOrder(left: Value, right: Value, operator: Order): number | undefined {
  const first = left instanceof Float ? left.value : findInt(left)
  const second = right instanceof Float ? right.value : findInt(right)
  if (first !== undefined && second !== undefined) {
    if (first == second) return 0
    if (first < second) return -1
    return first > second ? 1 : Number.NaN
  }
  const text = findText(left)
  const other = text === undefined ? undefined : findText(right)
  if (text !== undefined && other !== undefined) return compareText(text, other)
  return findSequenceOrder(left, right, operator) ?? findObjectOrder(left, right)
}

function findSequenceOrder(left: Value, right: Value, operator: Order): number | undefined {
  if (Array.isArray(left) && Array.isArray(right)) return compareItems(left, right, operator)
  if (!(left instanceof Tuple && right instanceof Tuple)) return undefined
  return compareItems(left.items, right.items, operator)
}

function compareItems(left: readonly Value[], right: readonly Value[], operator: Order): number {
  for (const [at, item] of left.entries()) {
    const other = right[at]
    if (other === undefined) return 1
    if (!isEqual(item, other)) return compareValues(item, other, operator)
  }
  return left.length - right.length
}

function findObjectOrder(left: Value, right: Value): number | undefined {
  if (isComparable(left)) return left.compare(right)
  if (!isComparable(right)) return undefined
  const order = right.compare(left)
  return order === undefined ? undefined : -order
}

type Comparable = { compare(other: Value): number | undefined }

function isComparable(value: Value): value is Value & Comparable {
  return typeof value === 'object' && value !== null && 'compare' in value && !Array.isArray(value)
}

function isSubset(left: SetValue, operator: Order, right: SetValue): boolean {
  const [small, large] = operator === '<' || operator === '<=' ? [left, right] : [right, left]
  const isProper = operator === '<' || operator === '>'
  if (isProper && small.size() >= large.size()) return false
  return [...small.iterate()].every((it) => large.contains(it))
}

/** By code point, as Python; JavaScript compares UTF-16 units, which differ above U+FFFF. */
function compareText(left: string, right: string): number {
  const end = Math.min(left.length, right.length)
  for (let at = 0; at < end; at++) {
    const first = left.charCodeAt(at)
    const second = right.charCodeAt(at)
    if (first !== second) return rank(first) - rank(second)
  }
  return left.length - right.length
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
