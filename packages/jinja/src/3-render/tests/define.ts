import { readArguments } from '../match-arguments.ts'
import type { Arg, FilterCall } from '../filters/define.ts'
import type { Value } from '../values/value.ts'

export type TestRule = (value: Value, call: FilterCall) => boolean

type Body = (value: Value, args: readonly Arg[], call: FilterCall) => boolean

export function test(
  name: string,
  parameters: readonly string[],
  body: Body,
): readonly [string, TestRule] {
  return [name, (value, call) => body(value, readArguments(call, name, parameters), call)]
}
