import { TracedText } from '@btn/diagnostics'
import { Dict } from '../values/dict.ts'
import { Float } from '../values/float.ts'
import { SetValue } from '../values/set.ts'
import { findText } from '../values/text.ts'
import { Tuple } from '../values/tuple.ts'
import type { HostObject, Value } from '../values/value.ts'
import { findInt } from './numbers.ts'

/** Python's `==`. */
export function isEqual(left: Value, right: Value): boolean {
  if (left === right) return true
  if (typeof left === 'string' && typeof right === 'string') return false
  if (left === null || right === null) return false
  if (isNumeric(left) && isNumeric(right)) return isSameNumber(left, right)
  const text = findText(left)
  if (text !== undefined) return text === findText(right)
  if (Array.isArray(left)) return Array.isArray(right) && areItemsEqual(left, right)
  return isObject(left) ? isObjectEqual(left, right) : isObject(right) && isObjectEqual(right, left)
}

function isObject(value: Value): value is Exclude<HostObject, TracedText> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNumeric(value: Value): boolean {
  return value instanceof Float || findInt(value) !== undefined
}

/** `==` compares an int and a float by value, exactly: JavaScript does the same for bigint and number. */
function isSameNumber(left: Value, right: Value): boolean {
  const first = left instanceof Float ? left.value : (findInt(left) ?? 0)
  const second = right instanceof Float ? right.value : (findInt(right) ?? 0)
  return first == second
}

function isObjectEqual(left: HostObject, right: Value): boolean {
  if (left instanceof Tuple) return right instanceof Tuple && areItemsEqual(left.items, right.items)
  if (left instanceof Dict) return right instanceof Dict && areDictsEqual(left, right)
  if (left instanceof SetValue) return right instanceof SetValue && areSetsEqual(left, right)
  if (left.equals) return left.equals(right)
  return isObject(right) && right.equals ? right.equals(left) : false
}

function areItemsEqual(left: readonly Value[], right: readonly Value[]): boolean {
  return left.length === right.length && left.every((it, at) => isEqual(it, right[at] ?? null))
}

function areDictsEqual(left: Dict, right: Dict): boolean {
  if (left.length !== right.length) return false
  for (const [key, value] of left.entries()) {
    const other = right.get(key)
    if (other === undefined || !isEqual(value, other)) return false
  }
  return true
}

function areSetsEqual(left: SetValue, right: SetValue): boolean {
  return left.size() === right.size() && [...left.iterate()].every((it) => right.contains(it))
}
