import { hostFunction } from './host-function.ts'
import { readArguments, type GivenArguments } from './match-arguments.ts'
import type { Value } from './values/value.ts'

/** What `return()` ends the macro with that is running: thrown, unless the macro's own code can hand it over. */
export class MacroReturn {
  readonly value: Value

  constructor(value: Value) {
    this.value = value
  }
}

/** dbt's `return()`. */
export const returnFunction = hostFunction(
  'return',
  (args) => {
    throw readReturn(args)
  },
  { keepsTraces: true },
)

export function readReturn(args: GivenArguments): MacroReturn {
  return new MacroReturn(readArguments(args, 'return', ['data?'])[0] ?? null)
}
