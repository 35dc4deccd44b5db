import { typeError, valueError } from '../errors.ts'
import type { HostObject, Value } from '../values/value.ts'
import { findInt } from './numbers.ts'

/** Python's slice: `[start:stop:step]`, each of which may be None. */
export class Slice implements HostObject {
  readonly typeName = 'slice'
  readonly start: Value
  readonly stop: Value
  readonly step: Value

  constructor(start: Value, stop: Value, step: Value) {
    this.start = start
    this.stop = stop
    this.step = step
  }
}

export interface Bounds {
  readonly start: number
  readonly stop: number
  readonly step: number
}

/** Where a slice begins and ends in a sequence of a given length. */
export function boundsOf(slice: Slice, length: number): Bounds {
  const step = toIndex(slice.step) ?? 1
  if (step === 0) valueError('slice step cannot be zero')
  const low = step < 0 ? -1 : 0
  const high = step < 0 ? length - 1 : length
  const clamp = (index: number): number => {
    const fromStart = index < 0 ? index + length : index
    return Math.max(low, Math.min(fromStart, high))
  }
  const start = toIndex(slice.start)
  const stop = toIndex(slice.stop)
  return {
    start: start === undefined ? (step < 0 ? high : low) : clamp(start),
    stop: stop === undefined ? (step < 0 ? low : high) : clamp(stop),
    step,
  }
}

function toIndex(value: Value): number | undefined {
  if (value === null) return undefined
  const int = findInt(value)
  if (int === undefined) {
    return typeError('slice indices must be integers or None or have an __index__ method')
  }
  return Number(int)
}

export function sliceOf<T>(items: readonly T[], slice: Slice): T[] {
  const { start, stop, step } = boundsOf(slice, items.length)
  if (step === 1) return items.slice(start, Math.max(start, stop))
  const result: T[] = []
  for (let at = start; step > 0 ? at < stop : at > stop; at += step) {
    const item = items[at]
    if (item !== undefined) result.push(item)
  }
  return result
}
