/** Days since 0001-01-01, which is day 1: Python's ordinal of a date in the proleptic Gregorian calendar. */
export function ordinalOf(year: number, month: number, day: number): number {
  const before = year - 1
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  return before * 365 + leapDays + daysBeforeMonth(year, month) + day
}

export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function dateOfOrdinal(ordinal: number): CalendarDate {
  let year = Math.floor((ordinal - 1) / 365.2425) + 1
  while (ordinalOf(year, 1, 1) > ordinal) year--
  while (ordinalOf(year + 1, 1, 1) <= ordinal) year++
  let month = 12
  while (ordinalOf(year, month, 1) > ordinal) month--
  return { year, month, day: ordinal - ordinalOf(year, month, 1) + 1 }
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0)
}

export function daysBeforeMonth(year: number, month: number): number {
  let days = 0
  for (let before = 1; before < month; before++) days += daysInMonth(year, before)
  return days
}

/** 0 is Monday. */
export function weekdayOf(ordinal: number): number {
  return (ordinal + 6) % 7
}

export interface IsoWeek {
  readonly year: number
  readonly week: number
  readonly weekday: number
}

export function isoWeekOf(date: CalendarDate): IsoWeek {
  const ordinal = ordinalOf(date.year, date.month, date.day)
  const weekday = weekdayOf(ordinal)
  // The week belongs to the year of its Thursday.
  const thursday = dateOfOrdinal(ordinal - weekday + 3)
  const first = ordinalOf(thursday.year, 1, 1)
  const week = Math.floor((ordinal - weekday + 3 - first) / 7) + 1
  return { year: thursday.year, week, weekday: weekday + 1 }
}
