import type { Json } from '../types/index.ts'
import { isObject } from '../types/json.ts'

const seconds: Readonly<Record<string, number>> = { minute: 60, hour: 3600, day: 86_400 }

/** `warn_after: {count: 2, period: hour}` in seconds; undefined where nothing is said. */
export function ageLimit(limits: Json | undefined, key: string): number | undefined {
  const age = isObject(limits) ? limits[key] : undefined
  const { count, period } = isObject(age) ? age : {}
  const unit = seconds[String(period)]
  return typeof count === 'number' && unit !== undefined ? count * unit : undefined
}
