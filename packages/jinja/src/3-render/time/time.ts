import { typeError, valueError } from '../errors.ts'
import { findText } from '../values/text.ts'
import type { HostObject, Value } from '../values/value.ts'
import { formatArg } from './date.ts'
import { findMember, intArg, type Arg, type Members } from './members.ts'
import { strftime, type Moment } from './strftime.ts'
import { TimeDelta, two } from './timedelta.ts'
import { isZone, offsetText, type Zone } from './zone.ts'

export interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly microsecond: number
}

export function checkClock({ hour, minute, second, microsecond }: Clock): void {
  if (hour < 0 || hour > 23) valueError('hour must be in 0..23')
  if (minute < 0 || minute > 59) valueError('minute must be in 0..59')
  if (second < 0 || second > 59) valueError('second must be in 0..59')
  if (microsecond < 0 || microsecond > 999_999) valueError('microsecond must be in 0..999999')
}

/** `12:34:56.789000`, as short as Python makes it, or as `timespec` says. */
export function clockText(clock: Clock, timespec = 'auto'): string {
  const hours = two(clock.hour)
  const minutes = `${hours}:${two(clock.minute)}`
  const seconds = `${minutes}:${two(clock.second)}`
  const micros = String(clock.microsecond).padStart(6, '0')
  switch (timespec) {
    case 'auto':
      return clock.microsecond === 0 ? seconds : `${seconds}.${micros}`
    case 'hours':
      return hours
    case 'minutes':
      return minutes
    case 'seconds':
      return seconds
    case 'milliseconds':
      return `${seconds}.${micros.slice(0, 3)}`
    case 'microseconds':
      return `${seconds}.${micros}`
    default:
      return valueError('Unknown timespec value')
  }
}

/** The numbers that a clock shows in a `repr`: hours and minutes always. */
export function clockNumbers({ hour, minute, second, microsecond }: Clock): number[] {
  if (microsecond !== 0) return [hour, minute, second, microsecond]
  return second !== 0 ? [hour, minute, second] : [hour, minute]
}

export function zoneArg(value: Arg, otherwise: Zone | undefined): Zone | undefined {
  if (value === undefined) return otherwise
  if (value === null) return undefined
  return isZone(value) ? value : typeError('tzinfo argument must be None or of a tzinfo subclass')
}

/** Python's time of day. */
export class TimeValue implements HostObject {
  readonly typeName = 'datetime.time'
  readonly clock: Clock
  readonly zone: Zone | undefined

  constructor(clock: Clock, zone?: Zone) {
    checkClock(clock)
    this.clock = clock
    this.zone = zone
  }

  get #offset(): number | undefined {
    return this.zone?.offsetAt(0, true)
  }

  toText(): string {
    return this.isoFormat('auto')
  }

  isoFormat(timespec: string): string {
    const offset = this.#offset
    return clockText(this.clock, timespec) + (offset === undefined ? '' : offsetText(offset, ':'))
  }

  toRepr(): string {
    const zone = this.zone ? [`tzinfo=${this.zone.toRepr?.() ?? this.zone.name}`] : []
    return `datetime.time(${[...clockNumbers(this.clock), ...zone].join(', ')})`
  }

  format(spec: string): string {
    return spec === '' ? this.toText() : strftime(this.moment(), spec)
  }

  moment(): Moment {
    const offset = this.#offset
    const shown = offset === undefined ? '' : offsetText(offset, '')
    const day = { year: 1900, month: 1, day: 1, epochSeconds: 0 }
    return { ...day, ...this.clock, offset: shown, zoneName: this.zone?.nameAt(0) ?? '' }
  }

  #micros(): number {
    const { hour, minute, second, microsecond } = this.clock
    return (hour * 3600 + minute * 60 + second - (this.#offset ?? 0)) * 1e6 + microsecond
  }

  equals(other: Value): boolean {
    return this.compare(other) === 0
  }

  compare(other: Value): number | undefined {
    if (!(other instanceof TimeValue)) return undefined
    return (this.zone === undefined) === (other.zone === undefined)
      ? this.#micros() - other.#micros()
      : undefined
  }

  hashKey(): unknown {
    return `\0time${this.#micros()}`
  }

  getAttribute(name: string): Value | undefined {
    if (name === 'hour' || name === 'minute' || name === 'second' || name === 'microsecond') {
      return this.clock[name]
    }
    if (name === 'tzinfo') return this.zone ?? null
    return findMember(members, this, name)
  }

  offsetOrNone(): Value {
    const offset = this.#offset
    return offset === undefined ? null : new TimeDelta(BigInt(offset) * 1_000_000n)
  }
}

function replace(time: TimeValue, ...args: Arg[]): TimeValue {
  const { clock } = time
  return new TimeValue(
    {
      hour: intArg(args[0], clock.hour),
      minute: intArg(args[1], clock.minute),
      second: intArg(args[2], clock.second),
      microsecond: intArg(args[3], clock.microsecond),
    },
    zoneArg(args[4], time.zone),
  )
}

const members: Members<TimeValue> = [
  ['isoformat', ['timespec?'], (time, spec) => time.isoFormat(spec === undefined ? 'auto' : (findText(spec) ?? ''))],
  ['replace', ['hour?', 'minute?', 'second?', 'microsecond?', 'tzinfo?'], replace],
  ['strftime', ['format'], (time, format) => strftime(time.moment(), formatArg(format))],
  ['tzname', [], (time) => time.zone?.nameAt(0) ?? null],
  ['utcoffset', [], (time) => time.offsetOrNone()],
]
