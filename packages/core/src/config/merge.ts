import type { Config, Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { toHooks } from './hooks.ts'

type Merge = (older: Json | undefined, newer: Json) => Json

const append: Merge = (older, newer) => [...toList(older), ...toList(newer)]
const mergeKeys: Merge = (older, newer) =>
  isObject(newer) ? { ...(isObject(older) ? older : {}), ...newer } : newer
const appendHooks: Merge = (older, newer) => [...toList(older), ...toHooks(newer)]

/** How the keys that do not simply replace each other are combined; dbt 1.12's rules. */
const merges: ReadonlyMap<string, Merge> = new Map([
  ['tags', append],
  ['packages', append],
  ['pre-hook', appendHooks],
  ['post-hook', appendHooks],
  ['quoting', mergeKeys],
  ['column_types', mergeKeys],
  ['meta', mergeKeys],
  ['docs', mergeKeys],
  ['contract', mergeKeys],
  ['latest_version_pointer', mergeKeys],
  ['grants', mergeGrants],
])

/** Names that dbt accepts for a key that is stored under another one. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['pre_hook', 'pre-hook'],
  ['post_hook', 'post-hook'],
])

function toList(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value as Json]
}

/** `+select: x` adds to the grantees that weaker places named; `select: x` replaces them. */
function mergeGrants(older: Json | undefined, newer: Json): Json {
  if (!isObject(newer)) return newer
  const merged: Record<string, Json> = { ...(isObject(older) ? older : {}) }
  for (const [key, value] of Object.entries(newer)) {
    const privilege = key.startsWith('+') ? key.slice(1) : key
    merged[privilege] =
      privilege === key ? toList(value) : [...toList(merged[privilege]), ...toList(value)]
  }
  return merged
}

/** `stronger` over `weaker`, key by key. */
export function mergeConfig(weaker: Config, stronger: Config): Config {
  if (isEmpty(stronger)) return weaker
  const merged: Record<string, Json> = { ...weaker }
  for (const [name, value] of Object.entries(stronger)) {
    const key = aliases.get(name) ?? name
    const merge = merges.get(key)
    merged[key] = merge ? merge(merged[key], value) : value
  }
  return merged
}

/** Several `config()` calls of one file as one: grants keep their `+`, since they are yet to be added to those of weaker places. */
export function joinCalls(earlier: Config, later: Config): Config {
  const joined = mergeConfig(earlier, later)
  const { grants } = later
  return isObject(grants) ? { ...joined, grants: joinGrants(earlier['grants'], grants) } : joined
}

function joinGrants(earlier: Json | undefined, later: JsonObject): Json {
  const joined: Record<string, Json> = { ...(isObject(earlier) ? earlier : {}) }
  for (const [key, value] of Object.entries(later)) {
    const privilege = key.replace(/^\+/, '')
    if (key === privilege) {
      delete joined[`+${key}`]
      joined[key] = value
      continue
    }
    const known = Object.hasOwn(joined, privilege) ? privilege : key
    joined[known] = [...toList(joined[known]), ...toList(value)]
  }
  return joined
}

/** As `mergeConfig`, but the last word on a key simply wins, under the name it was given: for settings that were not rendered yet. */
export function overlayConfig(weaker: Config, stronger: Config): JsonObject {
  return isEmpty(stronger) ? weaker : { ...weaker, ...stronger }
}

function isEmpty(config: Config): boolean {
  for (const _key in config) return false
  return true
}
