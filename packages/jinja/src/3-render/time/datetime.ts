import { typeError } from '../errors.ts'
import { Float } from '../values/float.ts'
import { findText } from '../values/text.ts'
import type { HostObject, Value } from '../values/value.ts'
import { ordinalOf, weekdayOf } from './calendar.ts'
import { DateValue, formatArg, isoCalendar } from './date.ts'
import { findMember, intArg, type Arg, type Members } from './members.ts'
import { strftime, type Moment } from './strftime.ts'
import { checkClock, clockNumbers, clockText, TimeValue, zoneArg, type Clock } from './time.ts'
import { floorDiv, MICROS_PER_DAY, MICROS_PER_SECOND, TimeDelta } from './timedelta.ts'
import { isZone, offsetText, UTC, type Zone } from './zone.ts'

const EPOCH_ORDINAL = 719_163

/** Python's datetime, with a zone (aware) or without (naive). */
export class DateTime implements HostObject {
  readonly typeName = 'datetime.datetime'
  readonly day: DateValue
  readonly clock: Clock
  readonly zone: Zone | undefined

  constructor(day: DateValue, clock: Clock, zone?: Zone) {
    checkClock(clock)
    this.day = day
    this.clock = clock
    this.zone = zone
  }

  /** From microseconds since day 0 of the calendar, in wall time. */
  static ofMicros(micros: bigint, zone?: Zone): DateTime {
    const ordinal = floorDiv(micros, MICROS_PER_DAY)
    const rest = Number(micros - ordinal * MICROS_PER_DAY)
    const seconds = Math.floor(rest / 1e6)
    const clock = {
      hour: Math.floor(seconds / 3600),
      minute: Math.floor(seconds / 60) % 60,
      second: seconds % 60,
      microsecond: rest - seconds * 1e6,
    }
    return new DateTime(DateValue.ofOrdinal(Number(ordinal)), clock, zone)
  }

  /** The moment that a JavaScript timestamp (milliseconds) is, as a zone shows it. */
  static ofEpoch(milliseconds: number, zone: Zone): DateTime {
    const utc = BigInt(EPOCH_ORDINAL) * MICROS_PER_DAY + BigInt(Math.round(milliseconds * 1000))
    return DateTime.ofMicros(utc, UTC).toZone(zone)
  }

  get wallMicros(): bigint {
    const { hour, minute, second, microsecond } = this.clock
    const seconds = BigInt(hour * 3600 + minute * 60 + second)
    return BigInt(this.day.ordinal) * MICROS_PER_DAY + seconds * MICROS_PER_SECOND + BigInt(microsecond)
  }

  get #wallSeconds(): number {
    return Number(this.wallMicros / MICROS_PER_SECOND) - 86_400
  }

  /** Seconds ahead of UTC; undefined for a naive one. */
  get offset(): number | undefined {
    return this.zone?.offsetAt(this.#wallSeconds, false)
  }

  get utcMicros(): bigint {
    return this.wallMicros - BigInt(this.offset ?? 0) * MICROS_PER_SECOND
  }

  /** The same wall time, said to be in a zone. */
  inZone(zone: Zone | undefined): DateTime {
    return new DateTime(this.day, this.clock, zone)
  }

  /** The same moment as another zone shows it; a naive one counts as UTC. */
  toZone(zone: Zone): DateTime {
    const utc = this.utcMicros
    const seconds = Number(utc / MICROS_PER_SECOND) - 86_400
    return DateTime.ofMicros(utc + BigInt(zone.offsetAt(seconds, true)) * MICROS_PER_SECOND, zone)
  }

  isoFormat(separator: string, timespec: string): string {
    const offset = this.offset
    const zone = offset === undefined ? '' : offsetText(offset, ':')
    return this.day.toText() + separator + clockText(this.clock, timespec) + zone
  }

  toText(): string {
    return this.isoFormat(' ', 'auto')
  }

  toRepr(): string {
    const { year, month, day } = this.day
    const zone = this.zone ? [`tzinfo=${this.zone.toRepr?.() ?? this.zone.name}`] : []
    return `datetime.datetime(${[year, month, day, ...clockNumbers(this.clock), ...zone].join(', ')})`
  }

  format(spec: string): string {
    return spec === '' ? this.toText() : strftime(this.moment(), spec)
  }

  moment(): Moment {
    const { year, month, day } = this.day
    const offset = this.offset
    return {
      year,
      month,
      day,
      ...this.clock,
      offset: offset === undefined ? '' : offsetText(offset, ''),
      zoneName: this.zoneName() ?? '',
      epochSeconds: Math.floor(this.timestamp()),
    }
  }

  zoneName(): string | undefined {
    return this.zone?.nameAt(this.#wallSeconds)
  }

  timestamp(): number {
    return Number(this.utcMicros - BigInt(EPOCH_ORDINAL) * MICROS_PER_DAY) / 1e6
  }

  equals(other: Value): boolean {
    return this.#isLike(other) && this.compare(other) === 0
  }

  #isLike(other: Value): other is DateTime {
    return other instanceof DateTime && (other.zone === undefined) === (this.zone === undefined)
  }

  compare(other: Value): number | undefined {
    if (!(other instanceof DateTime)) return undefined
    if (!this.#isLike(other)) return typeError("can't compare offset-naive and offset-aware datetimes")
    return Number(this.utcMicros - other.utcMicros)
  }

  hashKey(): unknown {
    return `\0datetime${this.utcMicros}${this.zone ? 'z' : ''}`
  }

  operate(operator: string, other: Value, isReflected: boolean): Value | undefined {
    if (other instanceof TimeDelta) {
      if (operator === '+') return DateTime.ofMicros(this.wallMicros + other.micros, this.zone)
      const isMinus = operator === '-' && !isReflected
      return isMinus ? DateTime.ofMicros(this.wallMicros - other.micros, this.zone) : undefined
    }
    if (operator !== '-' || isReflected || !(other instanceof DateTime)) return undefined
    if (!this.#isLike(other)) return typeError("can't subtract offset-naive and offset-aware datetimes")
    return new TimeDelta(this.utcMicros - other.utcMicros)
  }

  getAttribute(name: string): Value | undefined {
    if (name === 'year' || name === 'month' || name === 'day') return this.day[name]
    if (name === 'hour' || name === 'minute' || name === 'second' || name === 'microsecond') {
      return this.clock[name]
    }
    if (name === 'tzinfo') return this.zone ?? null
    return findMember(members, this, name)
  }
}

function textArg(value: Arg, otherwise: string): string {
  return value === undefined ? otherwise : (findText(value) ?? typeError('a str is expected'))
}

function replace(moment: DateTime, ...args: Arg[]): DateTime {
  const { day, clock, zone } = moment
  const date = new DateValue(intArg(args[0], day.year), intArg(args[1], day.month), intArg(args[2], day.day))
  const time = {
    hour: intArg(args[3], clock.hour),
    minute: intArg(args[4], clock.minute),
    second: intArg(args[5], clock.second),
    microsecond: intArg(args[6], clock.microsecond),
  }
  return new DateTime(date, time, zoneArg(args[7], zone))
}

const FIELDS = ['year?', 'month?', 'day?', 'hour?', 'minute?', 'second?', 'microsecond?', 'tzinfo?']

const members: Members<DateTime> = [
  ['astimezone', ['tz?'], (moment, zone) => moment.toZone(isZone(zone) ? zone : UTC)],
  ['ctime', [], (moment) => strftime(moment.moment(), '%a %b %e %H:%M:%S %Y')],
  ['date', [], ({ day }) => day],
  ['isocalendar', [], ({ day }) => isoCalendar(day)],
  [
    'isoformat',
    ['sep?', 'timespec?'],
    (moment, separator, spec) => moment.isoFormat(textArg(separator, 'T'), textArg(spec, 'auto')),
  ],
  ['isoweekday', [], ({ day }) => weekdayOf(day.ordinal) + 1],
  ['replace', FIELDS, replace],
  ['strftime', ['format'], (moment, format) => strftime(moment.moment(), formatArg(format))],
  ['time', [], ({ clock }) => new TimeValue(clock)],
  ['timestamp', [], (moment) => new Float(moment.timestamp())],
  ['timetz', [], ({ clock, zone }) => new TimeValue(clock, zone)],
  ['toordinal', [], ({ day }) => ordinalOf(day.year, day.month, day.day)],
  ['tzname', [], (moment) => moment.zoneName() ?? null],
  [
    'utcoffset',
    [],
    ({ offset }) => (offset === undefined ? null : new TimeDelta(BigInt(offset) * MICROS_PER_SECOND)),
  ],
  ['weekday', [], ({ day }) => weekdayOf(day.ordinal)],
]
