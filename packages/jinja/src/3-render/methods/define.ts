import { readArguments } from '../match-arguments.ts'
import type { CallArguments, Value } from '../values/value.ts'

/** A method: the object it belongs to, and what it is called with. */
export type MethodRule = (self: Value, args: CallArguments) => Value | Promise<Value>

export type MethodTable = ReadonlyMap<string, MethodRule>

type Body<S> = (self: S, ...args: (Value | undefined)[]) => Value

/** `[name, parameters, body]`, as `readArguments` takes the parameters; text comes without origins. */
export type Definition<S> = readonly [string, readonly string[], Body<S>]

/** The methods of a type; `cast` gives the object that the bodies work on. */
export function methodTable<S>(
  cast: (self: Value) => S,
  definitions: readonly Definition<S>[],
): MethodTable {
  return new Map(
    definitions.map(([name, parameters, body]) => [
      name,
      (self, args) => body(cast(self), ...readArguments(args, name, parameters)),
    ]),
  )
}
