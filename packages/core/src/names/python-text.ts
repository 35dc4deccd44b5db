import { toText } from '@btn/jinja'
import type { Json } from '../types/index.ts'
import { toValue } from '../yaml/index.ts'

/** `str(value)` as Python gives it: names and ids that dbt makes contain it. */
export function toPythonText(value: Json): string {
  return typeof value === 'string' ? value : toText(toValue(value))
}
