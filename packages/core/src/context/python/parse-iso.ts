import type { Value } from '@btn/jinja'
import { Moment, wallClock } from './moment.ts'
import { formatOffset, parseOffset } from './strftime.ts'
import { utc, type Zone } from './zone.ts'

const ISO =
  /^(?:(-?\d{1,6})-(\d{1,2})-(\d{1,2}))?(?:[T ]?(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/

export function zoneFromOffset(text: string): Zone {
  const minutes = parseOffset(text)
  return minutes === 0 ? utc : { name: `UTC${formatOffset(minutes, ':')}`, fixedMinutes: minutes }
}

/** A date, time or datetime from its ISO form; undefined for any other text, such as `infinity`. */
export function parseIso(text: string): Moment | undefined {
  const match = ISO.exec(text.trim())
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, fraction, offset] = match
  if (year === undefined && hour === undefined) return undefined
  const microseconds = wallClock({
    year: Number(year ?? 1970),
    month: Number(month ?? 1),
    day: Number(day ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    microsecond: Number((fraction ?? '0').slice(0, 6).padEnd(6, '0')),
  })
  if (microseconds === undefined) return undefined
  const kind = hour === undefined ? 'date' : year === undefined ? 'time' : 'datetime'
  return new Moment(kind, microseconds, offset === undefined ? undefined : zoneFromOffset(offset))
}

/** A cell of a result; what is no day of Python's calendar stays text. */
export function momentFrom(text: string): Value {
  return parseIso(text) ?? text
}
