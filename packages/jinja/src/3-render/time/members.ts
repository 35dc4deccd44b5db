import { hostFunction } from '../host-function.ts'
import { readArguments } from '../match-arguments.ts'
import { typeError } from '../errors.ts'
import { findInt } from '../operators/numbers.ts'
import { typeName } from '../type-name.ts'
import type { Value } from '../values/value.ts'

export type Arg = Value | undefined

/** The methods of a class of values: name, parameters as `readArguments` takes them, body. */
export type Members<S> = readonly (readonly [string, readonly string[], (self: S, ...args: Arg[]) => Value])[]

/** Looks a method up and binds it to its object. */
export function findMember<S>(members: Members<S>, self: S, name: string): Value | undefined {
  const member = members.find(([it]) => it === name)
  if (!member) return undefined
  const [, parameters, body] = member
  return hostFunction(name, (args) => body(self, ...readArguments(args, name, parameters)))
}

export function intArg(value: Arg, otherwise: number): number {
  if (value === undefined) return otherwise
  const int = findInt(value)
  if (int !== undefined) return Number(int)
  return typeError(`'${typeName(value)}' object cannot be interpreted as an integer`)
}
