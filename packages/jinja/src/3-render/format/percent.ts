import { findOwnItem } from '../attributes.ts'
import { keyError, overflowError, typeError, valueError } from '../errors.ts'
import { findInt, findNumber, intOf } from '../operators/numbers.ts'
import { typeName } from '../type-name.ts'
import { Dict } from '../values/dict.ts'
import { Float } from '../values/float.ts'
import { escapeHtml, Markup } from '../values/markup.ts'
import { findHost } from '../values/host.ts'
import { findText, plain, toRepr, toText } from '../values/text.ts'
import { Tuple } from '../values/tuple.ts'
import { Undefined } from '../values/undefined.ts'
import type { TextValue, Value } from '../values/value.ts'
import { formatMagnitude } from './float.ts'
import { toAscii } from './format-method.ts'

const FIELD = /%(?:\(((?:[^()]|\([^()]*\))*)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d*))?[hlL]?([^])?/g

interface Style {
  readonly flags: string
  readonly width: number
  readonly precision: number | undefined
}

/** `text % values`, as printf. */
export function formatPercent(text: TextValue | Markup, values: Value): Value {
  const isMarkup = text instanceof Markup
  const result = new Percent(values, isMarkup).format(plain(text))
  return isMarkup ? new Markup(result) : result
}

class Percent {
  readonly #values: Value
  readonly #isMarkup: boolean
  readonly #items: readonly Value[]
  #used = 0
  #usesNames = false

  constructor(values: Value, isMarkup: boolean) {
    this.#values = values
    this.#isMarkup = isMarkup
    this.#items = values instanceof Tuple ? values.items : [values]
  }

  format(text: string): string {
    const result = text.replace(
      FIELD,
      (all, name?: string, flags = '', width?: string, precision?: string, type?: string) => {
        if (type === undefined) return valueError('incomplete format')
        if (all === '%%') return '%'
        const value = name === undefined ? undefined : this.#byName(name)
        const style = this.#style(flags, width, precision)
        return this.#convert(value === undefined ? this.#next() : value, type, style, all)
      },
    )
    this.#checkAllUsed()
    return result
  }

  #byName(name: string): Value {
    if (!(this.#values instanceof Dict)) return typeError('format requires a mapping')
    this.#usesNames = true
    const value = findOwnItem(this.#values, name)
    return value === undefined ? keyError(toRepr(name)) : value
  }

  #next(): Value {
    const value = this.#items[this.#used++]
    return value === undefined ? typeError('not enough arguments for format string') : value
  }

  #checkAllUsed(): void {
    const mayBeUnused =
      this.#usesNames || this.#values instanceof Dict || Array.isArray(this.#values)
    if (this.#used >= this.#items.length) return
    if (mayBeUnused && !(this.#values instanceof Tuple)) return
    typeError('not all arguments converted during string formatting')
  }

  #style(flags: string, width: string | undefined, precision: string | undefined): Style {
    const size = width === '*' ? this.#star() : Number(width ?? 0)
    const digits =
      precision === '*' ? this.#star() : precision === undefined ? undefined : Number(precision)
    if (Math.abs(size) > 50_000_000 || (digits ?? 0) > 100_000)
      overflowError('width or precision too big')
    const all = size < 0 ? `${flags}-` : flags
    return { flags: all, width: Math.abs(size), precision: digits }
  }

  #star(): number {
    return Number(findInt(this.#next()) ?? typeError('* wants int'))
  }

  #convert(value: Value, type: string, style: Style, all: string): string {
    if (value instanceof Undefined && 'diueEfFgG'.includes(type)) return value.fail()
    switch (type) {
      case '%':
        return '%'
      case 's':
        return padText(this.#text(value), style)
      case 'r':
        return padText(this.#escape(toRepr(value)), style)
      case 'a':
        return padText(toAscii(toRepr(value)), style)
      case 'c':
        return padText(toCharacter(value), { ...style, precision: undefined })
      case 'd':
      case 'i':
      case 'u':
        return padNumber(decimal(value, type), style)
      case 'o':
      case 'x':
      case 'X':
        return padNumber(inBase(value, type, style), style)
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return padNumber(float(value, type, style), { ...style, precision: undefined })
      default: {
        const code = type.charCodeAt(0).toString(16)
        return valueError(`unsupported format character '${type}' (0x${code}) in '${all}'`)
      }
    }
  }

  #text(value: Value): string {
    return value instanceof Markup ? value.text : this.#escape(toText(value))
  }

  #escape(text: string): string {
    return this.#isMarkup ? escapeHtml(text) : text
  }
}

interface Digits {
  readonly isNegative: boolean
  readonly prefix: string
  readonly digits: string
}

function padText(text: string, { flags, width, precision }: Style): string {
  const shown = precision === undefined ? text : Array.from(text).slice(0, precision).join('')
  const missing = ' '.repeat(Math.max(0, width - Array.from(shown).length))
  return flags.includes('-') ? shown + missing : missing + shown
}

function padNumber(
  { isNegative, prefix, digits }: Digits,
  { flags, width, precision }: Style,
): string {
  const sign = isNegative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
  const full = precision === undefined ? digits : digits.padStart(precision, '0')
  const size = width - sign.length - prefix.length
  if (flags.includes('-')) return (sign + prefix + full).padEnd(width)
  if (flags.includes('0')) return sign + prefix + full.padStart(size, '0')
  return (sign + prefix + full).padStart(width)
}

function decimal(value: Value, type: string): Digits {
  const number = value instanceof Float ? value.value : findHost(value)?.toNumber?.()
  const int = number === undefined ? findInt(value) : truncate(number)
  if (int === undefined) {
    return typeError(`%${type} format: a real number is required, not ${typeName(value)}`)
  }
  const big = BigInt(int)
  return { isNegative: big < 0n, prefix: '', digits: (big < 0n ? -big : big).toString() }
}

function truncate(value: number): number | bigint {
  if (Number.isNaN(value)) return valueError('cannot convert float NaN to integer')
  if (!Number.isFinite(value)) return overflowError('cannot convert float infinity to integer')
  return intOf(Math.trunc(value))
}

function inBase(value: Value, type: 'o' | 'x' | 'X', style: Style): Digits {
  const int = findInt(value)
  if (int === undefined) {
    return typeError(`%${type} format: an integer is required, not ${typeName(value)}`)
  }
  const big = BigInt(int)
  const digits = (big < 0n ? -big : big).toString(type === 'o' ? 8 : 16)
  const prefix = style.flags.includes('#') ? `0${type}` : ''
  return { isNegative: big < 0n, prefix, digits: type === 'X' ? digits.toUpperCase() : digits }
}

function float(value: Value, type: string, style: Style): Digits {
  const number = findNumber(value) ?? findHost(value)?.toNumber?.()
  if (number === undefined) return typeError(`must be real number, not ${typeName(value)}`)
  const isAlternate = style.flags.includes('#')
  const digits = formatMagnitude(number, { type, precision: style.precision ?? 6, isAlternate })
  return { isNegative: number < 0 || Object.is(number, -0), prefix: '', digits }
}

function toCharacter(value: Value): string {
  const text = findText(value)
  if (text !== undefined && Array.from(text).length === 1) return text
  const code = findInt(value)
  if (code === undefined) return typeError('%c requires int or char')
  if (code < 0 || code > 0x10ffff) return overflowError('%c arg not in range(0x110000)')
  return String.fromCodePoint(Number(code))
}
