import { raise, type Value } from '@btn/jinja'
import { asDecimal, Decimal } from '../../python/decimal.ts'
import { decimalPlaces, formatNumber, numberIn, roundLimits } from './numbers.ts'

export interface Bars {
  readonly labelName: string
  readonly valueName: string
  readonly labels: readonly string[]
  readonly values: readonly Value[]
  /** Where the axis begins and ends. */
  readonly domain: readonly Value[] | undefined
  readonly width: number
  /** With ASCII only. */
  readonly isPlain: boolean
}

/** The axis: how wide it is, and where zero lies on it. */
interface Axis {
  readonly low: number
  readonly high: number
  readonly width: number
  /** Columns left and right of zero. */
  readonly below: number
  readonly above: number
}

const MARKS = { plain: { bar: ':', zero: '|' }, rich: { bar: '░', zero: '▓' } }

/** A bar chart of text. */
export function drawBars(bars: Bars): string {
  const { labels, labelName, valueName, isPlain, width } = bars
  const numbers = bars.values.map((value) => numberIn(value))
  const places = decimalPlaces(bars.values)
  const texts = bars.values.map((value) =>
    value === null ? '-' : (formatNumber(value, places) ?? ''),
  )
  const labelWidth = Math.max(labelName.length, ...labels.map((it) => it.length))
  const valueWidth = Math.max(valueName.length, ...texts.map((it) => it.length))
  const axis = findAxis(
    numbers.flatMap((it) => it ?? []),
    bars.domain,
    width - (labelWidth + valueWidth + 2),
  )
  const marks = isPlain ? MARKS.plain : MARKS.rich
  return [
    `${labelName.padEnd(labelWidth)} ${valueName.padStart(valueWidth)}`,
    ...labels.map((label, at) => {
      const bar = drawBar(axis, numbers[at]?.toNumber(), marks).padEnd(axis.width)
      return `${label.padEnd(labelWidth)} ${(texts[at] ?? '').padStart(valueWidth)} ${bar}`
    }),
    ...drawTicks(axis, width),
  ].join('\n')
}

function findAxis(
  values: readonly Decimal[],
  domain: readonly Value[] | undefined,
  width: number,
): Axis {
  const sorted = values.toSorted((a, b) => a.compare(b) ?? 0)
  const [least, most] = [sorted[0], sorted.at(-1)]
  if (!least || !most) return raise('ValueError', 'print_bars() needs a value')
  const ends = domain?.flatMap((it) => asDecimal(it) ?? []) ?? roundLimits(least, most)
  const [low, high] = [ends[0] ?? least, ends[1] ?? most]
  if (least.compare(low) === -1 || most.compare(high) === 1)
    return raise('ValueError', 'Column contains values outside specified domain')
  const [from, to] = [low.toNumber(), high.toNumber()]
  if (from >= 0) return { low: 0, high: to, width, below: 0, above: width - 1 }
  if (to <= 0) return { low: from, high: 0, width, below: width - 1, above: 0 }
  const below = toInteger((width - 1) * (-from / (to - from)))
  return { low: from, high: to, width, below, above: width - (below + 1) }
}

/** Where a value lies on the axis. */
function project({ low, high, below, above }: Axis, value: number): number {
  if (value >= 0) return below + (high === 0 ? 0 : toInteger(above * (value / high)))
  return below - toInteger(below * (value / low))
}

/** Halves go to the even neighbour, as in Python. */
function toInteger(value: number): number {
  const down = Math.floor(value)
  if (value - down !== 0.5) return Math.round(value)
  return down % 2 === 0 ? down : down + 1
}

function drawBar(
  axis: Axis,
  value: number | undefined,
  { bar, zero }: { readonly bar: string; readonly zero: string },
): string {
  const { low, high, below } = axis
  const size = value === undefined ? 0 : Math.abs(project(axis, value) - below)
  const text = bar.repeat(size)
  if (value !== undefined && value >= 0) {
    const gap = ' '.repeat(below)
    return low <= 0 ? gap + zero + text : text + gap + zero
  }
  const line = ' '.repeat(below - size) + text
  return value === undefined || high > value ? line + zero : line
}

function drawTicks(axis: Axis, width: number): readonly string[] {
  const ticks = findTicks(axis)
  const places = decimalPlaces([...ticks.values()])
  let line = '-'.repeat(axis.width)
  let labels = ' '.repeat(width)
  for (const [tick, value] of ticks) {
    const label = formatNumber(value, places) ?? ''
    const isEnd = tick === 0 || tick === axis.width - 1
    const shift = tick === 0 ? 0 : isEnd ? -(label.length - 1) : -Math.floor(label.length / 2)
    const at = width - axis.width + tick + shift
    const around = labels.slice(at - 1, at + label.length + 1)
    if (!isEnd && around.trim() !== '') continue
    labels = labels.slice(0, at) + label + labels.slice(at + label.length)
    line = `${line.slice(0, tick)}+${line.slice(tick + 1)}`
  }
  return [line.padStart(width), labels]
}

/** Values by their place: both ends, then what is between. */
function findTicks(axis: Axis): ReadonlyMap<number, Value> {
  const { low, high, width, below } = axis
  const ticks = new Map<number, Value>()
  const add = (place: number, value: number): void => {
    ticks.set(place, Decimal.parse(String(value)) ?? null)
  }
  add(0, low)
  add(width - 1, high)
  if (low >= 0 || high <= 0) {
    const end = low >= 0 ? high : low
    for (const part of [0.25, 0.5, 0.75]) add(project(axis, end * part), end * part)
    return ticks
  }
  add(below, 0)
  add(project(axis, low / 2), low / 2)
  add(project(axis, high / 2), high / 2)
  return ticks
}
