import { Float, fromJs, hostFunction, raise, type HostObject, type Value } from '@btn/jinja'
import { pad } from './strftime.ts'

const SECOND = 1_000_000n
const DAY = 86_400n * SECOND

/** Python's `timedelta`. */
export class TimeDelta implements HostObject {
  readonly typeName = 'datetime.timedelta'
  readonly microseconds: bigint

  constructor(microseconds: bigint) {
    this.microseconds = microseconds
  }

  get days(): bigint {
    const days = this.microseconds / DAY
    return this.microseconds % DAY < 0n ? days - 1n : days
  }

  getAttribute(name: string): Value | undefined {
    const rest = this.microseconds - this.days * DAY
    switch (name) {
      case 'days':
        return Number(this.days)
      case 'seconds':
        return Number(rest / SECOND)
      case 'microseconds':
        return Number(rest % SECOND)
      case 'total_seconds':
        return hostFunction(name, () => new Float(Number(this.microseconds) / 1e6))
      default:
        return undefined
    }
  }

  attributeNames(): Iterable<string> {
    return ['days', 'seconds', 'microseconds', 'total_seconds']
  }

  toText(): string {
    const rest = Number((this.microseconds - this.days * DAY) / SECOND)
    const fraction = Number((this.microseconds - this.days * DAY) % SECOND)
    const clock = `${Math.floor(rest / 3600)}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`
    const days =
      this.days === 0n
        ? ''
        : `${this.days} day${this.days === 1n || this.days === -1n ? '' : 's'}, `
    return `${days}${clock}${fraction === 0 ? '' : `.${pad(fraction, 6)}`}`
  }

  toRepr(): string {
    const parts = ['days', 'seconds', 'microseconds']
      .map((name): readonly [string, Value] => [name, this.getAttribute(name) ?? 0])
      .filter(([, value]) => value !== 0)
      .map(([name, value]) => `${name}=${String(value)}`)
    return `datetime.timedelta(${parts.length === 0 ? '0' : parts.join(', ')})`
  }

  isTruthy(): boolean {
    return this.microseconds !== 0n
  }

  hashKey(): string {
    return `timedelta:${this.microseconds}`
  }

  equals(other: Value): boolean {
    return other instanceof TimeDelta && other.microseconds === this.microseconds
  }

  compare(other: Value): number | undefined {
    if (!(other instanceof TimeDelta)) return undefined
    return this.microseconds < other.microseconds
      ? -1
      : this.microseconds > other.microseconds
        ? 1
        : 0
  }

  negate(): Value {
    return new TimeDelta(-this.microseconds)
  }

  operate(operator: string, other: Value, isReflected: boolean): Value | undefined {
    if (other instanceof TimeDelta) return this.#withDelta(operator, other)
    const number =
      typeof other === 'number' ? other : other instanceof Float ? other.value : undefined
    if (number === undefined) return undefined
    if (operator === '*')
      return new TimeDelta(BigInt(Math.round(Number(this.microseconds) * number)))
    if (isReflected) return undefined
    if (number === 0) raise('ZeroDivisionError', 'integer division or modulo by zero')
    if (operator === '/')
      return new TimeDelta(BigInt(Math.round(Number(this.microseconds) / number)))
    if (operator === '//')
      return new TimeDelta(BigInt(Math.floor(Number(this.microseconds) / number)))
    return undefined
  }

  #withDelta(operator: string, other: TimeDelta): Value | undefined {
    switch (operator) {
      case '+':
        return new TimeDelta(this.microseconds + other.microseconds)
      case '-':
        return new TimeDelta(this.microseconds - other.microseconds)
      case '/':
        return fromJs(Number(this.microseconds) / Number(other.microseconds))
      case '//':
        return Math.floor(Number(this.microseconds) / Number(other.microseconds))
      default:
        return undefined
    }
  }
}
