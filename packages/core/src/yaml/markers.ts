import type { Json, JsonObject } from '../types/index.ts'

/**
 * Numbers of Python that JSON cannot tell from others: a float without fraction (`1.0`), an int beyond 2^53, `inf`, `nan`.
 * They travel as objects of one key, which JSON can hold, so that a cache keeps them and `{{ var('x') }}` prints `1.0`.
 */
export interface FloatMarker extends JsonObject {
  readonly $float: string
}
export interface IntMarker extends JsonObject {
  readonly $int: string
}

export function floatMarker(value: number): number | FloatMarker {
  if (Number.isNaN(value)) return { $float: 'nan' }
  if (!Number.isFinite(value)) return { $float: value < 0 ? '-inf' : 'inf' }
  if (!Number.isInteger(value)) return value
  // Python's repr turns to exponents at 1e16.
  if (Math.abs(value) >= 1e16) return { $float: toPythonExponent(value) }
  return { $float: Object.is(value, -0) ? '-0.0' : `${value}.0` }
}

/** JavaScript writes `1e+5`, Python `1e+05`. */
function toPythonExponent(value: number): string {
  return value.toExponential().replace(/e([-+])(\d)$/, 'e$10$2')
}

export function intMarker(value: bigint): number | IntMarker {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : { $int: value.toString() }
}

export function isFloatMarker(value: unknown): value is FloatMarker {
  return hasOnly(value, '$float')
}

export function isIntMarker(value: unknown): value is IntMarker {
  return hasOnly(value, '$int')
}

/** The key is looked for first: every object of every artifact comes by here, and hardly any is a marker. */
function hasOnly(value: unknown, key: string): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return typeof (value as JsonObject)[key] === 'string' && Object.keys(value).length === 1
}

/** The number that a marker stands for; undefined for what is no marker. */
export function numberOfMarker(value: unknown): number | undefined {
  if (isIntMarker(value)) return Number(value.$int)
  if (!isFloatMarker(value)) return undefined
  if (value.$float === 'nan') return NaN
  return value.$float.endsWith('inf')
    ? Number(value.$float.replace('inf', 'Infinity'))
    : Number(value.$float)
}

/** The same data with plain numbers, for artifacts; gives the very object back when it holds no marker. */
export function withoutMarkers(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.map(withoutMarkers)
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  const number = numberOfMarker(value)
  if (number !== undefined) return number
  return mapObject(value as JsonObject, withoutMarkers)
}

function mapObject(value: JsonObject, change: (item: Json) => Json): JsonObject {
  let copy: Record<string, Json> | undefined
  for (const key in value) {
    const item = value[key] as Json
    const changed = change(item)
    if (changed === item) continue
    copy ??= { ...value }
    copy[key] = changed
  }
  return copy ?? value
}
