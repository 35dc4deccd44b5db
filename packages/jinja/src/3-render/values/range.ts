import { overflowError } from '../errors.ts'
import { findInt } from '../operators/numbers.ts'
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
    return name === 'start' || name === 'stop' || name === 'step' ? this[name] : undefined
  }

  contains(value: Value): boolean {
    const number = findInt(value)
    if (number === undefined) return false
    const distance = (Number(number) - this.start) / this.step
    return Number.isInteger(distance) && distance >= 0 && distance < this.size()
  }

  equals(other: Value): boolean {
    if (!(other instanceof Range) || other.size() !== this.size()) return false
    return this.size() === 0 || (other.start === this.start && (this.size() === 1 || other.step === this.step))
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
