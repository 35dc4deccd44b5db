import { codePoints, countCodePoints, TracedText } from '@btn/diagnostics'
import { typeError } from '../errors.ts'
import { typeName } from '../type-name.ts'
import { SetValue } from '../values/set.ts'
import { Dict } from '../values/dict.ts'
import { findText, isText, plain } from '../values/text.ts'
import type { Value } from '../values/value.ts'
import { isEqual } from './equal.ts'

/** Python's `iter(value)`; undefined when the value cannot be iterated over. */
export function findIterable(value: Value): Iterable<Value> | undefined {
  if (Array.isArray(value)) return value
  if (isText(value)) return codePoints(plain(value))
  return typeof value === 'object' && value !== null ? value.iterate?.() : undefined
}

export function iterate(value: Value): Iterable<Value> {
  return findIterable(value) ?? typeError(`'${typeName(value)}' object is not iterable`)
}

/** `list(value)`: always a new array. */
export function toList(value: Value): Value[] {
  return [...iterate(value)]
}

/** Python's `len(value)`; undefined when the value has none. */
function findLength(value: Value): number | undefined {
  if (typeof value === 'string') return countCodePoints(value)
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return value.length
  if (value instanceof TracedText) return value.codePoints
  return isText(value) ? countCodePoints(plain(value)) : value.size?.()
}

export function lengthOf(value: Value): number {
  return findLength(value) ?? typeError(`object of type '${typeName(value)}' has no len()`)
}

/** Python's `needle in haystack`. */
export function contains(haystack: Value, needle: Value): boolean {
  const text = findText(haystack)
  if (text !== undefined) {
    const part = findText(needle)
    if (part !== undefined) return text.includes(part)
    return typeError(`'in <string>' requires string as left operand, not ${typeName(needle)}`)
  }
  if (haystack instanceof Dict || haystack instanceof SetValue) return haystack.contains(needle)
  if (isContainer(haystack)) return haystack.contains(needle)
  const items =
    findIterable(haystack) ?? typeError(`argument of type '${typeName(haystack)}' is not iterable`)
  for (const item of items) if (isEqual(item, needle)) return true
  return false
}

function isContainer(value: Value): value is Value & { contains(needle: Value): boolean } {
  return typeof value === 'object' && value !== null && 'contains' in value
}
