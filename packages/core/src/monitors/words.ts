import type { ConditionWord, MonitorHistory } from '../types/index.ts'
import { statisticsOf } from './statistics.ts'

/** What each word of a condition stands for; undefined where it cannot be told. */
export type WordValues = Readonly<Record<ConditionWord, number | undefined>>

/** `earlier` in the order of time. Fewer than the history wants are as good as none. */
export function wordsOf(
  value: number | undefined,
  history: MonitorHistory | undefined,
  earlier: readonly number[],
): WordValues {
  const window = history ? earlier.slice(-history.last) : []
  const found = history && window.length === history.last ? statisticsOf(window) : undefined
  const baseline = found?.[history?.baseline ?? 'median']
  const isSpread = found?.stddev !== undefined && found.stddev > 0
  const has = value !== undefined
  return {
    value,
    median: found?.median,
    mean: found?.mean,
    stddev: found?.stddev,
    previous: found?.previous,
    zscore: has && found && isSpread ? (value - found.mean) / (found.stddev ?? 1) : undefined,
    change: has && baseline !== undefined && baseline !== 0 ? value / baseline - 1 : undefined,
  }
}

/** The query that says of each condition whether it holds. */
export function conditionsSql(conditions: readonly string[], words: WordValues): string {
  const columns = Object.entries(words).map(([word, it]) => `${literal(it)} as ${word}`)
  const asked = conditions.map((sql, index) => `(${sql}) as c${index}`)
  return `select ${asked.join(', ')} from (select ${columns.join(', ')})`
}

function literal(value: number | undefined): string {
  return value === undefined ? 'null::double' : `${value.toString()}::double`
}
