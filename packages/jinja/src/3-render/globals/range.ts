import { typeError, valueError } from '../errors.ts'
import { hostFunction } from '../host-function.ts'
import { readArguments } from '../match-arguments.ts'
import { findInt } from '../operators/numbers.ts'
import { typeName } from '../type-name.ts'
import { checkRange, Range } from '../values/range.ts'
import type { Value } from '../values/value.ts'

function toInteger(value: Value): number {
  const int = findInt(value)
  if (int !== undefined) return Number(int)
  return typeError(`'${typeName(value)}' object cannot be interpreted as an integer`)
}

export const rangeFunction = hostFunction('range', (args) => {
  const [first, second, third] = readArguments(args, 'range', ['start', 'stop?', 'step?', '/'])
  const from = toInteger(first ?? null)
  if (second === undefined) return checkRange(new Range(0, from, 1))
  const step = third === undefined ? 1 : toInteger(third)
  if (step === 0) return valueError('range() arg 3 must not be zero')
  return checkRange(new Range(from, toInteger(second), step))
})
