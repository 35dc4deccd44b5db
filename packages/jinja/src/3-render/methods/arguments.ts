import { typeError } from '../errors.ts'
import { findInt } from '../operators/numbers.ts'
import { typeName } from '../type-name.ts'
import { findText } from '../values/text.ts'
import type { Value } from '../values/value.ts'

export type Arg = Value | undefined

export function textArg(value: Arg): string {
  const text = value === undefined ? undefined : findText(value)
  return text ?? typeError(`a str is expected, not '${typeName(value ?? null)}'`)
}

export function intArg(value: Arg, otherwise: number): number {
  if (value === undefined || value === null) return otherwise
  const int = findInt(value)
  return int === undefined
    ? typeError(`'${typeName(value)}' object cannot be interpreted as an integer`)
    : Number(int)
}
