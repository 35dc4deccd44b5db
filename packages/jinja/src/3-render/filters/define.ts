import { readArguments } from '../match-arguments.ts'
import type { Run } from '../run.ts'
import type { Value } from '../values/value.ts'

/** What a filter or test is called with besides the value. */
export interface FilterCall {
  readonly name: string
  readonly positional: readonly Value[]
  readonly named: ReadonlyMap<string, Value>
  readonly run: Run
  /** In a part of the template that escapes its output. */
  readonly isEscaped: boolean
}

export type FilterRule = (value: Value, call: FilterCall) => Value

export type FilterTable = readonly (readonly [string, FilterRule])[]

export type Arg = Value | undefined

type Body = (value: Value, args: readonly Arg[], call: FilterCall) => Value

/** A filter whose parameters are matched as Python does; `?` marks those that may be missing. */
export function filter(
  name: string,
  parameters: readonly string[],
  body: Body,
): readonly [string, FilterRule] {
  return [name, (value, call) => body(value, readArguments(call, name, parameters), call)]
}
