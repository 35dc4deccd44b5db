import { fail, filterError, typeError } from '../errors.ts'
import { formatValue } from '../format/format-value.ts'
import { negate, operate } from '../operators/arithmetic.ts'
import { findInt, findNumber, type Int } from '../operators/numbers.ts'
import { parseFloatText, parseIntText, truncateFloat } from '../operators/parse-number.ts'
import { roundFloat } from '../format/float-digits.ts'
import { divideHalfEven } from '../format/float-digits.ts'
import { typeName } from '../type-name.ts'
import { Float } from '../values/float.ts'
import { findText } from '../values/text.ts'
import { Undefined } from '../values/undefined.ts'
import { findHost } from '../values/host.ts'
import type { Value } from '../values/value.ts'
import { toInt } from '../operators/numbers.ts'
import { indexOr, isSet } from './arguments.ts'
import { filter, type Arg, type FilterTable } from './define.ts'

/** The number that a value of the host is, as a Decimal; undefined for any other. */
export function findHostNumber(value: Value): number | undefined {
  return findHost(value)?.toNumber?.()
}

export function absolute(value: Value): Value {
  const int = findInt(value)
  if (int !== undefined) return int < 0 ? operate('-', 0, int) : int
  if (value instanceof Float) return new Float(Math.abs(value.value))
  const host = findHostNumber(value)
  if (host !== undefined) return host < 0 ? negate(value) : value
  return typeError(`bad operand type for abs(): '${typeName(value)}'`)
}

/** `int(value)`, or the default where Python cannot convert; "42.9" goes through float. */
function toInteger(value: Value, [otherwise, base]: readonly Arg[]): Value {
  if (value instanceof Undefined) return value.fail()
  const text = findText(value)
  const fallback = otherwise === undefined ? 0 : otherwise
  if (text !== undefined) {
    return parseIntText(text, indexOr(base, 10)) ?? wholeOf(parseFloatText(text)) ?? fallback
  }
  const number = value instanceof Float ? value.value : findHostNumber(value)
  if (number === Infinity || number === -Infinity) {
    return fail('value-too-large', {
      pythonType: 'OverflowError',
      problem: 'cannot convert float infinity to integer',
    })
  }
  return findInt(value) ?? wholeOf(number) ?? fallback
}

function wholeOf(value: number | undefined): Int | undefined {
  return value === undefined || !Number.isFinite(value) ? undefined : truncateFloat(value)
}

function toFloat(value: Value, [otherwise]: readonly Arg[]): Value {
  if (value instanceof Undefined) return value.fail()
  const text = findText(value)
  const number = text === undefined ? floatOf(value) : parseFloatText(text)
  if (number !== undefined) return new Float(number)
  return otherwise === undefined ? new Float(0) : otherwise
}

function floatOf(value: Value): number | undefined {
  const host = findHostNumber(value)
  if (host !== undefined) return host
  return findNumber(value)
}

function round(value: Value, [precision, method]: readonly Arg[]): Value {
  const how = method === undefined ? 'common' : findText(method)
  if (how !== 'common' && how !== 'ceil' && how !== 'floor') {
    return filterError('the method must be "common", "ceil" or "floor"')
  }
  if (how === 'common')
    return roundValue(value, precision === null ? undefined : indexOr(precision, 0))
  const scale = operate('**', 10, precision ?? 0)
  const scaled = operate('*', value, scale)
  const number = findInt(scaled) ?? floatOf(scaled)
  if (number === undefined) return typeError(`must be real number, not ${typeName(value)}`)
  const whole = typeof number === 'bigint' ? number : truncateFloat(Math[how](number))
  return operate('/', whole, scale)
}

/** Python's `round(value, digits)`; without digits the result is an int. */
function roundValue(value: Value, digits: number | undefined): Value {
  const int = findInt(value)
  if (int !== undefined) return digits === undefined || digits >= 0 ? int : roundInt(int, -digits)
  const number = floatOf(value)
  if (number === undefined) {
    return typeError(`type ${typeName(value)} doesn't define __round__ method`)
  }
  if (digits === undefined) return truncateFloat(roundFloat(number, 0))
  return new Float(roundFloat(number, digits))
}

function roundInt(int: Int, zeros: number): Int {
  const unit = 10n ** BigInt(Math.min(zeros, 10_000))
  const big = BigInt(int)
  const rounded = divideHalfEven(big < 0n ? -big : big, unit) * unit
  return toInt(big < 0n ? -rounded : rounded)
}

const DECIMAL_UNITS = ['kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB']

function fileSize(value: Value, [binary]: readonly Arg[]): Value {
  const text = findText(value)
  const bytes = text === undefined ? floatOf(value) : parseFloatText(text)
  if (value instanceof Undefined) return value.fail()
  if (bytes === undefined) {
    return text === undefined
      ? typeError(`float() argument must be a string or a real number, not '${typeName(value)}'`)
      : fail('invalid-value', { pythonType: 'ValueError', problem: `"${text}" is no number` })
  }
  const base = isSet(binary) ? 1024 : 1000
  if (bytes === 1) return '1 Byte'
  if (bytes < base) return `${truncateFloat(bytes)} Bytes`
  const power = Math.max(
    0,
    DECIMAL_UNITS.findIndex((_, index) => bytes < base ** (index + 2)),
  )
  const index = bytes >= base ** (DECIMAL_UNITS.length + 1) ? DECIMAL_UNITS.length - 1 : power
  const unit = DECIMAL_UNITS[index] ?? ''
  const name = isSet(binary) ? `${unit.slice(0, 1).toUpperCase()}iB` : unit
  return `${formatValue(new Float((base * bytes) / base ** (index + 2)), '.1f')} ${name}`
}

export const numberFilters: FilterTable = [
  filter('abs', [], (value) => absolute(value)),
  filter('filesizeformat', ['binary?'], fileSize),
  filter('float', ['default?'], toFloat),
  filter('int', ['default?', 'base?'], toInteger),
  filter('round', ['precision?', 'method?'], round),
]
