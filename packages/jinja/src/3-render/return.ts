import type { Value } from './values/value.ts'

/** Thrown by `return()`: ends the macro that is running. No error, so that it costs no stack trace. */
export class MacroReturn {
  readonly value: Value

  constructor(value: Value) {
    this.value = value
  }
}

/** Ends the macro that is running and hands over the value: what dbt's `return()` does. */
export function returnFromMacro(value: Value): never {
  throw new MacroReturn(value)
}
