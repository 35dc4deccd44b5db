import { overflowError, zeroDivision } from '../errors.ts'
import { divideHalfEven } from '../format/float-digits.ts'
import { findInt, toInt } from '../operators/numbers.ts'
import { Float } from '../values/float.ts'
import type { HostObject, Value } from '../values/value.ts'
import { findMember, type Members } from './members.ts'

export const MICROS_PER_SECOND = 1_000_000n
export const MICROS_PER_DAY = 86_400n * MICROS_PER_SECOND
const MAX_DAYS = 999_999_999n

/** Python's timedelta, in microseconds. */
export class TimeDelta implements HostObject {
  readonly typeName = 'datetime.timedelta'
  readonly micros: bigint

  constructor(micros: bigint) {
    if (floorDiv(micros, MICROS_PER_DAY) > MAX_DAYS || micros < -MAX_DAYS * MICROS_PER_DAY) {
      overflowError('a time span of more than 999999999 days')
    }
    this.micros = micros
  }

  get days(): number {
    return Number(floorDiv(this.micros, MICROS_PER_DAY))
  }

  get seconds(): number {
    return Number((this.micros - BigInt(this.days) * MICROS_PER_DAY) / MICROS_PER_SECOND)
  }

  get microseconds(): number {
    return Number(this.micros - floorDiv(this.micros, MICROS_PER_SECOND) * MICROS_PER_SECOND)
  }

  toText(): string {
    const { days, seconds } = this
    const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
    const fraction = this.microseconds === 0 ? '' : `.${String(this.microseconds).padStart(6, '0')}`
    const day = days === 0 ? '' : `${days} day${Math.abs(days) === 1 ? '' : 's'}, `
    return day + clock + fraction
  }

  toRepr(): string {
    const parts = [
      this.days !== 0 && `days=${this.days}`,
      this.seconds !== 0 && `seconds=${this.seconds}`,
      this.microseconds !== 0 && `microseconds=${this.microseconds}`,
    ].filter((it) => it !== false)
    return `datetime.timedelta(${parts.length === 0 ? '0' : parts.join(', ')})`
  }

  isTruthy(): boolean {
    return this.micros !== 0n
  }

  equals(other: Value): boolean {
    return other instanceof TimeDelta && other.micros === this.micros
  }

  compare(other: Value): number | undefined {
    return other instanceof TimeDelta ? Number(this.micros - other.micros) : undefined
  }

  hashKey(): unknown {
    return `\0delta${this.micros}`
  }

  negate(): Value {
    return new TimeDelta(-this.micros)
  }

  operate(operator: string, other: Value, isReflected: boolean): Value | undefined {
    if (other instanceof TimeDelta) return isReflected ? undefined : this.#withDelta(operator, other)
    if (operator === '*') return this.#times(other)
    return isReflected ? undefined : this.#divided(operator, other)
  }

  #withDelta(operator: string, { micros }: TimeDelta): Value | undefined {
    if (operator === '+') return new TimeDelta(this.micros + micros)
    if (operator === '-') return new TimeDelta(this.micros - micros)
    if (operator !== '/' && operator !== '//' && operator !== '%') return undefined
    if (micros === 0n) return zeroDivision()
    if (operator === '/') return new Float(Number(this.micros) / Number(micros))
    const quotient = floorDiv(this.micros, micros)
    return operator === '//' ? toInt(quotient) : new TimeDelta(this.micros - quotient * micros)
  }

  #times(other: Value): Value | undefined {
    const int = findInt(other)
    if (int !== undefined) return new TimeDelta(this.micros * BigInt(int))
    if (!(other instanceof Float)) return undefined
    return new TimeDelta(BigInt(Math.round(Number(this.micros) * other.value)))
  }

  #divided(operator: string, other: Value): Value | undefined {
    const int = findInt(other)
    const number = int ?? (other instanceof Float ? other.value : undefined)
    if (number === undefined || (operator !== '/' && operator !== '//')) return undefined
    if (Number(number) === 0) return zeroDivision()
    if (int === undefined) {
      return operator === '/' ? new TimeDelta(BigInt(Math.round(Number(this.micros) / Number(number)))) : undefined
    }
    const divisor = BigInt(int)
    if (operator === '//') return new TimeDelta(floorDiv(this.micros, divisor))
    const isNegative = this.micros < 0n !== divisor < 0n
    const size = divideHalfEven(abs(this.micros), abs(divisor))
    return new TimeDelta(isNegative ? -size : size)
  }

  getAttribute(name: string): Value | undefined {
    if (name === 'days' || name === 'seconds' || name === 'microseconds') return this[name]
    return findMember(members, this, name)
  }
}

const members: Members<TimeDelta> = [
  ['total_seconds', [], ({ micros }) => new Float(Number(micros) / 1e6)],
]

function abs(value: bigint): bigint {
  return value < 0n ? -value : value
}

export function floorDiv(left: bigint, right: bigint): bigint {
  const quotient = left / right
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient
}

export function two(value: number): string {
  return String(value).padStart(2, '0')
}
