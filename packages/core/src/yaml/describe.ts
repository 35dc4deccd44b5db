import { isFloatMarker, isIntMarker } from './markers.ts'
import type { Json } from '../types/index.ts'

const LONG = 40

/** A value as a message names it: `the number 3`, `a list`, `"yes"`. */
export function describe(value: Json): string {
  if (value === null) return 'empty'
  if (typeof value === 'string') {
    return value.length > LONG ? `"${value.slice(0, LONG)}…"` : `"${value}"`
  }
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return `the number ${value}`
  if (Array.isArray(value)) return 'a list'
  if (isFloatMarker(value)) return `the number ${value.$float}`
  if (isIntMarker(value)) return `the number ${value.$int}`
  return 'a mapping'
}
