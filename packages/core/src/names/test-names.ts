import { createHash } from 'node:crypto'
import type { Json, JsonObject } from '../types/index.ts'
import { toPythonText } from './python-text.ts'
import { isFloatMarker, isIntMarker } from '../yaml/index.ts'
import { toRepr } from '@btn/jinja'

const MAX_NAME = 64
const KEPT_OF_LONG_NAMES = 30
const HASH_LENGTH = 10

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex')
}

/** dbt's names of a generic test: the short one fits in 63 characters. */
export function testNames(
  test: string,
  target: string,
  kwargs: JsonObject,
): { readonly short: string; readonly full: string } {
  const parts: string[] = []
  for (const key of Object.keys(kwargs).sort()) {
    if (key === 'model') continue
    for (const part of flatParts(kwargs[key] ?? null)) {
      parts.push(toPythonText(part).replace(/[^0-9a-zA-Z_]+/g, '_'))
    }
  }
  const identifier = `${test}_${target}`
  const full = `${identifier}_${parts.join('__')}`
  const isShort = [...full].length < MAX_NAME
  return { full, short: isShort ? full : `${identifier.slice(0, KEPT_OF_LONG_NAMES)}_${md5(full)}` }
}

function flatParts(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'object' && value !== null && !isNumberMarker(value))
    return Object.values(value)
  return [value as Json]
}

/** The last part of a generic test's unique id. dbt hashes Python's representation of the test's metadata. */
export function testHash(name: string, metadata: JsonObject): string {
  return md5(name + hashable(metadata)).slice(-HASH_LENGTH)
}

/** `1.0`, and ints that JavaScript has no number for. */
function isNumberMarker(value: Json): boolean {
  return isFloatMarker(value) || isIntMarker(value)
}

/** `repr` of the data with sorted keys and every scalar turned into text, as dbt does before it hashes. */
function hashable(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(hashable).join(', ')}]`
  if (typeof value === 'object' && value !== null && !isNumberMarker(value)) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return `{${entries.map(([key, item]) => `${toRepr(key)}: ${hashable(item)}`).join(', ')}}`
  }
  return toRepr(toPythonText(value as Json))
}
