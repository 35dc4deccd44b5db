import { escapePattern } from '../../names/escape-pattern.ts'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const DAY_MS = 86_400_000

/** A point on the calendar and clock, as Python's `strftime` needs it. */
export interface Fields {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly microsecond: number
  /** Minutes east of UTC; undefined without a zone. */
  readonly offsetMinutes: number | undefined
  readonly zoneName: string | undefined
}

export function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0')
}

/** 0 is Sunday. */
export function weekday(fields: Pick<Fields, 'year' | 'month' | 'day'>): number {
  return new Date(Date.UTC(fields.year, fields.month - 1, fields.day)).getUTCDay()
}

export function dayOfYear(fields: Pick<Fields, 'year' | 'month' | 'day'>): number {
  const day = Date.UTC(fields.year, fields.month - 1, fields.day)
  return Math.round((day - Date.UTC(fields.year, 0, 1)) / DAY_MS) + 1
}

/** ISO 8601: weeks begin on Monday, and the first one holds the year's first Thursday. */
export function isoWeek(fields: Pick<Fields, 'year' | 'month' | 'day'>): {
  readonly year: number
  readonly week: number
  readonly day: number
} {
  const day = weekday(fields) || 7
  const thursday = new Date(Date.UTC(fields.year, fields.month - 1, fields.day + 4 - day))
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1
  return { year, week, day }
}

export function formatOffset(minutes: number, separator = ''): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${separator}${pad(size % 60)}`
}

type Directive = (fields: Fields) => string

const directives: Readonly<Record<string, Directive>> = {
  a: (it) => (DAYS[weekday(it)] ?? '').slice(0, 3),
  A: (it) => DAYS[weekday(it)] ?? '',
  b: (it) => (MONTHS[it.month - 1] ?? '').slice(0, 3),
  B: (it) => MONTHS[it.month - 1] ?? '',
  c: (it) => strftime(it, '%a %b %e %H:%M:%S %Y'),
  C: (it) => pad(Math.floor(it.year / 100)),
  d: (it) => pad(it.day),
  D: (it) => strftime(it, '%m/%d/%y'),
  e: (it) => String(it.day).padStart(2),
  f: (it) => pad(it.microsecond, 6),
  F: (it) => strftime(it, '%Y-%m-%d'),
  G: (it) => String(isoWeek(it).year),
  h: (it) => strftime(it, '%b'),
  H: (it) => pad(it.hour),
  I: (it) => pad(it.hour % 12 || 12),
  j: (it) => pad(dayOfYear(it), 3),
  m: (it) => pad(it.month),
  M: (it) => pad(it.minute),
  n: () => '\n',
  p: (it) => (it.hour < 12 ? 'AM' : 'PM'),
  r: (it) => strftime(it, '%I:%M:%S %p'),
  R: (it) => strftime(it, '%H:%M'),
  s: (it) =>
    String(
      Math.floor(Date.UTC(it.year, it.month - 1, it.day, it.hour, it.minute, it.second) / 1000),
    ),
  S: (it) => pad(it.second),
  t: () => '\t',
  T: (it) => strftime(it, '%H:%M:%S'),
  u: (it) => String(weekday(it) || 7),
  U: (it) => pad(Math.floor((dayOfYear(it) + 6 - weekday(it)) / 7)),
  V: (it) => pad(isoWeek(it).week),
  w: (it) => String(weekday(it)),
  W: (it) => pad(Math.floor((dayOfYear(it) + 6 - ((weekday(it) + 6) % 7)) / 7)),
  x: (it) => strftime(it, '%m/%d/%y'),
  X: (it) => strftime(it, '%H:%M:%S'),
  y: (it) => pad(it.year % 100),
  Y: (it) => String(it.year),
  z: (it) => (it.offsetMinutes === undefined ? '' : formatOffset(it.offsetMinutes)),
  Z: (it) => it.zoneName ?? '',
  '%': () => '%',
}

/** Python's `strftime` in the C locale; `%-d` leaves out the leading zero, as on Linux. */
export function strftime(fields: Fields, format: string): string {
  return format.replace(/%(-?)(.)/gs, (match, minus: string, letter: string) => {
    const directive = Object.hasOwn(directives, letter) ? directives[letter] : undefined
    if (!directive) return match
    const text = directive(fields)
    return minus === '-' ? text.replace(/^[0 ]+(?=.)/, '') : text
  })
}

const PATTERNS: Readonly<Record<string, string>> = {
  a: '(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)',
  A: `(?:${DAYS.join('|')})`,
  b: `(?<b>${MONTHS.map((name) => name.slice(0, 3)).join('|')})`,
  B: `(?<B>${MONTHS.join('|')})`,
  d: '(?<d>\\d{1,2})',
  f: '(?<f>\\d{1,6})',
  H: '(?<H>\\d{1,2})',
  I: '(?<I>\\d{1,2})',
  j: '(?<j>\\d{1,3})',
  m: '(?<m>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  p: '(?<p>AM|PM|am|pm)',
  S: '(?<S>\\d{1,2})',
  y: '(?<y>\\d{2})',
  Y: '(?<Y>\\d{4})',
  z: '(?<z>Z|[+-]\\d{2}:?\\d{2})',
  Z: '(?:UTC|GMT)?',
  '%': '%',
}

/** Python's `strptime`; undefined when the text has another form. */
export function strptime(text: string, format: string): Fields | undefined {
  const expanded = format
    .replace('%T', '%H:%M:%S')
    .replace('%F', '%Y-%m-%d')
    .replace('%D', '%m/%d/%y')
  const pattern = escapePattern(expanded)
    .replace(/\s+/g, '\\s+')
    .replace(/%(.)/g, (match, letter: string) => PATTERNS[letter] ?? match)
  const found = new RegExp(`^${pattern}$`).exec(text)?.groups
  return found && readGroups(found)
}

function readGroups(found: Readonly<Record<string, string | undefined>>): Fields {
  const number = (name: string) => (found[name] === undefined ? undefined : Number(found[name]))
  const short = number('y')
  const isAfternoon = found['p']?.toLowerCase() === 'pm'
  const twelve = number('I')
  const hour = twelve === undefined ? (number('H') ?? 0) : (twelve % 12) + (isAfternoon ? 12 : 0)
  const named = found['b'] ?? found['B']
  const month =
    named === undefined ? number('m') : MONTHS.findIndex((name) => name.startsWith(named)) + 1
  const offset = found['z']
  return {
    year: number('Y') ?? (short === undefined ? 1900 : short + (short < 69 ? 2000 : 1900)),
    month: month ?? 1,
    day: number('d') ?? number('j') ?? 1,
    hour,
    minute: number('M') ?? 0,
    second: number('S') ?? 0,
    microsecond: Number((found['f'] ?? '0').padEnd(6, '0')),
    offsetMinutes: offset === undefined ? undefined : parseOffset(offset),
    zoneName: offset === undefined ? undefined : 'UTC',
  }
}

export function parseOffset(text: string): number {
  if (text === 'Z') return 0
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):?(\d{2})?/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
