import type { Span } from '@btn/diagnostics'
import type { MacroProgram } from '../2-compile/compile.ts'
import { drive, settle } from './drive.ts'
import { addRelated, argumentError, fail } from './errors.ts'
import { TextOutput } from './output.ts'
import { withMode, type CallFrame } from './rendering.ts'
import { MacroReturn } from './return.ts'
import { Run } from './run.ts'
import { Dict } from './values/dict.ts'
import { Markup } from './values/markup.ts'
import { Tuple } from './values/tuple.ts'
import { Undefined } from './values/undefined.ts'
import type { CallArguments, HostObject, Value } from './values/value.ts'

/** What the compiler knows about a macro's arguments. */
export interface MacroShape {
  readonly name: string
  readonly parameters: readonly string[]
  readonly takesCaller: boolean
  readonly takesKwargs: boolean
  readonly takesVarargs: boolean
}

export interface MacroOptions {
  readonly name: string
  readonly id: string | undefined
  /** The caller of a call block lets `return()` through to the macro around it. */
  readonly catchesReturn: boolean
  readonly isEscaped: boolean
  readonly onCall: ((args: CallArguments) => void) | undefined
}

/** A macro together with the place that it sees. */
export class MacroValue implements HostObject {
  readonly typeName = 'Macro'
  readonly keepsTraces = true
  readonly name: string
  readonly #shape: MacroShape
  readonly #program: MacroProgram
  readonly #run: Run
  readonly #options: MacroOptions

  constructor(shape: MacroShape, program: MacroProgram, run: Run, options: MacroOptions) {
    this.name = options.name
    this.#shape = shape
    this.#program = program
    this.#run = run
    this.#options = options
  }

  call(args: CallArguments): Value | Promise<Value> {
    const frame = openFrame(args, this.#options)
    this.#options.onCall?.(args)
    const output = new TextOutput()
    const values = matchArguments(this.#shape, args)
    const rendering = withMode(args.rendering, this.#run.rendering.undefinedMode)
    const run = this.#run.within(frame, rendering)
    return settle<MacroReturn | void, Value>(
      () => drive(this.#program(run, output, ...values)),
      (ended) => (ended ? this.#fail(ended, args.callSite) : this.#finish(output, args.callSite)),
      (thrown) => this.#fail(thrown, args.callSite),
    )
  }

  #finish(output: TextOutput, callSite: Span): Value {
    const text = output.finish()
    return this.#options.isEscaped
      ? new Markup(text.text)
      : text.within({ name: this.name, callSite })
  }

  #fail(thrown: unknown, callSite: Span): Value {
    if (thrown instanceof MacroReturn && this.#options.catchesReturn) return thrown.value
    throw addRelated(thrown, { span: callSite, message: `"${this.name}" is called here` })
  }

  getAttribute(name: string): Value | undefined {
    switch (name) {
      case 'name':
        return this.name
      case 'arguments':
        return new Tuple(this.#shape.parameters)
      case 'caller':
        return this.#shape.takesCaller
      case 'catch_kwargs':
        return this.#shape.takesKwargs
      case 'catch_varargs':
        return this.#shape.takesVarargs
      default:
        return undefined
    }
  }

  toRepr(): string {
    return `<Macro '${this.name}'>`
  }
}

function openFrame(args: CallArguments, { name, id }: MacroOptions): CallFrame {
  const parent = args.frame
  const depth = (parent?.depth ?? 0) + 1
  const limit = args.rendering.recursionLimit
  if (depth > limit) fail('recursion-limit', { pythonType: 'RecursionError', name, limit })
  return { name, id, callSite: args.callSite, parent, depth }
}

/** The values of the parameters, then of `caller`, `kwargs` and `varargs` where the macro takes them. */
function matchArguments(shape: MacroShape, args: CallArguments): (Value | undefined)[] {
  const { parameters } = shape
  const { positional } = args
  const values: (Value | undefined)[] = positional.slice(0, parameters.length)
  const named = args.named.size === 0 ? args.named : takeNamed(shape, args.named, values)
  while (values.length < parameters.length) values.push(undefined)
  addSpecials(shape, args, named, values)
  return values
}

/** Moves named arguments to the parameters that have no value yet; gives those that are left. */
function takeNamed(
  { parameters }: MacroShape,
  given: ReadonlyMap<string, Value>,
  values: (Value | undefined)[],
): ReadonlyMap<string, Value> {
  const named = new Map(given)
  for (const parameter of parameters.slice(values.length)) {
    values.push(named.get(parameter))
    named.delete(parameter)
  }
  return named
}

function addSpecials(
  shape: MacroShape,
  { positional }: CallArguments,
  given: ReadonlyMap<string, Value>,
  values: (Value | undefined)[],
): void {
  const { name, parameters, takesCaller, takesKwargs, takesVarargs } = shape
  let named = given
  if (takesCaller) {
    values.push(named.get('caller') ?? noCaller())
    named = new Map([...named].filter(([key]) => key !== 'caller'))
  }
  if (takesKwargs) values.push(new Dict(named))
  else if (named.size > 0) refuseNamed(name, named)
  if (takesVarargs) values.push(new Tuple(positional.slice(parameters.length)))
  else if (positional.length > parameters.length) {
    argumentError(`macro '${name}' takes not more than ${parameters.length} argument(s)`)
  }
}

function refuseNamed(name: string, named: ReadonlyMap<string, Value>): void {
  const [first] = named.keys()
  if (first === undefined) return
  if (first === 'caller')
    argumentError(`macro '${name}' does not use the block that it is called with`)
  argumentError(`macro '${name}' takes no keyword argument '${first}'`)
}

function noCaller(): Undefined {
  return Undefined.saying('caller', 'this macro was not called with a block')
}
