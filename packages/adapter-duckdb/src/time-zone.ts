import type { Engine } from './engine.ts'

const MICROS_PER_SECOND = 1_000_000n

const formats = new Map<string, Intl.DateTimeFormat>()

/** An instant as ISO text with the offset that the zone has then, as DuckDB prints it. */
export function formatInZone(engine: Engine, micros: bigint, zone: string): string {
  const offset = offsetSeconds(micros, zone)
  const local = micros + BigInt(offset) * MICROS_PER_SECOND
  const text = new engine.DuckDBTimestampValue(local).toString().replace(' ', 'T')
  return text.replace(/(?= \(BC\)$|$)/, formatOffset(offset))
}

function offsetSeconds(micros: bigint, zone: string): number {
  if (/^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu)$/i.test(zone)) return 0
  const seconds = Number(micros / MICROS_PER_SECOND) - (micros % MICROS_PER_SECOND < 0n ? 1 : 0)
  const parts = new Map(
    formatOf(zone)
      .formatToParts(new Date(seconds * 1000))
      .map((part) => [part.type, Number(part.value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const local = Date.UTC(
    ...[part('year'), part('month') - 1, part('day')],
    ...[part('hour'), part('minute'), part('second')],
  )
  return local / 1000 - seconds
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const numeric = 'numeric'
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: numeric, month: numeric, day: numeric },
    ...{ hour: numeric, minute: numeric, second: numeric },
  })
  formats.set(zone, format)
  return format
}

function formatOffset(seconds: number): string {
  const size = Math.abs(seconds)
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60]
  const shown = parts.slice(0, parts[2] === 0 ? 2 : 3).map((part) => String(part).padStart(2, '0'))
  return `${seconds < 0 ? '-' : '+'}${shown.join(':')}`
}
