import type { JSX } from 'preact'

const WIDTH = 96
const HEIGHT = 22
const EDGE = 2.5

interface SparklineProps {
  /** Oldest first. */
  readonly values: readonly number[]
  /** What it shows, for those who do not see it. */
  readonly label: string
}

/** How a figure went, from zero, without axes; its last value is a dot. Nothing for fewer than two values. */
export function Sparkline({ values, label }: SparklineProps): JSX.Element | null {
  const last = values.at(-1)
  if (values.length < 2 || last === undefined) return null
  const top = Math.max(...values, Number.MIN_VALUE)
  const x = (index: number): number => EDGE + (index * (WIDTH - 2 * EDGE)) / (values.length - 1)
  const y = (value: number): number => HEIGHT - EDGE - (value / top) * (HEIGHT - 2 * EDGE)
  const points = values.map((it, index) => `${x(index).toFixed(1)},${y(it).toFixed(1)}`)
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <polyline points={points.join(' ')} />
      <circle cx={x(values.length - 1)} cy={y(last)} r="2.2" />
    </svg>
  )
}
