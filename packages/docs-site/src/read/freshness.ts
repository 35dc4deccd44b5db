import type { FreshnessInfo, JsonObject } from '../data/index.ts'
import { isObject, numberAt, objectAt, objectsAt, settled, textAt } from './json.ts'

/** Freshness of sources by id, as `sources.json` (or, where btn kept it, `history.json`) says. */
export function readFreshness(
  sources: JsonObject | undefined,
  history: JsonObject | undefined,
): ReadonlyMap<string, FreshnessInfo> {
  const found = new Map<string, FreshnessInfo>()
  const kept = objectAt(history, 'freshness')
  for (const [id, json] of Object.entries(kept)) {
    if (isObject(json)) addTo(found, id, json)
  }
  for (const json of objectsAt(sources, 'results')) {
    const id = textAt(json, 'unique_id')
    if (id) addTo(found, id, json)
  }
  return found
}

function addTo(found: Map<string, FreshnessInfo>, id: string, json: JsonObject): void {
  const status = textAt(json, 'status')
  const criteria = objectAt(json, 'criteria')
  const word = status === 'runtime error' ? 'error' : status
  if (word !== 'pass' && word !== 'warn' && word !== 'error') return
  const freshness = settled<FreshnessInfo>({
    status: word,
    newestAt: textAt(json, 'max_loaded_at'),
    checkedAt: textAt(json, 'snapshotted_at'),
    ageSeconds: numberAt(json, 'max_loaded_at_time_ago_in_s'),
    warnAfter: durationOf(criteria['warn_after']),
    errorAfter: durationOf(criteria['error_after']),
  })
  const before = found.get(id)
  const isOlder = (before?.checkedAt ?? '') > (freshness.checkedAt ?? '')
  if (!isOlder) found.set(id, freshness)
}

/** `{count: 12, period: hour}` as `12 hours`. */
export function durationOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  const [count, period] = [numberAt(value, 'count'), textAt(value, 'period')]
  if (count === undefined || !period) return undefined
  return `${count} ${period}${count === 1 ? '' : 's'}`
}
