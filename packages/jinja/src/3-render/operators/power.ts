import { divideHalfEven, fractionOf } from '../format/float-digits.ts'

/** Numbers of this file are integers that count parts of 2^-192. */
const BITS = 192n
const ONE = 1n << BITS
/** So many of the last bits are not sure. */
const UNSURE = 40n

/**
 * `left ** right` rounded from many more digits, as the C library rounds it in all but very few cases; JavaScript's own operator is one
 * digit off in one case of twenty. For a positive base and a result that is neither tiny nor huge; else the operator's.
 */
export function power(left: number, right: number): number {
  const value = left ** right
  if (left <= 0 || !Number.isFinite(right) || !(value > 1e-300 && value < 1e300)) return value
  const { numerator, shift } = fractionOf(right)
  const logarithm = (logarithmOf(left) * numerator) >> BigInt(shift)
  const twos = floorDivide(logarithm, LN2)
  const scale = Number(twos) - 52
  const mantissa = divideHalfEven(exponential(logarithm - twos * LN2), 1n << UNSURE)
  return Number(divideHalfEven(mantissa, 1n << (BITS - UNSURE - 52n))) * 2 ** scale
}

function logarithmOf(value: number): bigint {
  const { numerator, shift } = fractionOf(value)
  const twos = BigInt(numerator.toString(2).length - 1)
  return logarithmFromOneToTwo((numerator << BITS) >> twos) + (twos - BigInt(shift)) * LN2
}

/** By the series of the inverse hyperbolic tangent. */
function logarithmFromOneToTwo(value: bigint): bigint {
  const start = ((value - ONE) << BITS) / (value + ONE)
  const square = (start * start) >> BITS
  let sum = 0n
  for (let term = start, n = 1n; term > 0n; term = (term * square) >> BITS, n += 2n) sum += term / n
  return 2n * sum
}

const LN2 = logarithmFromOneToTwo(2n * ONE)

/** Of a small number that is not negative: by the series for a part of it, which is then squared. */
function exponential(value: bigint): bigint {
  const halvings = 8n
  const part = value >> halvings
  let sum = 0n
  for (let term = ONE, n = 1n; term > 0n; term = ((term * part) >> BITS) / n, n++) sum += term
  for (let time = 0n; time < halvings; time++) sum = (sum * sum) >> BITS
  return sum
}

function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right
  return quotient * right > left ? quotient - 1n : quotient
}
