import { DateTime } from './datetime.ts'
import { DateValue } from './date.ts'
import { TimeValue, type Clock } from './time.ts'
import { FixedZone, UTC, type Zone } from './zone.ts'

const DATE = /^(\d{4})-?(\d\d)-?(\d\d)$/
const TIME = /^(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d(?::?\d\d(?::?\d\d)?)?)?$/i

/** `2024-02-29`; undefined when it is none. */
export function parseDate(text: string): DateValue | undefined {
  const match = DATE.exec(text)
  return match ? new DateValue(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** `12:34:56.789+02:00`; undefined when it is none. */
export function parseTime(text: string): TimeValue | undefined {
  const match = TIME.exec(text)
  if (!match) return undefined
  const [, hour, minute = '0', second = '0', fraction = '', zone] = match
  const clock: Clock = {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    microsecond: Number(fraction.slice(0, 6).padEnd(6, '0')),
  }
  return new TimeValue(clock, zone === undefined ? undefined : zoneOf(zone))
}

function zoneOf(text: string): Zone {
  if (text.toUpperCase() === 'Z') return UTC
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /^([+-])(\d\d):?(\d\d)?:?(\d\d)?$/.exec(text) ?? []
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return size === 0 ? UTC : new FixedZone(sign === '-' ? -size : size)
}

/** `2024-02-29T12:34:56` with any character between; undefined when it is none. */
export function parseDateTime(text: string): DateTime | undefined {
  const match = /^(\d{4}-?\d\d-?\d\d)(?:[^](.+))?$/.exec(text)
  const day = match?.[1] === undefined ? undefined : parseDate(match[1])
  if (!match || !day) return undefined
  const time = match[2] === undefined ? new TimeValue(MIDNIGHT) : parseTime(match[2])
  return time && new DateTime(day, time.clock, time.zone)
}

export const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, microsecond: 0 }

function orThrow<T>(value: T | undefined, text: string): T {
  if (value === undefined) throw new Error(`"${text}" cannot be read`)
  return value
}

/** A date from `2024-02-29`, as databases write it. */
export function dateFrom(iso: string): DateValue {
  return orThrow(parseDate(iso), iso)
}

/** A time of day from `12:34:56.789`, with or without an offset. */
export function timeFrom(iso: string): TimeValue {
  return orThrow(parseTime(iso), iso)
}

/** A datetime from `2024-02-29 12:34:56.789` or the like. With `hasZone` one that names no offset is in UTC. */
export function datetimeFrom(iso: string, options: { readonly hasZone?: boolean } = {}): DateTime {
  const value = orThrow(parseDateTime(iso), iso)
  return options.hasZone && !value.zone ? value.inZone(UTC) : value
}
