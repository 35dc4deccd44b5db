import { toPythonText } from '../names/python-text.ts'
import type { Config, Json } from '../types/index.ts'
import { isFloatMarker, isIntMarker } from '../yaml/index.ts'

/** Settings that are texts: dbt makes one of whatever number a project says there (`+schema: 2024`). */
const TEXTS = [
  'alias',
  'schema',
  'database',
  'group',
  'materialized',
  'incremental_strategy',
  'on_schema_change',
  'static_analysis',
  'where',
  'warn_if',
  'error_if',
  'fail_calc',
  'updated_at',
  'dbt_valid_to_current',
  'target_schema',
  'target_database',
] as const

/** Texts, or lists of them. */
const LISTS = ['tags', 'unique_key'] as const

/** With numbers as texts where texts are meant, and `limit: '5'` as a number. */
export function withTexts(config: Config): Config {
  let changed: Record<string, Json> | undefined
  const change = (key: string, value: Json): void => {
    changed ??= { ...config }
    changed[key] = value
  }
  for (const key of TEXTS) {
    const value = config[key] ?? null
    if (isBare(value)) change(key, toPythonText(value))
  }
  for (const key of LISTS) {
    const value = config[key] ?? null
    if (isBare(value)) change(key, toPythonText(value))
    else if (isList(value) && value.some(isBare))
      change(
        key,
        value.map((item) => (isBare(item) ? toPythonText(item) : item)),
      )
  }
  const { limit } = config
  if (typeof limit === 'string' && /^\d+$/.test(limit.trim())) change('limit', Number(limit))
  return changed ?? config
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

/** A number or a truth value. */
function isBare(value: Json): boolean {
  if (typeof value === 'object') return isFloatMarker(value) || isIntMarker(value)
  return typeof value !== 'string'
}
