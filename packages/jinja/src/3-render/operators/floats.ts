import { fail, overflowError, valueError, zeroDivision } from '../errors.ts'
import { power } from './power.ts'

export function floorDivideFloats(left: number, right: number): number {
  if (right === 0) zeroDivision()
  const rest = moduloFloats(left, right)
  const quotient = (left - rest) / right
  if (Number.isNaN(quotient))
    return Number.isFinite(right) ? quotient : infiniteQuotient(left, right)
  if (quotient === 0) return Object.is(left / right, -0) ? -0 : 0
  const floor = Math.floor(quotient)
  return quotient - floor > 0.5 ? floor + 1 : floor
}

function infiniteQuotient(left: number, right: number): number {
  if (!Number.isFinite(left) || left === 0) return left / right
  return left < 0 === right < 0 ? 0 : -1
}

/** The remainder has the sign of the divisor. */
export function moduloFloats(left: number, right: number): number {
  if (right === 0) zeroDivision()
  const rest = left % right
  if (Number.isNaN(rest)) return rest
  if (rest === 0) return right < 0 ? -0 : 0
  return rest < 0 !== right < 0 ? rest + right : rest
}

export function powerOfFloats(left: number, right: number): number {
  if (left === 0 && right < 0) {
    return fail('division-by-zero', { pythonType: 'ZeroDivisionError' })
  }
  if (left < 0 && !Number.isInteger(right) && Number.isFinite(right)) {
    return valueError('a fractional power of a negative number is complex')
  }
  // Python differs from JavaScript here: 1 to any power is 1.
  if (left === 1) return 1
  const value = power(left, right)
  if (!Number.isFinite(value) && Number.isFinite(left) && Number.isFinite(right)) {
    return overflowError('this power is too large for a float')
  }
  return value
}
