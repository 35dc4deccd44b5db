import type { Json } from '../types/index.ts'
import { isObject } from '../types/json.ts'

/** Whether it says after how long: a count and a period. */
export function isLimit(limit: Json | undefined): boolean {
  return (
    isObject(limit) && typeof limit['count'] === 'number' && typeof limit['period'] === 'string'
  )
}

/** Whether there is anything that a source can be too old for. */
export function hasLimit(freshness: Json | undefined): boolean {
  return (
    isObject(freshness) && (isLimit(freshness['warn_after']) || isLimit(freshness['error_after']))
  )
}
