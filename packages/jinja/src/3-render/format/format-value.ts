import { codePoints, countCodePoints } from '@btn/diagnostics'
import { overflowError, typeError, valueError } from '../errors.ts'
import { findInt, type Int } from '../operators/numbers.ts'
import { typeName } from '../type-name.ts'
import { Float } from '../values/float.ts'
import { findText, toText } from '../values/text.ts'
import { findHost } from '../values/host.ts'
import type { Value } from '../values/value.ts'
import { formatMagnitude } from './float.ts'
import { parseSpec, type FormatSpec } from './spec.ts'

/** Python's `format(value, spec)`. */
export function formatValue(value: Value, spec: string): string {
  const own = findHost(value)
  if (own?.format) return own.format(spec)
  if (spec === '') return toText(value)
  const text = findText(value)
  if (text !== undefined) return formatText(text, parseSpec(spec))
  const int = findInt(value)
  if (int !== undefined) return formatInt(int, parseSpec(spec))
  if (value instanceof Float) return formatFloatValue(value.value, parseSpec(spec))
  return typeError(`unsupported format string passed to ${typeName(value)}.__format__`)
}

function unknownType(spec: FormatSpec, type: string): never {
  return valueError(`Unknown format code '${spec.type}' for object of type '${type}'`)
}

function formatText(text: string, spec: FormatSpec): string {
  if (spec.type !== '' && spec.type !== 's') unknownType(spec, 'str')
  if (spec.grouping !== '') valueError(`Cannot specify '${spec.grouping}' with 's'.`)
  if (spec.isAlternate) valueError('Alternate form (#) not allowed in string format specifier')
  if (spec.allowsNegativeZero)
    valueError('Negative zero coercion (z) not allowed in string format specifier')
  if (spec.sign !== undefined) valueError('Sign not allowed in string format specifier')
  if (spec.align === '=') valueError("'=' alignment not allowed in string format specifier")
  const chars = codePoints(text)
  const shown = spec.precision === undefined ? text : chars.slice(0, spec.precision).join('')
  return pad('', shown, { ...spec, align: spec.align ?? '<' })
}

function checkIntSpec({ precision, type, grouping, allowsNegativeZero }: FormatSpec): void {
  if (allowsNegativeZero)
    valueError('Negative zero coercion (z) not allowed in format specifier with integer')
  if (precision !== undefined) valueError('Precision not allowed in integer format specifier')
  const isAllowed = type === '' || type === 'd' || (grouping === '_' && 'boxX'.includes(type))
  if (grouping !== '' && !isAllowed) valueError(`Cannot specify '${grouping}' with '${type}'.`)
}

const BASES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 }

function formatInt(value: Int, spec: FormatSpec): string {
  const { type } = spec
  if ('eEfFgG%'.includes(type) && type !== '') return formatFloatValue(Number(value), spec)
  checkIntSpec(spec)
  if (type === 'c') return formatCharacter(value, spec)
  const base = BASES[type]
  if (base === undefined && type !== '' && type !== 'd' && type !== 'n') unknownType(spec, 'int')
  const big = BigInt(value)
  let digits = (big < 0n ? -big : big).toString(base ?? 10)
  if (type === 'X') digits = digits.toUpperCase()
  const prefix = base !== undefined && spec.isAlternate ? `0${type}` : ''
  return pad(signOf(big < 0n, spec) + prefix, digits, spec, base === undefined ? 3 : 4)
}

function formatCharacter(value: Int, spec: FormatSpec): string {
  const code = Number(value)
  if (code < 0 || code > 0x10ffff) overflowError('%c arg not in range(0x110000)')
  return pad('', String.fromCodePoint(code), spec)
}

function formatFloatValue(value: number, spec: FormatSpec): string {
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) unknownType(spec, 'float')
  if (spec.type === 'n' && spec.grouping !== '')
    valueError(`Cannot specify '${spec.grouping}' with 'n'.`)
  const digits = formatMagnitude(value, spec)
  const isZero = spec.allowsNegativeZero && !/[1-9]/.test(digits.split(/e/i, 1)[0] ?? '')
  const isNegative = (value < 0 || Object.is(value, -0)) && !isZero
  return pad(signOf(isNegative, spec), digits, spec)
}

function signOf(isNegative: boolean, spec: FormatSpec): string {
  if (isNegative) return '-'
  return spec.sign === '+' || spec.sign === ' ' ? spec.sign : ''
}

/** Adds thousands separators, then fills up to the width. */
export function pad(sign: string, digits: string, spec: FormatSpec, groupSize = 3): string {
  const align = spec.align ?? '>'
  const isZeroFilled = align === '=' && spec.fill === '0' && spec.grouping !== ''
  const width = isZeroFilled ? spec.width - sign.length : 0
  const body = spec.grouping === '' ? digits : group(digits, spec.grouping, groupSize, width)
  const missing = Math.max(0, spec.width - countCodePoints(sign + body))
  const fill = (count: number): string => spec.fill.repeat(count)
  if (align === '<') return sign + body + fill(missing)
  if (align === '>') return fill(missing) + sign + body
  if (align === '=') return sign + fill(missing) + body
  const left = Math.floor(missing / 2)
  return fill(left) + sign + body + fill(missing - left)
}

function group(text: string, separator: string, size: number, width: number): string {
  const [, digits = '', rest = ''] = /^([0-9a-fA-F]*)([^]*)$/.exec(splitTail(text)) ?? []
  const tail = text.slice(digits.length) || rest
  let padded = digits
  while (grouped(padded, separator, size).length + tail.length < width) padded = `0${padded}`
  const shown = grouped(padded, separator, size)
  return shown.startsWith(separator) ? `0${shown}${tail}` : shown + tail
}

/** The digits in front of a point, an exponent or a percent sign. */
function splitTail(text: string): string {
  return text.split(/[.%]|e[+-]/, 1)[0] ?? ''
}

function grouped(digits: string, separator: string, size: number): string {
  const parts: string[] = []
  for (let end = digits.length; end > 0; end -= size) {
    parts.unshift(digits.slice(Math.max(0, end - size), end))
  }
  return parts.join(separator)
}
