import { hostFunction, raise, readArguments, type HostObject, type Value } from '@btn/jinja'
import { formatOffset, parseOffset } from './strftime.ts'

/** A time zone: a name of the IANA data base, or a fixed offset. */
export interface Zone {
  readonly name: string
  readonly fixedMinutes?: number
  /** How Python shows it, where the name does not tell. */
  readonly repr?: string
}

export const utc: Zone = { name: 'UTC', fixedMinutes: 0 }

/** The zone of the times that dbt itself makes. */
export const pytzUtc: Zone = { ...utc, repr: '<UTC>' }

const formats = new Map<string, Intl.DateTimeFormat>()

const BEFORE_ZONES = Date.UTC(1800, 0)

function offsetOf(name: string, instantMs: number): number {
  return parseOffset(offsetText(name, instantMs))
}

/** Node's own time zone data: `GMT+02:00` at an instant. */
function offsetText(name: string, instantMs: number): string {
  let format = formats.get(name)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
    formats.set(name, format)
  }
  const parts = format.formatToParts(instantMs)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
}

/**
 * A zone given as `tzinfo=` is not localized: pytz then counts by the place's mean solar time of before there were zones, to the
 * minute. Famous for it, and projects' results contain it.
 */
export function unlocalized(zone: Zone): Zone {
  if (zone.fixedMinutes !== undefined) return zone
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /([+-])(\d{2}):(\d{2}):?(\d{2})?/.exec(offsetText(zone.name, BEFORE_ZONES)) ?? []
  const size = Number(hours) * 60 + Math.round(Number(minutes) + Number(seconds) / 60)
  return { name: 'LMT', fixedMinutes: sign === '-' ? -size : size }
}

/** Minutes east of UTC; `wallMs` is what the clock on the wall shows, or an instant if `isInstant`. */
export function offsetAt(zone: Zone, wallMs: number, isInstant = false): number {
  if (zone.fixedMinutes !== undefined) return zone.fixedMinutes
  const guess = offsetOf(zone.name, wallMs)
  if (isInstant) return guess
  // The offset depends on the instant, which depends on the offset: two steps settle all but the skipped hour.
  return offsetOf(zone.name, wallMs - guess * 60_000)
}

export function findZone(name: string): Zone {
  if (name.toUpperCase() === 'UTC') return utc
  try {
    offsetOf(name, 0)
    return { name }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return raise('UnknownTimeZoneError', `there is no time zone "${name}"`)
  }
}

/** A zone as templates hold it: pytz's objects and `datetime.timezone` alike. */
export class ZoneValue implements HostObject {
  readonly typeName = 'tzinfo'
  readonly zone: Zone

  constructor(zone: Zone) {
    this.zone = zone
  }

  getAttribute(name: string): Value | undefined {
    if (name === 'zone') return this.zone.name
    if (name === 'localize' || name === 'normalize') {
      return hostFunction(name, (args) => {
        const [moment] = readArguments(args, name, ['dt', 'is_dst?'])
        if (isZoned(moment)) return moment.withZone(this.zone)
        return raise('TypeError', 'a datetime is expected here')
      })
    }
    return undefined
  }

  toText(): string {
    const { name, fixedMinutes } = this.zone
    return fixedMinutes === undefined || fixedMinutes === 0
      ? name
      : `UTC${formatOffset(fixedMinutes, ':')}`
  }

  toRepr(): string {
    if (this.zone.repr !== undefined) return this.zone.repr
    return this.zone.name === 'UTC' ? 'datetime.timezone.utc' : `<DstTzInfo '${this.zone.name}'>`
  }

  equals(other: Value): boolean {
    return other instanceof ZoneValue && other.zone.name === this.zone.name
  }
}

/** What a zone can be put on. */
interface Zoned {
  withZone(zone: Zone): Value
}

function isZoned(value: Value | undefined): value is Zoned & HostObject {
  return typeof value === 'object' && value !== null && 'withZone' in value
}

/** The zone that a template handed over, if it is one. */
export function findGivenZone(value: Value | undefined): Zone | undefined {
  return value instanceof ZoneValue ? value.zone : undefined
}
