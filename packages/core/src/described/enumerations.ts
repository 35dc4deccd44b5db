import type { Json } from '../types/index.ts'
import type { Complain } from './parts.ts'

/** A fixed list of words, under MetricFlow's name for it. */
export interface Enumeration {
  readonly name: string
  readonly words: readonly string[]
}

/** From the finest to the coarsest. */
export const grains: readonly string[] = [
  ...['nanosecond', 'microsecond', 'millisecond', 'second', 'minute', 'hour'],
  ...['day', 'week', 'month', 'quarter', 'year'],
]

export const enumerations = {
  aggregation: {
    name: 'AggregationType',
    words: [
      ...['sum', 'min', 'max', 'count_distinct', 'sum_boolean', 'average'],
      ...['percentile', 'median', 'count'],
    ],
  },
  calculation: { name: 'ConversionCalculationType', words: ['conversions', 'conversion_rate'] },
  dimension: { name: 'DimensionType', words: ['categorical', 'time'] },
  entity: { name: 'EntityType', words: ['foreign', 'natural', 'primary', 'unique'] },
  exportAs: { name: 'ExportDestinationType', words: ['table', 'view'] },
  granularity: { name: 'TimeGranularity', words: grains },
  metric: {
    name: 'MetricType',
    words: ['simple', 'ratio', 'cumulative', 'derived', 'conversion'],
  },
  periodAggregation: { name: 'PeriodAggregation', words: ['first', 'last', 'average'] },
} as const satisfies Record<string, Enumeration>

/** A word of the list, in whatever case it is written; null when there is none. */
export function oneOf(
  value: Json | undefined,
  { name, words }: Enumeration,
  complain: Complain,
): string | null {
  if (value === undefined || value === null) return null
  const word = String(value).toLowerCase()
  if (words.includes(word)) return word
  const known = words.map((it) => `"${it}"`).join(', ')
  const fact = `Invalid enum value: \`${String(value)}\` in enum ${name}`
  complain(`"${String(value)}" is none of ${known}`, fact)
  return word
}
