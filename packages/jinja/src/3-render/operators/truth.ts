import { TracedText } from '@btn/diagnostics'
import type { Value } from '../values/value.ts'

/** Python's `bool(value)`. */
export function isTruthy(value: Value): boolean {
  if (typeof value !== 'object') return Boolean(value)
  if (value === null) return false
  if (value instanceof TracedText || Array.isArray(value)) return value.length > 0
  if (value.isTruthy) return value.isTruthy()
  return value.size ? value.size() > 0 : true
}
