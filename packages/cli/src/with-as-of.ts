import type { JsonObject } from '@btn/core'
import type { Call } from './commands/command.ts'

/** `--as-of` is the variable that templates and the clock read. */
export function withAsOf(
  vars: JsonObject,
  { options }: Call<{ readonly asOf?: string }>,
): JsonObject {
  const { asOf } = options
  return asOf === undefined ? vars : { ...vars, as_of: asOf }
}
