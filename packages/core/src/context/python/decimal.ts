import { Float, raise, type HostObject, type Value } from '@btn/jinja'

/** Significant digits of a quotient: Python's default context. */
const PRECISION = 28

/** Python's `Decimal`: exact, and it keeps its trailing zeros. The value is `digits · 10^-scale`. */
export class Decimal implements HostObject {
  readonly typeName = 'decimal.Decimal'
  readonly digits: bigint
  readonly scale: number

  constructor(digits: bigint, scale: number) {
    this.digits = digits
    this.scale = scale
  }

  /** Reads `-12.50` or `1e-7`. */
  static parse(text: string): Decimal | undefined {
    const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text.trim())
    if (!match) return undefined
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
    if (whole === '' && fraction === '') return undefined
    const digits = BigInt(`${whole}${fraction}`)
    return new Decimal(sign === '-' ? -digits : digits, fraction.length - Number(exponent))
  }

  toNumber(): number {
    return Number(this.toText())
  }

  toText(): string {
    const sign = this.digits < 0n ? '-' : ''
    const digits = (this.digits < 0n ? -this.digits : this.digits).toString()
    if (this.scale === 0) return sign + digits
    const power = digits.length - 1 - this.scale
    if (this.scale < 0 || power < -6) {
      const fraction = digits.length > 1 ? `.${digits.slice(1)}` : ''
      return `${sign}${digits.slice(0, 1)}${fraction}E${power < 0 ? '' : '+'}${power}`
    }
    const padded = digits.padStart(this.scale + 1, '0')
    return `${sign}${padded.slice(0, -this.scale)}.${padded.slice(-this.scale)}`
  }

  toRepr(): string {
    return `Decimal('${this.toText()}')`
  }

  isTruthy(): boolean {
    return this.digits !== 0n
  }

  hashKey(): unknown {
    const number = this.toNumber()
    return Number.isInteger(number) ? number : `decimal:${this.toText().replace(/0+$/, '')}`
  }

  equals(other: Value): boolean {
    return this.compare(other) === 0
  }

  compare(other: Value): number | undefined {
    if (other instanceof Float) return this.toNumber() - other.value
    const right = asDecimal(other)
    if (!right) return undefined
    const [a, b] = aligned(this, right)
    return a < b ? -1 : a > b ? 1 : 0
  }

  /** The next multiple of a power of ten, as short as it can be written. */
  roundedTo(exponent: number, towards: 'floor' | 'ceiling'): Decimal {
    const unit = 10n ** BigInt(Math.max(0, this.scale + exponent))
    const rest = ((this.digits % unit) + unit) % unit
    const down = this.digits - rest
    return normalized(
      towards === 'floor' || rest === 0n ? down : down + unit,
      this.scale,
    ).shortened()
  }

  /** Without zeros at the end. */
  shortened(): Decimal {
    let { digits, scale } = this
    for (; scale > 0 && digits % 10n === 0n; scale--) digits /= 10n
    return new Decimal(digits, scale)
  }

  negate(): Value {
    return new Decimal(-this.digits, this.scale)
  }

  operate(operator: string, other: Value, isReflected: boolean): Value | undefined {
    const right = asDecimal(other)
    if (!right) return undefined
    return isReflected ? calculate(operator, right, this) : calculate(operator, this, right)
  }
}

/** Scales are never negative here: `1e3` is `1000`. */
function normalized(digits: bigint, scale: number): Decimal {
  return scale >= 0 ? new Decimal(digits, scale) : new Decimal(digits * 10n ** BigInt(-scale), 0)
}

/** An exact number as a Decimal; undefined for floats, and for what is no number. */
export function asDecimal(value: Value): Decimal | undefined {
  if (value instanceof Decimal) return value
  if (typeof value === 'number') return new Decimal(BigInt(value), 0)
  if (typeof value === 'bigint') return new Decimal(value, 0)
  if (typeof value === 'boolean') return new Decimal(value ? 1n : 0n, 0)
  return undefined
}

function aligned(left: Decimal, right: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(left.scale, right.scale)
  const lift = (value: Decimal) => value.digits * 10n ** BigInt(scale - value.scale)
  return [lift(left), lift(right), scale]
}

function calculate(operator: string, left: Decimal, right: Decimal): Value | undefined {
  const [a, b, scale] = aligned(left, right)
  switch (operator) {
    case '+':
      return new Decimal(a + b, scale)
    case '-':
      return new Decimal(a - b, scale)
    case '*':
      return new Decimal(left.digits * right.digits, left.scale + right.scale)
    case '/':
      return divide(left, right)
    case '//':
      return new Decimal(nonZero(b) && a / b, 0)
    case '%':
      return new Decimal(nonZero(b) && a % b, scale)
    case '**':
      return power(left, right)
    default:
      return undefined
  }
}

function nonZero(value: bigint): bigint {
  return value === 0n ? raise('ZeroDivisionError', 'division by zero') : value
}

function divide(left: Decimal, right: Decimal): Decimal {
  const divisor = nonZero(right.digits)
  const lift = Math.max(0, PRECISION - digitCount(left.digits) + digitCount(divisor))
  let digits = roundedQuotient(left.digits * 10n ** BigInt(lift), divisor)
  let scale = left.scale - right.scale + lift
  if (digitCount(digits) > PRECISION) {
    digits = roundedQuotient(digits, 10n)
    scale--
  }
  // An exact quotient is as short as Python makes it.
  while (scale > Math.max(0, left.scale - right.scale) && digits % 10n === 0n) {
    digits /= 10n
    scale--
  }
  return normalized(digits, scale)
}

function digitCount(digits: bigint): number {
  return (digits < 0n ? -digits : digits).toString().length
}

function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor
  const rest = dividend % divisor
  const isHalf = (rest < 0n ? -rest : rest) * 2n >= (divisor < 0n ? -divisor : divisor)
  return isHalf ? quotient + (dividend < 0n === divisor < 0n ? 1n : -1n) : quotient
}

function power(base: Decimal, exponent: Decimal): Decimal | undefined {
  if (exponent.scale !== 0 || exponent.digits < 0n) return undefined
  return new Decimal(base.digits ** exponent.digits, base.scale * Number(exponent.digits))
}

/** Decimals that are no numbers: `NaN`, `Infinity`, `-Infinity`. */
export class DecimalLimit implements HostObject {
  readonly typeName = 'decimal.Decimal'
  readonly #value: number

  constructor(value: number) {
    this.#value = value
  }

  toNumber(): number {
    return this.#value
  }

  toText(): string {
    return String(this.#value)
  }

  toRepr(): string {
    return `Decimal('${this.toText()}')`
  }

  hashKey(): unknown {
    return this.#value
  }

  equals(other: Value): boolean {
    return other instanceof DecimalLimit && other.toNumber() === this.#value
  }

  compare(other: Value): number | undefined {
    const right = other instanceof DecimalLimit ? other.toNumber() : asDecimal(other)?.toNumber()
    if (right === undefined || Number.isNaN(right) || Number.isNaN(this.#value)) return undefined
    return this.#value < right ? -1 : this.#value > right ? 1 : 0
  }
}

/** A number of a query's result. */
export function decimalFrom(text: string): Value {
  return Decimal.parse(text) ?? text
}
