import { callValue, raise, toText, type CallArguments, type Value } from '@btn/jinja'
import type { Context, RunMode } from '../context.ts'
import { RelationValue } from '../values/relation.ts'

/** A method of `adapter`: what it gives before the database may be asked, and what it does then. */
export interface Method {
  readonly parameters: readonly string[]
  /** What stands for the answer at parse time; undefined when the method works there, too. */
  readonly atParse?: () => Value
  readonly keepsTraces?: boolean
  readonly call: (
    context: Context,
    args: readonly (Value | undefined)[],
    call: CallArguments,
  ) => Value | Promise<Value>
}

export const nothing = (): Value => null
export const emptyList = (): Value => []

export function running(context: Context): RunMode {
  if (context.mode.kind === 'run') return context.mode
  throw new Error('a method that needs the database was called at parse time')
}

export function toRelation(value: Value | undefined): RelationValue {
  if (value instanceof RelationValue) return value
  return raise('TypeError', 'a relation is expected here')
}

export function part(value: Value | undefined): string {
  return value === undefined || value === null ? '' : toText(value)
}

/** Calls the macro of that name, which a project may have overridden. */
export function callMacro(
  context: Context,
  name: string,
  positional: readonly Value[],
  call: CallArguments,
) {
  const macro = context.scope.lookup(name)
  if (macro === undefined) throw new Error(`no built-in macro ${name}`)
  return callValue(macro, {
    positional,
    callSite: call.callSite,
    frame: call.frame,
    rendering: call.rendering,
  })
}
