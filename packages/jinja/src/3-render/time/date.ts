import { typeError, valueError, overflowError } from '../errors.ts'
import { Tuple } from '../values/tuple.ts'
import { findText } from '../values/text.ts'
import type { HostObject, Value } from '../values/value.ts'
import { dateOfOrdinal, daysInMonth, isoWeekOf, ordinalOf, weekdayOf } from './calendar.ts'
import { findMember, intArg, type Arg, type Members } from './members.ts'
import { strftime, type Moment } from './strftime.ts'
import { MICROS_PER_DAY, TimeDelta, two } from './timedelta.ts'

/** Python's date. */
export class DateValue implements HostObject {
  readonly typeName: string = 'datetime.date'
  readonly year: number
  readonly month: number
  readonly day: number

  constructor(year: number, month: number, day: number) {
    if (year < 1 || year > 9999) valueError(`year ${year} is out of range`)
    if (month < 1 || month > 12) valueError('month must be in 1..12')
    if (day < 1 || day > daysInMonth(year, month)) valueError('day is out of range for month')
    this.year = year
    this.month = month
    this.day = day
  }

  static ofOrdinal(ordinal: number): DateValue {
    if (ordinal < 1 || ordinal > 3_652_059) overflowError('date value out of range')
    const { year, month, day } = dateOfOrdinal(ordinal)
    return new DateValue(year, month, day)
  }

  get ordinal(): number {
    return ordinalOf(this.year, this.month, this.day)
  }

  toText(): string {
    return `${String(this.year).padStart(4, '0')}-${two(this.month)}-${two(this.day)}`
  }

  toRepr(): string {
    return `datetime.date(${this.year}, ${this.month}, ${this.day})`
  }

  format(spec: string): string {
    return spec === '' ? this.toText() : strftime(momentOf(this), spec)
  }

  equals(other: Value): boolean {
    return isDate(other) && other.ordinal === this.ordinal
  }

  compare(other: Value): number | undefined {
    return isDate(other) ? this.ordinal - other.ordinal : undefined
  }

  hashKey(): unknown {
    return `\0date${this.ordinal}`
  }

  operate(operator: string, other: Value, isReflected: boolean): Value | undefined {
    if (other instanceof TimeDelta) {
      if (operator === '+') return DateValue.ofOrdinal(this.ordinal + other.days)
      const isMinus = operator === '-' && !isReflected
      return isMinus ? DateValue.ofOrdinal(this.ordinal - other.days) : undefined
    }
    if (operator !== '-' || isReflected || !isDate(other)) return undefined
    return new TimeDelta(BigInt(this.ordinal - other.ordinal) * MICROS_PER_DAY)
  }

  getAttribute(name: string): Value | undefined {
    if (name === 'year' || name === 'month' || name === 'day') return this[name]
    return findMember(dateMembers, this, name)
  }
}

function isDate(value: Value): value is DateValue {
  return value instanceof DateValue
}

export function formatArg(value: Arg): string {
  const text = value === undefined ? undefined : findText(value)
  return text ?? typeError('the format must be a str')
}

export function momentOf(date: { readonly year: number; readonly month: number; readonly day: number }): Moment {
  const { year, month, day } = date
  const epochSeconds = (ordinalOf(year, month, day) - 719_163) * 86_400
  return { year, month, day, hour: 0, minute: 0, second: 0, microsecond: 0, offset: '', zoneName: '', epochSeconds }
}

export function isoCalendar(date: DateValue): Tuple {
  const { year, week, weekday } = isoWeekOf(date)
  return new Tuple([year, week, weekday], 'datetime.IsoCalendarDate', ['year', 'week', 'weekday'])
}

export const dateMembers: Members<DateValue> = [
  ['ctime', [], (date) => strftime(momentOf(date), '%a %b %e %H:%M:%S %Y')],
  ['isocalendar', [], isoCalendar],
  ['isoformat', [], (date) => date.toText()],
  ['isoweekday', [], (date) => weekdayOf(date.ordinal) + 1],
  [
    'replace',
    ['year?', 'month?', 'day?'],
    (date, year, month, day) =>
      new DateValue(intArg(year, date.year), intArg(month, date.month), intArg(day, date.day)),
  ],
  ['strftime', ['format'], (date, format) => strftime(momentOf(date), formatArg(format))],
  ['toordinal', [], (date) => date.ordinal],
  ['weekday', [], (date) => weekdayOf(date.ordinal)],
]
