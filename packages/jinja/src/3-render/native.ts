import { Dict } from './values/dict.ts'
import { Float } from './values/float.ts'
import { Markup } from './values/markup.ts'
import { SetValue } from './values/set.ts'
import { Tuple } from './values/tuple.ts'
import type { Value } from './values/value.ts'
import { Range } from './values/range.ts'
import { TracedText } from '@btn/diagnostics'

/** Does the representation of a value read back as the value? Jinja replaces only such constants. */
export function hasSafeRepr(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (value instanceof Float || value instanceof Markup || value instanceof Range) return true
  if (value instanceof TracedText) return true
  if (Array.isArray(value)) return value.every(hasSafeRepr)
  if (value instanceof Tuple) return value.typeName === 'tuple' && value.items.every(hasSafeRepr)
  if (value instanceof SetValue) return [...value.iterate()].every(hasSafeRepr)
  if (!(value instanceof Dict)) return false
  return [...value.entries()].every(([key, item]) => hasSafeRepr(key) && hasSafeRepr(item))
}
