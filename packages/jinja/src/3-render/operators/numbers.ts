import { Float } from '../values/float.ts'
import type { Value } from '../values/value.ts'

/** An int of Python. */
export type Int = number | bigint

/** The int that a value is (True is 1); undefined for any other. */
export function findInt(value: Value): Int | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value
  return typeof value === 'boolean' ? Number(value) : undefined
}

/** The JavaScript number that an int or a float is; undefined for any other. */
export function findNumber(value: Value): number | undefined {
  if (value instanceof Float) return value.value
  const int = findInt(value)
  return int === undefined ? undefined : Number(int)
}

/** The int as it is kept: a number while it is safe. */
export function toInt(value: bigint): Int {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/** The int with the value of a whole JavaScript number, however large. */
export function intOf(value: number): Int {
  return Number.isSafeInteger(value) ? value : BigInt(value)
}
