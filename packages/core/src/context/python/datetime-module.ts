import {
  Float,
  hostFunction,
  raise,
  readArguments,
  toText,
  type HostObject,
  type Value,
} from '@btn/jinja'
import { record } from '../values/record.ts'
import { floorDivide, inZone, Moment, wallClock, type MomentKind } from './moment.ts'
import { parseIso } from './parse-iso.ts'
import { strptime } from './strftime.ts'
import { TimeDelta } from './time-delta.ts'
import { findGivenZone, unlocalized, utc, type Zone, ZoneValue } from './zone.ts'

const DAY_US = 86_400_000_000n
const names = ['year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'] as const

/** A class: callable, with class methods. */
function classValue(
  name: string,
  call: NonNullable<HostObject['call']>,
  members: Readonly<Record<string, Value>>,
): HostObject {
  const table = new Map(Object.entries(members))
  return {
    typeName: 'type',
    call,
    getAttribute: (attribute) => table.get(attribute),
    attributeNames: () => table.keys(),
    toText: () => `<class '${name}'>`,
  }
}

function toNumber(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value
  return value instanceof Float ? value.value : undefined
}

function construct(kind: MomentKind): NonNullable<HostObject['call']> {
  const own = kind === 'date' ? names.slice(0, 3) : kind === 'time' ? names.slice(3) : names
  const required = kind === 'time' ? 0 : 3
  const parameters = own.map((name, index) => (index < required ? name : `${name}?`))
  return (args) => {
    const values = readArguments(
      args,
      kind,
      kind === 'date' ? parameters : [...parameters, 'tzinfo?'],
    )
    const fields = Object.fromEntries(
      own.map((name, index) => [name, toNumber(values[index]) ?? 0]),
    )
    const microseconds = wallClock(fields)
    if (microseconds === undefined) raise('ValueError', 'there is no such day or time')
    const zone = findGivenZone(values[own.length])
    return new Moment(kind, microseconds, zone && unlocalized(zone))
  }
}

function now(zone: Zone): Moment {
  return inZone(BigInt(Date.now()) * 1000n, zone)
}

function toDate(moment: Moment): Moment {
  return new Moment('date', floorDivide(moment.microseconds, DAY_US) * DAY_US)
}

function fromTimestamp(seconds: Value | undefined, zone: Zone | undefined): Moment {
  const microseconds = BigInt(Math.round((toNumber(seconds) ?? 0) * 1e6))
  return zone ? inZone(microseconds, zone) : new Moment('datetime', microseconds)
}

function parsedAs(kind: MomentKind, text: Value | undefined): Moment {
  const found = parseIso(toText(text ?? null))
  if (found?.kind === kind) return found
  if (found?.kind === 'date' && kind === 'datetime') return new Moment(kind, found.microseconds)
  return raise('ValueError', `Invalid isoformat string: '${toText(text ?? null)}'`)
}

function combine(date: Value | undefined, time: Value | undefined): Moment {
  if (!(date instanceof Moment) || !(time instanceof Moment))
    raise('TypeError', 'combine() takes a date and a time')
  return new Moment('datetime', toDate(date).microseconds + time.microseconds, time.zone)
}

function parseFormatted(text: string, format: string): Moment {
  const fields = strptime(text, format)
  const microseconds = fields && wallClock(fields)
  if (!fields || microseconds === undefined) {
    return raise('ValueError', `time data '${text}' does not match format '${format}'`)
  }
  const { offsetMinutes } = fields
  const zone =
    offsetMinutes === undefined ? undefined : offsetMinutes === 0 ? utc : fixedZone(offsetMinutes)
  return new Moment('datetime', microseconds, zone)
}

function fixedZone(minutes: number): Zone {
  return { name: `UTC${minutes < 0 ? '-' : '+'}${Math.abs(minutes)}`, fixedMinutes: minutes }
}

const datetimeClass = classValue('datetime.datetime', construct('datetime'), {
  now: hostFunction('now', (args) => {
    const [zone] = readArguments(args, 'now', ['tz?'])
    const given = findGivenZone(zone)
    if (given) return now(given)
    const local = new Date()
    return new Moment(
      'datetime',
      BigInt(local.getTime() - local.getTimezoneOffset() * 60_000) * 1000n,
    )
  }),
  utcnow: hostFunction('utcnow', () => new Moment('datetime', BigInt(Date.now()) * 1000n)),
  today: hostFunction('today', () => new Moment('datetime', BigInt(Date.now()) * 1000n)),
  strptime: hostFunction('strptime', (args) => {
    const [text, format] = readArguments(args, 'strptime', ['date_string', 'format'])
    return parseFormatted(toText(text ?? null), toText(format ?? null))
  }),
  fromisoformat: hostFunction('fromisoformat', (args) => {
    const [text] = readArguments(args, 'fromisoformat', ['date_string'])
    return parsedAs('datetime', text)
  }),
  fromtimestamp: hostFunction('fromtimestamp', (args) => {
    const [seconds, zone] = readArguments(args, 'fromtimestamp', ['timestamp', 'tz?'])
    return fromTimestamp(seconds, findGivenZone(zone))
  }),
  utcfromtimestamp: hostFunction('utcfromtimestamp', (args) => {
    const [seconds] = readArguments(args, 'utcfromtimestamp', ['timestamp'])
    return fromTimestamp(seconds, undefined)
  }),
  combine: hostFunction('combine', (args) => {
    const [date, time] = readArguments(args, 'combine', ['date', 'time'])
    return combine(date, time)
  }),
})

const dateClass = classValue('datetime.date', construct('date'), {
  today: hostFunction('today', () => toDate(now(utc))),
  fromisoformat: hostFunction('fromisoformat', (args) => {
    const [text] = readArguments(args, 'fromisoformat', ['date_string'])
    return parsedAs('date', text)
  }),
})

const timeClass = classValue('datetime.time', construct('time'), {
  fromisoformat: hostFunction('fromisoformat', (args) => {
    const [text] = readArguments(args, 'fromisoformat', ['time_string'])
    return parsedAs('time', text)
  }),
})

const UNITS = {
  days: 86_400e6,
  seconds: 1e6,
  microseconds: 1,
  milliseconds: 1e3,
  minutes: 60e6,
  hours: 3_600e6,
  weeks: 604_800e6,
}

const deltaClass = classValue(
  'datetime.timedelta',
  (args) => {
    const units = Object.values(UNITS)
    const values = readArguments(
      args,
      'timedelta',
      Object.keys(UNITS).map((name) => `${name}?`),
    )
    const total = values.reduce<number>(
      (sum, value, index) => sum + (toNumber(value) ?? 0) * (units[index] ?? 0),
      0,
    )
    return new TimeDelta(BigInt(Math.round(total)))
  },
  {},
)

const timezoneClass = classValue(
  'datetime.timezone',
  (args) => {
    const [offset] = readArguments(args, 'timezone', ['offset', 'name?'])
    if (!(offset instanceof TimeDelta)) raise('TypeError', 'timezone() takes a timedelta')
    return new ZoneValue(fixedZone(Number(offset.microseconds / 60_000_000n)))
  },
  { utc: new ZoneValue(utc) },
)

/** `modules.datetime`: what dbt gives of Python's module. */
export const datetimeModule: HostObject = record('module', {
  datetime: datetimeClass,
  date: dateClass,
  time: timeClass,
  timedelta: deltaClass,
  timezone: timezoneClass,
  tzinfo: timezoneClass,
})
