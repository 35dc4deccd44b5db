import { diagnostic } from '@btn/diagnostics'
import type { Json, JsonObject, Place } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { setOwn, validate } from '../../yaml/index.ts'
import type { Item } from './item.ts'

/** What a source, or a table of it, says of how its rows get there: `load`, `contract` and `quarantine`, and where each part stands. */
export interface LoadPatch {
  readonly settings: JsonObject
  /** By path: `contract.rules.positive`. */
  readonly places: Readonly<Record<string, Place>>
}

const keys = ['load', 'contract', 'quarantine'] as const

/**
 * Reads them below `config:`, or below `config.meta:`, where no tool wonders about them. Undefined where there is none, or where words of
 * that name are somebody else's.
 */
export function readLoadSettings(item: Item): LoadPatch | undefined {
  const config = item.item('config')
  const meta = config?.item('meta') ?? item.item('meta')
  const settings: Record<string, Json> = {}
  const places: Record<string, Place> = {}
  for (const key of keys) {
    const holder = holderOf(key, config, meta)
    const part = holder?.item(key)
    if (!holder || !part) continue
    setOwn(settings, key, part.value)
    if (holder === config || isLoad(holder.value['load'])) check(key, part)
    places[key] = holder.keyPlaceOf(key)
    notePlaces(part, key, places)
  }
  return Object.keys(settings).length > 0 ? { settings, places } : undefined
}

function holderOf(key: string, config: Item | undefined, meta: Item | undefined): Item | undefined {
  const inMeta = isObject(meta?.value[key]) ? meta : undefined
  const inConfig = isObject(config?.value[key]) ? config : undefined
  if (inMeta && inConfig) {
    const related = [{ span: inConfig.spanOf(inConfig.keyPlaceOf(key)), message: 'and here' }]
    const where = { span: inMeta.spanOf(inMeta.keyPlaceOf(key)), related }
    inMeta.reading.diagnostics.push(diagnostic('config-given-twice', { key }, where))
  }
  return inConfig ?? inMeta
}

/** In `meta:` anything may stand: it is meant for us where there is something to load. */
function isLoad(value: Json | undefined): boolean {
  return isObject(value) && value['from'] !== undefined
}

/** Held against the schema as the mapping that it would be in `config:`. */
function check(key: string, part: Item): void {
  const { source, diagnostics } = part.reading
  const { start, end } = part.node
  const entry = { key, keyStart: start, keyEnd: start, value: part.node }
  const root = { kind: 'map', start, end, entries: [entry] } as const
  diagnostics.push(...validate('load', { source, root, value: { [key]: part.value } }))
}

/** The places of all mappings' keys below. */
function notePlaces(item: Item, path: string, places: Record<string, Place>): void {
  for (const key of Object.keys(item.value)) {
    const below = `${path}.${key}`
    places[below] = item.placeOf(key)
    const inner = item.item(key)
    if (inner) notePlaces(inner, below, places)
  }
}
