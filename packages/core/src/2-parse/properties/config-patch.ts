import { diagnostic } from '@btn/diagnostics'
import { knownKeyNear } from '../../config/known-keys.ts'
import type { Json, JsonObject, Place } from '../../types/index.ts'
import { setOwn } from '../../yaml/index.ts'
import { type Item } from './item.ts'
import { isObject } from '../../types/json.ts'
import type { ConfigPatch } from './types.ts'

export const noConfig: ConfigPatch = { rendered: {}, unrendered: {}, places: {} }

/** Properties beside `config:` that dbt takes for settings. */
export const settingKeys = ['meta', 'docs', 'group', 'contract', 'access'] as const

/** The settings of a model, a seed, a snapshot or an analysis. */
export function readConfig(item: Item): ConfigPatch {
  if (!item.has('config') && !settingKeys.some((key) => item.has(key))) return noConfig
  const patch = copyConfig(item)
  for (const key of settingKeys) {
    if (!item.has(key)) continue
    if (patch.has(key)) {
      const where = { span: item.spanOf(item.keyPlaceOf(key)) }
      item.reading.diagnostics.push(diagnostic('config-set-twice', { key }, where))
    } else patch.set(key, item.value[key] ?? null, undefined, item.placeOf(key))
  }
  return patch.finish()
}

/** The settings of a source, a table or a column: `meta` and `tags` beside `config:` join those inside. */
export function readMergedConfig(item: Item): ConfigPatch {
  if (!item.has('config') && !item.has('meta') && !item.has('tags')) return noConfig
  const patch = copyConfig(item)
  mergeInto(patch, item, 'meta', mergeMeta)
  mergeInto(patch, item, 'tags', mergeTags)
  return patch.finish()
}

/** What stands below `config:` and nothing else. */
export function readOwnConfig(item: Item): ConfigPatch {
  return item.has('config') ? copyConfig(item).finish() : noConfig
}

/** The settings of a macro or a singular test: `meta` and `docs` may stand beside `config:`. */
export function readLooseConfig(item: Item): ConfigPatch {
  const patch = copyConfig(item)
  mergeInto(patch, item, 'meta', mergeMeta)
  if (item.has('docs') && !patch.has('docs')) {
    patch.set('docs', item.value['docs'] ?? null, undefined, item.placeOf('docs'))
  }
  return patch.finish()
}

function mergeInto(
  patch: ConfigBuilder,
  item: Item,
  key: string,
  merge: (outer: Json | undefined, inner: Json | undefined) => Json,
): void {
  if (!item.has(key)) return
  const config = patch.has(key) ? item.item('config') : undefined
  const place = (config ?? item).placeOf(key)
  const rendered = merge(item.value[key], patch.rendered[key])
  patch.set(key, rendered, merge(item.raw[key], patch.unrendered[key]), place)
}

function mergeMeta(outer: Json | undefined, inner: Json | undefined): Json {
  return { ...(isObject(outer) ? outer : {}), ...(isObject(inner) ? inner : {}) }
}

function mergeTags(outer: Json | undefined, inner: Json | undefined): Json {
  return [...new Set([...toList(outer), ...toList(inner)])]
}

export function toList(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** Collects settings with their places. */
export class ConfigBuilder {
  readonly rendered: Record<string, Json> = {}
  readonly unrendered: Record<string, Json> = {}
  readonly #places: Record<string, Place> = {}

  has(key: string): boolean {
    return Object.hasOwn(this.rendered, key)
  }

  /** `written` is undefined for what does not stand below `config:`. */
  set(key: string, rendered: Json, written: Json | undefined, place: Place): void {
    setOwn(this.rendered, key, rendered)
    if (written !== undefined) setOwn(this.unrendered, key, written)
    Object.defineProperty(this.#places, key, { value: place, enumerable: true, configurable: true })
  }

  finish(): ConfigPatch {
    return { rendered: this.rendered, unrendered: this.unrendered, places: this.#places }
  }
}

function copyConfig(item: Item): ConfigBuilder {
  const builder = new ConfigBuilder()
  const config = item.item('config')
  if (!config) return builder
  warnOfMisspelt(config)
  for (const [key, value] of Object.entries(config.value)) {
    builder.set(key, value, rawOf(config.raw, key, value), config.placeOf(key))
  }
  return builder
}

export function warnOfMisspelt(config: Item): void {
  for (const key of Object.keys(config.value)) {
    const nearest = knownKeyNear(key)
    if (nearest === undefined) continue
    const where = { span: config.spanOf(config.keyPlaceOf(key)) }
    config.reading.diagnostics.push(diagnostic('config-key-unknown', { key, nearest }, where))
  }
}

function rawOf(raw: JsonObject, key: string, otherwise: Json): Json {
  return raw[key] ?? otherwise
}
