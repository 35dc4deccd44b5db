import {
  fromJs,
  hostFunction,
  raise,
  readArguments,
  toText,
  Tuple,
  type HostObject,
  type Value,
} from '@btn/jinja'
import { record } from '../values/record.ts'
import {
  dayOfYear,
  formatOffset,
  isoWeek,
  pad,
  strftime,
  weekday,
  type Fields,
} from './strftime.ts'
import { TimeDelta } from './time-delta.ts'
import { findGivenZone, offsetAt, pytzUtc, unlocalized, utc, type Zone, ZoneValue } from './zone.ts'

const DAY_US = 86_400_000_000n
const parts = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'] as const
type Part = (typeof parts)[number]

export type MomentKind = 'date' | 'time' | 'datetime'
const partsOf: Readonly<Record<MomentKind, readonly Part[]>> = {
  date: parts.slice(0, 3),
  time: parts.slice(3),
  datetime: parts,
}

/** Python's `date`, `time` and `datetime`: the clock on the wall, in microseconds since 1970, and perhaps a zone. */
export class Moment implements HostObject {
  readonly typeName: string
  readonly kind: MomentKind
  /** Of the wall clock; for a time, since midnight. */
  readonly microseconds: bigint
  readonly zone: Zone | undefined

  constructor(kind: MomentKind, microseconds: bigint, zone?: Zone) {
    this.typeName = `datetime.${kind}`
    this.kind = kind
    this.microseconds = microseconds
    this.zone = zone
  }

  get fields(): Fields {
    const milliseconds = Number(floorDivide(this.microseconds, 1000n))
    const date = new Date(milliseconds)
    const offset = this.zone && offsetAt(this.zone, milliseconds)
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
      microsecond: Number(
        this.microseconds - floorDivide(this.microseconds, 1_000_000n) * 1_000_000n,
      ),
      offsetMinutes: offset,
      zoneName: this.zone?.name,
    }
  }

  /** Microseconds since 1970 in UTC; a moment without a zone counts as UTC. */
  get instant(): bigint {
    return this.microseconds - BigInt(this.fields.offsetMinutes ?? 0) * 60_000_000n
  }

  toText(): string {
    return this.isoFormat(' ')
  }

  isoFormat(separator: string): string {
    const it = this.fields
    const date = `${pad(it.year, 4)}-${pad(it.month)}-${pad(it.day)}`
    if (this.kind === 'date') return date
    const fraction = it.microsecond === 0 ? '' : `.${pad(it.microsecond, 6)}`
    const offset = it.offsetMinutes === undefined ? '' : formatOffset(it.offsetMinutes, ':')
    const time = `${pad(it.hour)}:${pad(it.minute)}:${pad(it.second)}${fraction}${offset}`
    return this.kind === 'time' ? time : `${date}${separator}${time}`
  }

  toRepr(): string {
    const it = this.fields
    const numbers = partsOf[this.kind].map((name) => it[name])
    // Python leaves out seconds and microseconds that are zero.
    const required = this.kind === 'date' ? 3 : this.kind === 'time' ? 2 : 5
    while (numbers.length > required && numbers.at(-1) === 0) numbers.pop()
    const zone = this.zone ? `, tzinfo=${new ZoneValue(this.zone).toRepr()}` : ''
    return `datetime.${this.kind}(${numbers.join(', ')}${zone})`
  }

  hashKey(): string {
    return `${this.kind}:${this.instant}`
  }

  equals(other: Value): boolean {
    return other instanceof Moment && other.kind === this.kind && other.instant === this.instant
  }

  compare(other: Value): number | undefined {
    if (!(other instanceof Moment) || other.kind !== this.kind) return undefined
    return this.instant < other.instant ? -1 : this.instant > other.instant ? 1 : 0
  }

  operate(operator: string, other: Value, isReflected: boolean): Value | undefined {
    if (this.kind === 'time') return undefined
    if (other instanceof TimeDelta && operator === '+') return this.#moved(other.microseconds)
    if (other instanceof TimeDelta && operator === '-' && !isReflected)
      return this.#moved(-other.microseconds)
    if (other instanceof Moment && operator === '-' && !isReflected && other.kind === this.kind) {
      return new TimeDelta(this.instant - other.instant)
    }
    return undefined
  }

  /** The same wall clock, in a zone. */
  withZone(zone: Zone): Moment {
    return new Moment(this.kind, this.microseconds, zone)
  }

  #moved(by: bigint): Moment {
    // A date moves by whole days, as in Python.
    const step = this.kind === 'date' ? floorDivide(by, DAY_US) * DAY_US : by
    return new Moment(this.kind, this.microseconds + step, this.zone)
  }

  getAttribute(name: string): Value | undefined {
    const part = partsOf[this.kind].find((candidate) => candidate === name)
    if (part) return this.fields[part]
    if (name === 'tzinfo' && this.kind !== 'date')
      return this.zone ? new ZoneValue(this.zone) : null
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined
    if (!method?.kinds.includes(this.kind)) return undefined
    return hostFunction(name, (args) =>
      method.call(this, readArguments(args, name, method.parameters)),
    )
  }

  attributeNames(): Iterable<string> {
    return [
      ...partsOf[this.kind],
      ...Object.keys(methods).filter((name) => methods[name]?.kinds.includes(this.kind)),
    ]
  }
}

export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  return dividend % divisor < 0n ? quotient - 1n : quotient
}

/** Microseconds of a wall clock; undefined for a date that does not exist. */
export function wallClock(fields: Partial<Record<Part, number>>): bigint | undefined {
  const {
    year = 1970,
    month = 1,
    day = 1,
    hour = 0,
    minute = 0,
    second = 0,
    microsecond = 0,
  } = fields
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (
    date.getUTCFullYear() !== year ||
    date.getUTCMonth() !== month - 1 ||
    date.getUTCDate() !== day
  )
    return undefined
  if (hour > 23 || minute > 59 || second > 59 || Math.min(hour, minute, second, microsecond) < 0)
    return undefined
  date.setUTCHours(hour, minute, second)
  return BigInt(date.getTime()) * 1000n + BigInt(microsecond)
}

interface Method {
  readonly kinds: readonly MomentKind[]
  readonly parameters: readonly string[]
  readonly call: (self: Moment, args: readonly (Value | undefined)[]) => Value
}

const anyKind: readonly MomentKind[] = ['date', 'time', 'datetime']
const calendar: readonly MomentKind[] = ['date', 'datetime']
const clock: readonly MomentKind[] = ['time', 'datetime']
const both: readonly MomentKind[] = ['datetime']

function replaced(self: Moment, args: readonly (Value | undefined)[]): Value {
  const names = partsOf[self.kind]
  const fields: Partial<Record<Part, number>> = {}
  names.forEach((name, index) => {
    const value = args[index]
    fields[name] = typeof value === 'number' ? value : self.fields[name]
  })
  const zone = args[names.length]
  const microseconds = wallClock(fields)
  if (microseconds === undefined) raise('ValueError', 'there is no such day or time')
  const given = findGivenZone(zone)
  return new Moment(
    self.kind,
    microseconds,
    zone === null ? undefined : given ? unlocalized(given) : self.zone,
  )
}

const methods: Readonly<Record<string, Method>> = {
  strftime: {
    kinds: anyKind,
    parameters: ['format'],
    call: (self, [format]) => strftime(self.fields, toText(format ?? null)),
  },
  isoformat: {
    kinds: anyKind,
    parameters: ['sep?', 'timespec?'],
    call: (self, [separator]) => self.isoFormat(separator === undefined ? 'T' : toText(separator)),
  },
  date: {
    kinds: both,
    parameters: [],
    call: (self) => new Moment('date', floorDivide(self.microseconds, DAY_US) * DAY_US),
  },
  time: {
    kinds: both,
    parameters: [],
    call: (self) =>
      new Moment('time', self.microseconds - floorDivide(self.microseconds, DAY_US) * DAY_US),
  },
  timestamp: { kinds: both, parameters: [], call: (self) => fromJs(Number(self.instant) / 1e6) },
  weekday: { kinds: calendar, parameters: [], call: (self) => (weekday(self.fields) + 6) % 7 },
  isoweekday: { kinds: calendar, parameters: [], call: (self) => weekday(self.fields) || 7 },
  isocalendar: {
    kinds: calendar,
    parameters: [],
    call: (self) => {
      const { year, week, day } = isoWeek(self.fields)
      return new Tuple([year, week, day])
    },
  },
  toordinal: {
    kinds: calendar,
    parameters: [],
    call: (self) => Number(floorDivide(self.microseconds, DAY_US)) + 719_163,
  },
  timetuple: {
    kinds: calendar,
    parameters: [],
    call: (self) => {
      const it = self.fields
      return record('time.struct_time', {
        tm_year: it.year,
        tm_mon: it.month,
        tm_mday: it.day,
        tm_hour: it.hour,
        tm_min: it.minute,
        tm_sec: it.second,
        tm_wday: (weekday(it) + 6) % 7,
        tm_yday: dayOfYear(it),
      })
    },
  },
  replace: {
    kinds: anyKind,
    parameters: [...parts.map((name) => `${name}?`), 'tzinfo?'],
    call: (self, args) =>
      replaced(
        self,
        self.kind === 'time' ? args.slice(3) : self.kind === 'date' ? args.slice(0, 3) : args,
      ),
  },
  astimezone: {
    kinds: both,
    parameters: ['tz?'],
    call: (self, [zone]) => inZone(self.instant, findGivenZone(zone) ?? utc),
  },
  utcoffset: {
    kinds: clock,
    parameters: [],
    call: (self) => {
      const { offsetMinutes } = self.fields
      return offsetMinutes === undefined ? null : new TimeDelta(BigInt(offsetMinutes) * 60_000_000n)
    },
  },
  tzname: { kinds: clock, parameters: [], call: (self) => self.zone?.name ?? null },
}

/** The wall clock in a zone at an instant (microseconds since 1970 in UTC). */
export function inZone(instant: bigint, zone: Zone): Moment {
  const milliseconds = Number(floorDivide(instant, 1000n))
  const guess = offsetAt(zone, milliseconds, true)
  return new Moment('datetime', instant + BigInt(guess) * 60_000_000n, zone)
}

/** A `datetime` of UTC. */
export function momentAt(instant: Date): Moment {
  return new Moment('datetime', BigInt(instant.getTime()) * 1000n, pytzUtc)
}
