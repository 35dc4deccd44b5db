import type { Json, JsonObject } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { splitTerm } from './parse-term.ts'
import { selectorEntries } from './read-selectors.ts'

/**
 * The entries of selectors.yml, by name, in the long form that `manifest.json` has: each term as a mapping. Takes the
 * file's content.
 */
export function normalizeSelectors(file: JsonObject): JsonObject {
  const normal = selectorEntries(file).map(({ name, json }): [string, Json] => {
    return [name, { ...json, definition: normalize(json['definition'] ?? null) }]
  })
  return Object.fromEntries(normal)
}

function normalize(definition: Json): Json {
  if (typeof definition === 'string') return normalizeTerm(definition)
  if (!isObject(definition)) return definition
  for (const operator of ['union', 'intersection']) {
    const parts = definition[operator]
    if (Array.isArray(parts)) return { [operator]: (parts as readonly Json[]).map(normalize) }
  }
  const [first, ...others] = Object.entries(definition)
  if (!first) return definition
  const [key, value] = first
  const long = Array.isArray(value) ? (value as readonly Json[]).map(normalize) : value
  if (key === 'exclude') return { exclude: long }
  return others.length === 0 ? { method: key, value: long } : definition
}

function normalizeTerm(text: string): JsonObject {
  const { at, up, parents, method, value, children, down } = splitTerm(text)
  return {
    ...(at && { childrens_parents: true }),
    ...(parents && { parents: true }),
    ...(up && { parents_depth: up }),
    method,
    ...(value && { value }),
    ...(children && { children: true }),
    ...(down && { children_depth: down }),
  }
}
