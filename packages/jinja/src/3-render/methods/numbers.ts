import { overflowError, valueError } from '../errors.ts'
import { findInt, intOf, toInt, type Int } from '../operators/numbers.ts'
import { Float } from '../values/float.ts'
import { Tuple } from '../values/tuple.ts'
import type { Value } from '../values/value.ts'
import { methodTable, type MethodTable } from './define.ts'

function bitsOf(int: Int): string {
  const bits = BigInt(int).toString(2).replace('-', '')
  return bits === '0' ? '' : bits
}

export const intMethods: MethodTable = methodTable(
  (self) => findInt(self) ?? 0,
  [
    ['as_integer_ratio', [], (int) => new Tuple([int, 1])],
    ['bit_count', [], (int) => bitsOf(int).replaceAll('0', '').length],
    ['bit_length', [], (int) => bitsOf(int).length],
    ['conjugate', [], (int) => int],
  ],
)

/** The exact fraction that a float is. */
function ratioOf(value: number): Value {
  if (Number.isNaN(value)) return valueError('cannot convert NaN to integer ratio')
  if (!Number.isFinite(value)) return overflowError('cannot convert Infinity to integer ratio')
  let numerator = value
  let exponent = 0n
  while (!Number.isInteger(numerator)) {
    numerator *= 2
    exponent++
  }
  return new Tuple([intOf(numerator), toInt(2n ** exponent)])
}

export const floatMethods: MethodTable = methodTable(
  (self) => (self instanceof Float ? self.value : 0),
  [
    ['as_integer_ratio', [], ratioOf],
    ['conjugate', [], (value) => new Float(value)],
    ['is_integer', [], (value) => Number.isInteger(value)],
  ],
)
