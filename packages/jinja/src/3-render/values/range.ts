import { overflowError, valueError } from '../errors.ts'
import { hostFunction } from '../host-function.ts'
import { readArguments } from '../match-arguments.ts'
import { findInt, findNumber } from '../operators/numbers.ts'
import { Slice, boundsOf } from '../operators/slice.ts'
import type { HostObject, Value } from './value.ts'

/** What `range()` gives: numbers that are counted, not kept. */
export class Range implements HostObject {
  readonly typeName = 'range'
  readonly start: number
  readonly stop: number
  readonly step: number

  constructor(start: number, stop: number, step: number) {
    this.start = start
    this.stop = stop
    this.step = step
  }

  size(): number {
    return Math.max(0, Math.ceil((this.stop - this.start) / this.step))
  }

  *iterate(): Iterable<Value> {
    const size = this.size()
    for (let at = 0; at < size; at++) yield this.start + at * this.step
  }

  getItem(key: Value): Value | undefined {
    if (key instanceof Slice) return this.#slice(key)
    const index = findInt(key)
    if (index === undefined) return undefined
    const size = this.size()
    const at = Number(index) < 0 ? Number(index) + size : Number(index)
    return at >= 0 && at < size ? this.start + at * this.step : undefined
  }

  #slice(key: Slice): Range {
    const { start, stop, step } = boundsOf(key, this.size())
    const from = this.start + start * this.step
    return new Range(from, this.start + stop * this.step, this.step * step)
  }

  getAttribute(name: string): Value | undefined {
    if (name === 'start' || name === 'stop' || name === 'step') return this[name]
    if (name === 'count') return this.#method(name, (index) => (index === undefined ? 0 : 1))
    if (name !== 'index') return undefined
    return this.#method(name, (index) => index ?? valueError('the number is not in the range'))
  }

  #method(name: string, answer: (index: number | undefined) => Value): Value {
    return hostFunction(name, (args) => {
      const [value] = readArguments(args, name, ['value', '/'])
      return answer(this.#indexOf(value ?? null))
    })
  }

  contains(value: Value): boolean {
    return this.#indexOf(value) !== undefined
  }

  #indexOf(value: Value): number | undefined {
    const number = findNumber(value)
    if (number === undefined) return undefined
    const index = (number - this.start) / this.step
    return Number.isInteger(index) && index >= 0 && index < this.size() ? index : undefined
  }

  equals(other: Value): boolean {
    if (!(other instanceof Range) || other.size() !== this.size()) return false
    return (
      this.size() === 0 ||
      (other.start === this.start && (this.size() === 1 || other.step === this.step))
    )
  }

  toRepr(): string {
    const step = this.step === 1 ? '' : `, ${this.step}`
    return `range(${this.start}, ${this.stop}${step})`
  }
}

/** Jinja's sandbox allows no longer range. */
const MAX_RANGE = 100_000

export function checkRange(range: Range): Range {
  if (range.size() > MAX_RANGE) {
    overflowError(`a range may have at most ${MAX_RANGE} numbers in a template`)
  }
  return range
}
