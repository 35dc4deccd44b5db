import { readArguments } from '../match-arguments.ts'
import { hostFunction } from '../host-function.ts'
import { typeError } from '../errors.ts'
import type { HostObject, Value } from '../values/value.ts'
import type { DateTime } from './datetime.ts'
import { findMember, type Members } from './members.ts'
import { two } from './timedelta.ts'
import { TimeDelta } from './timedelta.ts'

/** A time zone: how far local time is ahead of UTC, in seconds. */
export interface Zone extends HostObject {
  readonly name: string
  /** For a time of the zone itself (`isUtc` false) or for one in UTC. `wallSeconds` counts from 0001-01-01. */
  offsetAt(wallSeconds: number, isUtc: boolean): number
  nameAt(wallSeconds: number): string
}

export function isZone(value: Value | undefined): value is Zone {
  return typeof value === 'object' && value !== null && 'offsetAt' in value
}

/** A zone that is always the same distance from UTC. */
export class FixedZone implements Zone {
  readonly typeName = 'datetime.timezone'
  readonly name: string
  readonly #seconds: number
  readonly #repr: string

  constructor(seconds: number, name = nameOf(seconds), repr?: string) {
    this.#seconds = seconds
    this.name = name
    this.#repr = repr ?? `datetime.timezone(${new TimeDelta(BigInt(seconds) * 1_000_000n).toRepr()})`
  }

  offsetAt(): number {
    return this.#seconds
  }

  nameAt(): string {
    return this.name
  }

  toText(): string {
    return this.name
  }

  toRepr(): string {
    return this.#repr
  }

  equals(other: Value): boolean {
    return other instanceof FixedZone && other.#seconds === this.#seconds
  }

  hashKey(): unknown {
    return `\0zone${this.#seconds}`
  }

  getAttribute(name: string): Value | undefined {
    return name === 'zone' ? this.name : findMember(zoneMembers, this, name)
  }
}

function nameOf(seconds: number): string {
  return seconds === 0 ? 'UTC' : `UTC${offsetText(seconds, ':')}`
}

/** `+02:00`; with seconds where there are any. */
export function offsetText(seconds: number, separator: string): string {
  const size = Math.abs(seconds)
  const parts = [two(Math.floor(size / 3600)), two(Math.floor(size / 60) % 60)]
  if (size % 60 !== 0) parts.push(two(size % 60))
  return (seconds < 0 ? '-' : '+') + parts.join(separator)
}

export const UTC = new FixedZone(0, 'UTC', 'datetime.timezone.utc')

const EPOCH_SECONDS = 62_135_596_800

/** A zone of the IANA database, as pytz gives it; the rules are those of the JavaScript engine. */
export class NamedZone implements Zone {
  readonly typeName = 'pytz.tzfile.DstTzInfo'
  readonly name: string
  readonly #format: Intl.DateTimeFormat
  readonly #names: Intl.DateTimeFormat

  constructor(name: string) {
    const fields = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
    this.name = name
    this.#format = new Intl.DateTimeFormat('en-US', { ...fields, timeZone: name, second: '2-digit', hourCycle: 'h23' })
    this.#names = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'short' })
  }

  offsetAt(wallSeconds: number, isUtc: boolean): number {
    const utc = wallSeconds - EPOCH_SECONDS
    if (isUtc) return this.#offsetAtUtc(utc)
    // The offset at the wall time taken as UTC is right except near a change; once more is right there, too.
    const guess = this.#offsetAtUtc(utc)
    return this.#offsetAtUtc(utc - guess)
  }

  #offsetAtUtc(utc: number): number {
    const parts = new Map<string, number>()
    for (const { type, value } of this.#format.formatToParts(utc * 1000)) parts.set(type, Number(value))
    const of = (type: string): number => parts.get(type) ?? 0
    const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
    return Math.round(wall / 1000 - utc)
  }

  nameAt(wallSeconds: number): string {
    const utc = wallSeconds - EPOCH_SECONDS - this.offsetAt(wallSeconds, false)
    const part = this.#names.formatToParts(utc * 1000).find((it) => it.type === 'timeZoneName')
    return part?.value ?? this.name
  }

  toText(): string {
    return this.name
  }

  toRepr(): string {
    return `<DstTzInfo '${this.name}'>`
  }

  getAttribute(name: string): Value | undefined {
    return name === 'zone' ? this.name : findMember(zoneMembers, this, name)
  }
}

interface Local extends HostObject {
  inZone(zone: Zone | undefined): DateTime
}

function isLocal(value: Value | undefined): value is Local {
  return typeof value === 'object' && value !== null && 'inZone' in value
}

function localOf(value: Value | undefined): Local {
  return isLocal(value) ? value : typeError('a datetime is expected')
}

/** pytz's `localize` and `normalize`, and what every tzinfo has. */
const zoneMembers: Members<Zone> = [
  ['localize', ['dt', 'is_dst?'], (zone, moment) => localOf(moment).inZone(zone)],
  ['normalize', ['dt', 'is_dst?'], (_, moment) => localOf(moment)],
  ['utcoffset', ['dt'], (zone) => new TimeDelta(BigInt(zone.offsetAt(0, true)) * 1_000_000n)],
  ['tzname', ['dt'], (zone) => zone.nameAt(0)],
]

/** The class `timezone` of Python. */
export const timezoneClass: HostObject = hostFunction(
  'timezone',
  (args) => {
    const [offset, name] = readArguments(args, 'timezone', ['offset', 'name?'])
    if (!(offset instanceof TimeDelta)) return typeError('a timedelta is expected')
    const seconds = Number(offset.micros / 1_000_000n)
    return typeof name === 'string' ? new FixedZone(seconds, name) : new FixedZone(seconds)
  },
  { typeName: 'type', attributes: { utc: UTC } },
)
