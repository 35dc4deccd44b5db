/** The kinds that dbt tries on a column, strongest first; a column that is none of them is text. */
export const kinds = ['number', 'date', 'datetime', 'iso', 'boolean'] as const

export type Kind = (typeof kinds)[number]

/** Whether dbt takes a value for no value at all, in every kind but text. */
export function isNullToken(value: string): boolean {
  const word = value.trim()
  return word === '' || (word.length === 4 && word.toLowerCase() === 'null')
}

/** Whether a value that is not null can be of a kind. */
export const isOfKind: Readonly<Record<Kind, (value: string) => boolean>> = {
  number: (value) => readNumber(value) !== undefined,
  date: (value) => isDate(datePattern.exec(value.trim())),
  datetime: (value) => isDate(datetimePattern.exec(value.trim())),
  iso: (value) => isIsoDatetime(value.trim()),
  boolean: (value) => /^(?:true|false)$/i.test(value.replaceAll(',', '').trim()),
}

/** A number in the parts that decide the type of its column. */
export interface NumberParts {
  /** Digits before and after the decimal point, without zeros that say nothing. */
  readonly wholePlaces: number
  readonly decimalPlaces: number
  /** Infinity or not a number. */
  readonly isSpecial: boolean
}

const plainInteger = /^-?[0-9]{1,9}$/
const currencies = '؋$ƒ៛¥₡₱£€¢﷼₪₩₭₮₦฿₤₫'
const currencyEdges = new RegExp(`^[${currencies}]+|[${currencies}]+$`, 'g')
const decimalPattern = /^[+-]?(?:(\p{Nd}+)(?:\.(\p{Nd}*))?|\.(\p{Nd}+))(?:e([+-]?\p{Nd}+))?$/iu
const specialPattern = /^[+-]?(?:inf|infinity|s?nan\p{Nd}*)$/iu
const PRECISION = 28

/** Reads a number as agate's `Number` does (1.9); undefined when it is none. */
export function readNumber(value: string): NumberParts | undefined {
  if (plainInteger.test(value)) {
    const wholePlaces = value.length - (value.startsWith('-') ? 1 : 0)
    return { wholePlaces, decimalPlaces: 0, isSpecial: false }
  }
  const trimmed = value.trim()
  let text = trimmed.replace(/^%+|%+$/g, '')
  if (text.startsWith('-')) text = text.slice(1)
  text = text.replace(currencyEdges, '').replaceAll(',', '').trim().replaceAll('_', '')
  if (specialPattern.test(text)) {
    return { wholePlaces: 0, decimalPlaces: 0, isSpecial: true }
  }
  const match = decimalPattern.exec(text)
  if (!match) return undefined
  const [, whole = '', fraction = '', bareFraction = '', exponent = '0'] = match
  return countPlaces(whole, fraction + bareFraction, Number(exponent))
}

/** As Python's `Decimal.normalize()` counts them, with 28 digits of precision. */
function countPlaces(whole: string, fraction: string, exponent: number) {
  const digits = (whole + fraction).replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return { wholePlaces: 1, decimalPlaces: 0, isSpecial: false }
  const excess = Math.max(0, significant.length - PRECISION)
  const zeros = digits.length - significant.length
  const places = fraction.length - exponent - zeros - excess
  return {
    wholePlaces: significant.length - excess - places,
    decimalPlaces: Math.max(0, places),
    isSpecial: false,
  }
}

const datePattern = /^([0-9]{4})-(1[0-2]|0[1-9]|[1-9])-(3[01]|[12][0-9]|0[1-9]|[1-9]| [1-9])$/
const datetimePattern =
  /^([0-9]{4})-(1[0-2]|0[1-9]|[1-9])-(3[01]|[12][0-9]|0[1-9]|[1-9]| [1-9])\s+(?:2[0-3]|[01][0-9]|[0-9]):(?:[0-5][0-9]|[0-9]):(?:[0-5][0-9]|[0-9])$/

function isDate(match: RegExpExecArray | null): boolean {
  return match !== null && isCalendarDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const zone = '(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?'
const fractionOf = '(?:[,.][0-9]+)?'
const hours = '(?:[01][0-9]|2[0-3])'
const isoTime = new RegExp(
  `^${hours}(?:${fractionOf}|:?[0-5][0-9]${fractionOf}|:[0-5][0-9]:[0-5][0-9]${fractionOf}|[0-5][0-9]{1}[0-5][0-9]${fractionOf})${zone}$`,
)

/** The forms that the module `isodate` reads: calendar, week, ordinal and shortened dates, then `T`, then a time. */
function isIsoDatetime(value: string): boolean {
  const parts = value.split('T')
  const [date, time] = parts
  if (parts.length !== 2 || date === undefined || time === undefined) return false
  return isoTime.test(time) && isIsoDate(date)
}

function isIsoDate(text: string): boolean {
  const calendar = /^([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|([0-9]{2})([0-9]{2}))$/.exec(text)
  if (calendar) {
    const [, year, month, day, compactMonth, compactDay] = calendar
    return isCalendarDate(Number(year), Number(month ?? compactMonth), Number(day ?? compactDay))
  }
  const week = /^([0-9]{4})-?W([0-9]{2})(?:-?([0-9]))?$/.exec(text)
  if (week) return Number(week[1]) > 0 && Number(week[2]) >= 1 && Number(week[2]) <= 53
  const ordinal = /^([0-9]{4})-?([0-9]{3})$/.exec(text)
  if (ordinal) return Number(ordinal[1]) > 0 && Number(ordinal[2]) >= 1
  const month = /^([0-9]{4})-?([0-9]{2})$/.exec(text)
  if (month) return isCalendarDate(Number(month[1]), Number(month[2]), 1)
  return /^(?!0000)[0-9]{4}$|^[0-9]{2}$/.test(text)
}

export { PRECISION as DECIMAL_PRECISION }
