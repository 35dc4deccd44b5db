import type { JsonObject, PiiInfo } from '../data/index.ts'
import type { Artifacts } from './artifacts.ts'
import type { KnownColumn } from './columns.ts'
import { entriesAt, isObject, objectAt, settled, textAt } from './json.ts'
import { columnKey } from './lineage.ts'

/** Personal data by `columnKey`: what follows from lineage, and what was said, here or in btn's own artifact. */
export function readPersonal(
  { btn }: Artifacts,
  columns: ReadonlyMap<string, readonly KnownColumn[]>,
): ReadonlyMap<string, PiiInfo> {
  const found = new Map<string, PiiInfo>()
  for (const [id, list] of columns) {
    for (const { name, json, lineage } of list) {
      const said = saidOf(json)
      const pii = lineage?.pii ?? said
      if (pii) found.set(columnKey(id, name), said ? { ...said, ...pii, isDeclared: true } : pii)
    }
  }
  for (const [id, json] of entriesAt(btn, 'nodes')) {
    for (const [column, pii] of Object.entries(objectAt(json, 'pii'))) {
      const info = toInfo(pii)
      const key = columnKey(id, column)
      if (info) found.set(key, { ...found.get(key), ...info })
    }
  }
  return found
}

/** `pii:` of a column, of its settings, or of its meta. */
function saidOf(json: JsonObject | undefined): PiiInfo | undefined {
  const config = objectAt(json, 'config')
  const places = [json, config, objectAt(json, 'meta'), objectAt(config, 'meta')]
  return places.map((it) => toInfo(it?.['pii'])).find((it) => it !== undefined)
}

/** `email` is short for `{class: email}`. */
function toInfo(value: unknown): PiiInfo | undefined {
  if (typeof value === 'string' && value !== '') return { class: value, isDeclared: true }
  const found = isObject(value) ? textAt(value, 'class') : undefined
  if (!isObject(value) || !found) return undefined
  return settled<PiiInfo>({ class: found, policy: textAt(value, 'policy'), isDeclared: true })
}
