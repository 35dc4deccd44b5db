import type { Json, JsonObject } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { grains } from './enumerations.ts'

/** Says what is wrong with a definition; `fact` are dbt's words, where its readers look for them. */
export type Complain = (problem: string, fact?: string) => void

export function textOr(value: Json | undefined, otherwise: string | null = null): string | null {
  return value === undefined || value === null ? otherwise : String(value)
}

export function flag(value: Json | undefined): boolean {
  return value === true
}

export function list(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export function objects(value: Json | undefined): readonly JsonObject[] {
  return list(value).filter(isObject)
}

/** One condition or several, as a metric and a saved query have them. */
export function toFilter(value: Json | undefined): Json {
  if (value === undefined || value === null) return null
  return { where_filters: list(value).map((text) => ({ where_sql_template: String(text) })) }
}

/** `28 days` as a count and a granularity; a granularity of the project's own keeps its name. */
export function toWindow(value: Json | undefined, complain: Complain): Json {
  if (value === undefined || value === null) return null
  const [count = '', unit, ...more] = String(value).toLowerCase().split(' ')
  if (unit === undefined || more.length > 0 || !/^\d+$/.test(count)) {
    complain(`"${String(value)}" is no window: a count and a granularity, as in "28 days"`)
    return null
  }
  const single = unit.replace(/s$/, '')
  return { count: Number(count), granularity: grains.includes(single) ? single : unit }
}

/** What a metric takes of a semantic model: the measure's name, or more. */
export function toInputMeasure(value: Json | undefined): Json {
  if (value === undefined || value === null) return null
  const input = isObject(value) ? value : { name: value }
  return {
    name: textOr(input['name']),
    filter: toFilter(input['filter']),
    alias: textOr(input['alias']),
    join_to_timespine: flag(input['join_to_timespine']),
    fill_nulls_with: input['fill_nulls_with'] ?? null,
  }
}

/** What a metric takes of another metric. */
export function toMetricInput(value: Json | undefined, complain: Complain): Json {
  if (value === undefined || value === null) return null
  const input = isObject(value) ? value : { name: value }
  return {
    name: textOr(input['name']),
    filter: toFilter(input['filter']),
    alias: textOr(input['alias']),
    offset_window: toWindow(input['offset_window'], complain),
    offset_to_grain: textOr(input['offset_to_grain']),
  }
}

/** The name in an input as it was made above. */
export function inputName(input: Json | undefined): string | undefined {
  const name = isObject(input) ? input['name'] : undefined
  return typeof name === 'string' ? name : undefined
}
