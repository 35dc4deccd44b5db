/** A finite number as an exact fraction: numerator / 2^shift. */
export function fractionOf(value: number): { numerator: bigint; shift: number } {
  let shift = 0
  let scaled = value
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    shift++
  }
  return { numerator: BigInt(scaled), shift }
}

/** `numerator / denominator` as an integer, halves to the even one. Both are not negative. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  const twice = (numerator % denominator) * 2n
  if (twice < denominator) return quotient
  return twice > denominator || quotient % 2n === 1n ? quotient + 1n : quotient
}

/** The digits of `|value| * 10^digits`, rounded; `digits` may be negative. */
function scaledDigits(value: number, digits: number): bigint {
  const { numerator, shift } = fractionOf(Math.abs(value))
  const denominator = 2n ** BigInt(shift)
  if (digits >= 0) return divideHalfEven(numerator * 10n ** BigInt(digits), denominator)
  return divideHalfEven(numerator, denominator * 10n ** BigInt(-digits))
}

/** `%.<digits>f` of the absolute value. */
export function toFixedDigits(value: number, digits: number): string {
  const text = scaledDigits(value, digits)
    .toString()
    .padStart(digits + 1, '0')
  const point = text.length - digits
  return digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`
}

export interface Scientific {
  /** As many digits as were asked for; the point stands behind the first. */
  readonly digits: string
  readonly exponent: number
}

/** The absolute value with so many significant digits. */
export function toScientific(value: number, significant: number): Scientific {
  if (value === 0) return { digits: '0'.repeat(significant), exponent: 0 }
  const estimate = Number(Math.abs(value).toExponential().split('e')[1])
  const digits = scaledDigits(value, significant - 1 - estimate).toString()
  if (digits.length === significant) return { digits, exponent: estimate }
  return { digits: digits.slice(0, significant), exponent: estimate + 1 }
}

/** Python's `round(value, digits)`: halves of the exact value to the even digit. */
export function roundFloat(value: number, digits: number): number {
  if (!Number.isFinite(value) || digits > 323) return value
  if (digits < -310) return 0 * value
  const text = scaledDigits(value, digits).toString()
  const size = Number(`${text}e${-digits}`)
  return value < 0 || Object.is(value, -0) ? -size : size
}
