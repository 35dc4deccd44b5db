/** What earlier values say of what is usual. */
export interface Statistics {
  readonly median: number
  readonly mean: number
  /** Of a sample; undefined for fewer than two values. */
  readonly stddev: number | undefined
  /** The value right before this one. */
  readonly previous: number
}

/** `values` in the order of time; undefined where there are none. */
export function statisticsOf(values: readonly number[]): Statistics | undefined {
  const previous = values.at(-1)
  if (previous === undefined) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  const upper = sorted[Math.floor(half)] ?? previous
  const median = sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
  const mean = sum(values) / values.length
  const squares = sum(values.map((it) => (it - mean) ** 2))
  const stddev = values.length < 2 ? undefined : Math.sqrt(squares / (values.length - 1))
  return { median, mean, stddev, previous }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, it) => total + it, 0)
}
