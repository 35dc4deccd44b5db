import type { Json, JsonObject } from '../data/index.ts'

/** Artifacts come from many versions of two programs: whatever is not as expected is as if it were not there. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function objectAt(object: JsonObject | undefined, key: string): JsonObject {
  const value = object?.[key]
  return isObject(value) ? value : {}
}

/** A text that is not empty. */
export function textAt(object: JsonObject | undefined, key: string): string | undefined {
  const value = object?.[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A number, also where it was written as a text. */
export function numberAt(object: JsonObject | undefined, key: string): number | undefined {
  const value = object?.[key]
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

export function listAt(object: JsonObject | undefined, key: string): readonly Json[] {
  const value = object?.[key]
  return Array.isArray(value) ? value : []
}

export function objectsAt(object: JsonObject | undefined, key: string): readonly JsonObject[] {
  return listAt(object, key).filter(isObject)
}

/** The texts of a list; a single text is a list of one, as in YAML. */
export function textsAt(object: JsonObject | undefined, key: string): readonly string[] {
  const value = object?.[key]
  if (typeof value === 'string') return [value]
  return listAt(object, key).filter((it) => typeof it === 'string')
}

export function entriesAt(
  object: JsonObject | undefined,
  key: string,
): readonly (readonly [string, JsonObject])[] {
  return Object.entries(objectAt(object, key)).flatMap(([name, value]) =>
    isObject(value) ? [[name, value] as const] : [],
  )
}

/** Numbers and words that name a version, as text. */
export function wordAt(object: JsonObject | undefined, key: string): string | undefined {
  const value = object?.[key]
  return typeof value === 'number' ? String(value) : textAt(object, key)
}

/** Settings that say something: nothing that is null, empty or among `without`. */
export function tidy(object: JsonObject, without: ReadonlySet<string> = new Set()): JsonObject {
  const said = Object.entries(object).filter(([key, value]) => !without.has(key) && !isEmpty(value))
  return Object.fromEntries(said)
}

/** Without what says nothing, at any depth. */
export function tidyDeep(json: JsonObject): JsonObject {
  const inner = Object.entries(json).map(
    ([key, value]) => [key, isObject(value) ? tidyDeep(value) : value] as const,
  )
  return tidy(Object.fromEntries(inner))
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isObject(value) && Object.keys(value).length === 0
}

/** A value of `T` whose optional fields may be undefined. */
export type Draft<T> = {
  readonly [K in keyof T]: object extends Pick<T, K> ? T[K] | undefined : T[K]
}

/** Leaves out what is undefined. Called for every object of every page: nothing is made that is not kept. */
export function settled<T extends object>(draft: Draft<T>): T {
  const said: { [K in keyof T]?: T[K] | undefined } = {}
  for (const key in draft) {
    if (draft[key] !== undefined) said[key] = draft[key]
  }
  // Only optional fields of T may be undefined in its draft, so what is left is a T.
  return said as T
}
