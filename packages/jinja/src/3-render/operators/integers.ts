import { overflowError, zeroDivision } from '../errors.ts'
import { Float } from '../values/float.ts'
import { powerOfFloats } from './floats.ts'
import { toInt, type Int } from './numbers.ts'

export function divideInts(left: Int, right: Int): Float {
  if (Number(right) === 0) return zeroDivision()
  if (typeof left === 'number' && typeof right === 'number') return new Float(left / right)
  return new Float(divideExactly(BigInt(left), BigInt(right)))
}

/** The float next to a fraction of any two ints, rounded once. */
function divideExactly(left: bigint, right: bigint): number {
  const isNegative = left < 0n !== right < 0n
  const numerator = left < 0n ? -left : left
  const divisor = right < 0n ? -right : right
  // 66 bits of quotient are more than a float holds; the rest only has to say whether there is one.
  const shift = 66 - (numerator.toString(2).length - divisor.toString(2).length)
  const scaled = shift >= 0 ? numerator << BigInt(shift) : numerator
  const unit = shift >= 0 ? divisor : divisor << BigInt(-shift)
  const quotient = scaled / unit
  const sticky = scaled % unit === 0n ? 0n : 1n
  const value = scalePower2(Number((quotient << 1n) | sticky), -shift - 1)
  if (!Number.isFinite(value)) return overflowError('integer division result too large for a float')
  return isNegative ? -value : value
}

/** `value * 2^exponent`, in steps that stay within the range of floats. */
function scalePower2(value: number, exponent: number): number {
  let result = value
  let left = exponent
  while (left > 1000) {
    result *= 2 ** 1000
    left -= 1000
  }
  while (left < -1000) {
    result *= 2 ** -1000
    left += 1000
  }
  return result * 2 ** left
}

export function floorDivideInts(left: Int, right: Int): Int {
  if (Number(right) === 0) return zeroDivision()
  if (typeof left === 'number' && typeof right === 'number') {
    return (left - signedModulo(left, right)) / right + 0
  }
  const rest = BigInt(moduloInts(left, right))
  return toInt((BigInt(left) - rest) / BigInt(right))
}

export function moduloInts(left: Int, right: Int): Int {
  if (Number(right) === 0) return zeroDivision()
  if (typeof left === 'number' && typeof right === 'number') return signedModulo(left, right)
  const divisor = BigInt(right)
  const rest = BigInt(left) % divisor
  return toInt(rest !== 0n && rest < 0n !== divisor < 0n ? rest + divisor : rest)
}

/** The remainder has the sign of the divisor. */
function signedModulo(left: number, right: number): number {
  const rest = left % right
  return rest !== 0 && rest < 0 !== right < 0 ? rest + right : rest + 0
}

const MAX_BITS = 4_000_000

/** Exact up to the one division, which JavaScript's own power is not. */
function inversePower(left: Int, right: Int): Float {
  if (Number(left) === 0) return zeroDivision()
  const bits = BigInt(left).toString(2).length * -Number(right)
  if (bits > 5000) return new Float(powerOfFloats(Number(left), Number(right)))
  return divideInts(1, toInt(BigInt(left) ** -BigInt(right)))
}

export function powerOfInts(left: Int, right: Int): Int | Float {
  if (right < 0) return inversePower(left, right)
  const bits = BigInt(left).toString(2).length * Number(right)
  if (bits > MAX_BITS) return overflowError('this power is too large')
  return toInt(BigInt(left) ** BigInt(right))
}
