import { overflowError, zeroDivision } from '../errors.ts'
import { Float } from '../values/float.ts'
import { powerOfFloats } from './floats.ts'
import { toInt, type Int } from './numbers.ts'

export function divideInts(left: Int, right: Int): Float {
  if (Number(right) === 0) return zeroDivision()
  const value = Number(left) / Number(right)
  if (Number.isNaN(value)) return new Float(divideLarge(BigInt(left), BigInt(right)))
  if (!Number.isFinite(value)) return overflowError('integer division result too large for a float')
  return new Float(value)
}

/** When both are too large for a JavaScript number: drop as many bits of both as needed. */
function divideLarge(left: bigint, right: bigint): number {
  const shift = BigInt(Math.max(0, right.toString(2).length - 1000))
  return Number(left >> shift) / Number(right >> shift)
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

export function powerOfInts(left: Int, right: Int): Int | Float {
  if (right < 0) return new Float(powerOfFloats(Number(left), Number(right)))
  const bits = BigInt(left).toString(2).length * Number(right)
  if (bits > MAX_BITS) return overflowError('this power is too large')
  return toInt(BigInt(left) ** BigInt(right))
}
