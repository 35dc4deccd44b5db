import { daysBeforeMonth, isoWeekOf, ordinalOf, weekdayOf } from './calendar.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
export const MONTHS = [
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

/** What a format can show; dates have a time of zero. */
export interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly microsecond: number
  /** `+0200`, or nothing without a zone. */
  readonly offset: string
  readonly zoneName: string
  /** Seconds since 1970 in UTC. */
  readonly epochSeconds: number
}

type Show = (moment: Moment) => string | number

const pad = (size: number, show: (moment: Moment) => number): Show => (it) => String(show(it)).padStart(size, '0')
const spaced = (show: (moment: Moment) => number): Show => (it) => String(show(it)).padStart(2, ' ')
const ordinal = ({ year, month, day }: Moment): number => ordinalOf(year, month, day)
const weekday = (it: Moment): number => weekdayOf(ordinal(it))
const dayOfYear = (it: Moment): number => daysBeforeMonth(it.year, it.month) + it.day
const hour12 = (it: Moment): number => it.hour % 12 || 12
const dayName = (it: Moment): string => DAYS[weekday(it)] ?? ''
const monthName = (it: Moment): string => MONTHS[it.month - 1] ?? ''
const sundayWeek = (it: Moment): number => Math.floor((dayOfYear(it) + 6 - ((weekday(it) + 1) % 7)) / 7)
const mondayWeek = (it: Moment): number => Math.floor((dayOfYear(it) + 6 - weekday(it)) / 7)

const CODES: Readonly<Record<string, Show>> = {
  '%': () => '%',
  a: (it) => dayName(it).slice(0, 3),
  A: dayName,
  b: (it) => monthName(it).slice(0, 3),
  B: monthName,
  c: (it) => strftime(it, '%a %b %e %H:%M:%S %Y'),
  C: pad(2, (it) => Math.floor(it.year / 100)),
  d: pad(2, (it) => it.day),
  D: (it) => strftime(it, '%m/%d/%y'),
  e: spaced((it) => it.day),
  f: pad(6, (it) => it.microsecond),
  F: (it) => strftime(it, '%Y-%m-%d'),
  g: pad(2, (it) => isoWeekOf(it).year % 100),
  G: (it) => isoWeekOf(it).year,
  h: (it) => monthName(it).slice(0, 3),
  H: pad(2, (it) => it.hour),
  I: pad(2, hour12),
  j: pad(3, dayOfYear),
  k: spaced((it) => it.hour),
  l: spaced(hour12),
  m: pad(2, (it) => it.month),
  M: pad(2, (it) => it.minute),
  n: () => '\n',
  p: (it) => (it.hour < 12 ? 'AM' : 'PM'),
  P: (it) => (it.hour < 12 ? 'am' : 'pm'),
  r: (it) => strftime(it, '%I:%M:%S %p'),
  R: (it) => strftime(it, '%H:%M'),
  s: (it) => it.epochSeconds,
  S: pad(2, (it) => it.second),
  t: () => '\t',
  T: (it) => strftime(it, '%H:%M:%S'),
  u: (it) => weekday(it) + 1,
  U: pad(2, sundayWeek),
  V: pad(2, (it) => isoWeekOf(it).week),
  w: (it) => (weekday(it) + 1) % 7,
  W: pad(2, mondayWeek),
  x: (it) => strftime(it, '%m/%d/%y'),
  X: (it) => strftime(it, '%H:%M:%S'),
  y: pad(2, (it) => it.year % 100),
  Y: (it) => it.year,
  z: (it) => it.offset,
  Z: (it) => it.zoneName,
}

/** Python's `strftime` in the C locale, with glibc's `-` (no padding), `_` (spaces), `^` (capitals) and `0`. */
export function strftime(moment: Moment, format: string): string {
  return format.replace(/%([-_^0#]?)([a-zA-Z%])/g, (all, flag: string, code: string) => {
    const show = Object.hasOwn(CODES, code) ? CODES[code] : undefined
    if (!show) return all
    const text = String(show(moment))
    if (flag === '-') return text.replace(/^[0 ]+(?=\d)/, '')
    if (flag === '_') return text.replace(/^0+(?=\d)/, (zeros) => ' '.repeat(zeros.length))
    if (flag === '^') return text.toUpperCase()
    return flag === '0' ? text.replace(/^ +/, (spaces) => '0'.repeat(spaces.length)) : text
  })
}
