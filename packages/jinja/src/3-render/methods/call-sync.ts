import { callValue } from '../call.ts'
import { runtimeError } from '../errors.ts'
import type { CallArguments, Value } from '../values/value.ts'

/** Calls a function that cannot be waited for, as the key of a sort. */
export function callSync(callee: Value, positional: readonly Value[], from: CallArguments): Value {
  const result = callValue(callee, { ...from, positional, named: new Map() })
  return result instanceof Promise
    ? runtimeError('this function cannot be used here: it has to wait')
    : result
}
