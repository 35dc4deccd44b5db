import type { JsonObject, Place } from '../../types/index.ts'
import { isObject } from '../../types/json.ts'
import { readOwnConfig } from './config-patch.ts'
import type { Item } from './item.ts'
import type { ConfigPatch, YamlText } from './types.ts'

/** What an entry of `monitors:` or `alerts:` says, and where each part of it stands. */
interface EntryPatch {
  readonly name: string
  readonly settings: JsonObject
  /** By path: `history.last`. */
  readonly places: Readonly<Record<string, Place>>
  readonly namePlace: Place
  readonly place: Place
}

export interface MonitorPatch extends EntryPatch {
  readonly description: YamlText | undefined
  readonly config: ConfigPatch
  /** A template: the query of the value, or of the clock that an age is measured by. */
  readonly text: YamlText | undefined
}

export type AlertPatch = EntryPatch

export function readMonitor(item: Item): MonitorPatch | undefined {
  const entry = readAlert(item)
  if (!entry) return undefined
  return {
    ...entry,
    description: item.yamlText('description'),
    config: readOwnConfig(item),
    text: item.yamlText('value') ?? item.item('freshness')?.yamlText('clock'),
  }
}

export function readAlert(item: Item): AlertPatch | undefined {
  const name = item.text('name')
  if (name === undefined) return undefined
  const places: Record<string, Place> = {}
  notePlaces(item, '', places)
  const { value: settings, place } = item
  return { name, settings, places, namePlace: item.placeOf('name'), place }
}

function notePlaces(item: Item, path: string, places: Record<string, Place>): void {
  for (const [key, value] of Object.entries(item.value)) {
    places[path + key] = item.placeOf(key)
    const inner = isObject(value) ? item.item(key) : undefined
    if (inner) notePlaces(inner, `${path}${key}.`, places)
  }
}
