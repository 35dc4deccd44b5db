import { valueError, typeError, overflowError, fail } from '../errors.ts'
import { divideHalfEven } from '../format/float-digits.ts'
import { pad, signOf, formatFloatValue } from '../format/format-value.ts'
import { parseSpec } from '../format/spec.ts'
import { readArguments } from '../match-arguments.ts'
import { hostFunction } from '../host-function.ts'
import { findInt, toInt, type Int } from '../operators/numbers.ts'
import { Float } from './float.ts'
import { findText } from './text.ts'
import type { HostObject, Value } from './value.ts'

/** Significant digits of a result, as in Python's default context. */
const PRECISION = 28

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i

/** Python's Decimal: `coefficient * 10^exponent`. What databases give for NUMERIC. */
export class Decimal implements HostObject {
  readonly typeName = 'decimal.Decimal'
  readonly coefficient: bigint
  readonly exponent: number

  constructor(coefficient: bigint, exponent: number) {
    this.coefficient = coefficient
    this.exponent = exponent
  }

  /** `Decimal(text)`; undefined when the text is no number. */
  static parse(text: string): Decimal | undefined {
    const match = NUMBER.exec(text.trim().replaceAll('_', ''))
    if (!match) return undefined
    const [, sign, whole = '', fraction = '', exponent = '0'] = match
    if (whole + fraction === '') return undefined
    const digits = BigInt(whole + fraction)
    return new Decimal(sign === '-' ? -digits : digits, Number(exponent) - fraction.length)
  }

  toFloat(): number {
    return Number(`${this.coefficient}e${this.exponent}`)
  }

  toInteger(): Int {
    if (this.exponent >= 0) return toInt(this.coefficient * 10n ** BigInt(this.exponent))
    return toInt(this.coefficient / 10n ** BigInt(-this.exponent))
  }

  /** Python's `round`: an int without digits, else a Decimal. */
  round(digits: number | undefined): Value {
    if (digits === undefined) return toInt(rescale(this, 0).coefficient)
    return rescale(this, -digits)
  }

  toText(): string {
    const sign = this.coefficient < 0n ? '-' : ''
    const digits = absolute(this.coefficient).toString()
    const point = this.exponent + digits.length
    if (this.exponent > 0 || point <= -6) return sign + scientific(digits, point - 1)
    if (this.exponent === 0) return sign + digits
    if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
    return `${sign}0.${'0'.repeat(-point)}${digits}`
  }

  toRepr(): string {
    return `Decimal('${this.toText()}')`
  }

  isTruthy(): boolean {
    return this.coefficient !== 0n
  }

  equals(other: Value): boolean {
    return this.compare(other) === 0
  }

  compare(other: Value): number | undefined {
    if (other instanceof Float && !Number.isFinite(other.value)) return other.value > 0 ? -1 : 1
    const number = other instanceof Float ? fromFloat(other.value) : findDecimal(other)
    if (!number) return undefined
    const [left, right] = align(this, number)
    return left < right ? -1 : left > right ? 1 : 0
  }

  /** Equal numbers have equal keys, whatever their type. */
  hashKey(): unknown {
    const value = strip(this)
    if (value.exponent >= 0) return value.toInteger()
    const float = value.toFloat()
    return this.equals(new Float(float)) ? float : `\0d${value.toText()}`
  }

  negate(): Value {
    return roundTo(new Decimal(-this.coefficient, this.exponent))
  }

  operate(operator: string, other: Value, isReflected: boolean): Value | undefined {
    const number = findDecimal(other)
    if (!number) return undefined
    return isReflected ? calculate(operator, number, this) : calculate(operator, this, number)
  }

  format(spec: string): string {
    if (spec === '') return this.toText()
    const parsed = parseSpec(spec)
    if (!'fF%'.includes(parsed.type) || parsed.type === '') {
      if (parsed.type === '' && parsed.precision === undefined) {
        const bare = new Decimal(absolute(this.coefficient), this.exponent).toText()
        return pad(signOf(this.coefficient < 0n, parsed), bare, parsed)
      }
      return formatFloatValue(this.toFloat(), { ...parsed, type: parsed.type || 'g' })
    }
    const scaled = parsed.type === '%' ? new Decimal(this.coefficient, this.exponent + 2) : this
    const digits = parsed.precision ?? Math.max(0, -scaled.exponent)
    const shown = rescale(new Decimal(absolute(scaled.coefficient), scaled.exponent), -digits)
    const suffix = parsed.type === '%' ? '%' : ''
    return pad(signOf(this.coefficient < 0n, parsed), shown.toText() + suffix, parsed)
  }

  getAttribute(name: string): Value | undefined {
    switch (name) {
      case 'is_nan':
      case 'is_infinite':
        return hostFunction(name, () => false)
      case 'is_finite':
        return hostFunction(name, () => true)
      case 'is_signed':
        return hostFunction(name, () => this.coefficient < 0n)
      case 'is_zero':
        return hostFunction(name, () => this.coefficient === 0n)
      case 'normalize':
        return hostFunction(name, () => strip(this))
      case 'to_integral_value':
        return hostFunction(name, () => (this.exponent >= 0 ? this : rescale(this, 0)))
      case 'quantize':
        return hostFunction(name, (args) => {
          const [unit] = readArguments(args, name, ['exp', 'rounding?', 'context?'])
          const number = findDecimal(unit ?? null)
          return number ? rescale(this, number.exponent) : typeError('a Decimal is expected')
        })
      default:
        return undefined
    }
  }
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}

function scientific(digits: string, exponent: number): string {
  const point = digits.length > 1 ? `${digits.slice(0, 1)}.${digits.slice(1)}` : digits
  return `${point}E${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`
}

/** The Decimal that an int or a Decimal is; undefined for floats, which Python does not mix with them. */
function findDecimal(value: Value): Decimal | undefined {
  if (value instanceof Decimal) return value
  const int = findInt(value)
  return int === undefined ? undefined : new Decimal(BigInt(int), 0)
}

/** The exact value of a float. */
function fromFloat(value: number): Decimal {
  let scaled = value
  let shift = 0
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    shift++
  }
  // 1 / 2^n is 5^n / 10^n.
  return new Decimal(BigInt(scaled) * 5n ** BigInt(shift), -shift)
}

const MAX_SHIFT = 100_000

function power10(exponent: number): bigint {
  if (exponent > MAX_SHIFT) overflowError('these numbers are too far apart', 'Overflow')
  return 10n ** BigInt(exponent)
}

/** Both coefficients at the smaller exponent. */
function align(left: Decimal, right: Decimal): [bigint, bigint, number] {
  const exponent = Math.min(left.exponent, right.exponent)
  const first = left.coefficient * power10(left.exponent - exponent)
  return [first, right.coefficient * power10(right.exponent - exponent), exponent]
}

function roundedShift(value: bigint, digits: number): bigint {
  const rounded = divideHalfEven(absolute(value), power10(digits))
  return value < 0n ? -rounded : rounded
}

function rescale(value: Decimal, exponent: number): Decimal {
  const digits = exponent - value.exponent
  if (digits <= 0) return new Decimal(value.coefficient * power10(-digits), exponent)
  return new Decimal(roundedShift(value.coefficient, digits), exponent)
}

/** At most as many digits as the context has. */
function roundTo(value: Decimal): Decimal {
  const extra = absolute(value.coefficient).toString().length - PRECISION
  return extra > 0 ? rescale(value, value.exponent + extra) : value
}

function strip(value: Decimal): Decimal {
  if (value.coefficient === 0n) return new Decimal(0n, 0)
  let { coefficient, exponent } = value
  while (coefficient % 10n === 0n) {
    coefficient /= 10n
    exponent++
  }
  return new Decimal(coefficient, exponent)
}

function calculate(operator: string, left: Decimal, right: Decimal): Value | undefined {
  const [first, second, exponent] = align(left, right)
  switch (operator) {
    case '+':
      return roundTo(new Decimal(first + second, exponent))
    case '-':
      return roundTo(new Decimal(first - second, exponent))
    case '*':
      return roundTo(new Decimal(left.coefficient * right.coefficient, left.exponent + right.exponent))
    case '/':
      return divide(left, right)
    case '//':
      refuseZero(second)
      return new Decimal(first / second, 0)
    case '%':
      refuseZero(second)
      return roundTo(new Decimal(first % second, exponent))
    case '**':
      return power(left, right)
    default:
      return undefined
  }
}

function refuseZero(value: bigint): void {
  if (value === 0n) fail('division-by-zero', { pythonType: 'DivisionByZero' })
}

/** Exact when it can be, with as few zeros as the operands allow; else rounded. */
function divide(left: Decimal, right: Decimal): Decimal {
  refuseZero(right.coefficient)
  const ideal = left.exponent - right.exponent
  if (left.coefficient === 0n) return new Decimal(0n, ideal)
  const sizes = right.coefficient.toString().length - left.coefficient.toString().length
  const shift = Math.max(0, sizes + PRECISION + 2)
  const isNegative = left.coefficient < 0n !== right.coefficient < 0n
  const numerator = absolute(left.coefficient) * power10(shift)
  const divisor = absolute(right.coefficient)
  let quotient = numerator / divisor
  let exponent = ideal - shift
  if (numerator % divisor !== 0n) {
    // A digit that says "a little more", so that no half is rounded down.
    if (quotient % 5n === 0n) quotient += 1n
  } else {
    while (exponent < ideal && quotient % 10n === 0n) {
      quotient /= 10n
      exponent++
    }
  }
  return roundTo(new Decimal(isNegative ? -quotient : quotient, exponent))
}

function power(left: Decimal, right: Decimal): Decimal {
  if (right.exponent < 0 && strip(right).exponent < 0) {
    return valueError('a Decimal can be raised to whole powers only')
  }
  const times = Number(right.toInteger())
  if (Math.abs(times) > 10_000) overflowError('this power is too large', 'Overflow')
  let result = new Decimal(1n, 0)
  for (let count = 0; count < Math.abs(times); count++) {
    result = new Decimal(result.coefficient * left.coefficient, result.exponent + left.exponent)
  }
  return times < 0 ? divide(new Decimal(1n, 0), result) : roundTo(result)
}

/** A Decimal from its text, as a database writes it. */
export function decimalFrom(text: string): Decimal {
  const value = Decimal.parse(text)
  if (!value) throw new Error(`"${text}" is no decimal number`)
  return value
}

/** `Decimal(value)` of a text, an int, a float or a Decimal. */
export function toDecimal(value: Value): Decimal {
  const text = findText(value)
  if (text !== undefined) {
    return Decimal.parse(text) ?? valueError(`"${text}" is no decimal number`)
  }
  if (value instanceof Float && Number.isFinite(value.value)) return fromFloat(value.value)
  return findDecimal(value) ?? typeError('a number or text is expected')
}
