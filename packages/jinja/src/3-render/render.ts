import { diagnostic, DiagnosticError, type Span, type TracedText } from '@btn/diagnostics'
import type { CompiledExpression, CompiledMacro, CompiledTemplate } from '../2-compile/compile.ts'
import { callValue as call } from './call.ts'
import { drive, settle } from './drive.ts'
import { addRelated, fail, locate } from './errors.ts'
import { evaluateLiteral } from './literal-eval.ts'
import { MacroValue } from './macro.ts'
import { NativeOutput, TextOutput } from './output.ts'
import {
  startRendering,
  withMode,
  type CallFrame,
  type Rendering,
  type RenderOptions,
} from './rendering.ts'
import { MacroReturn } from './return.ts'
import { Run } from './run.ts'
import type { Scope } from './scope.ts'
import { findNumber } from './operators/numbers.ts'
import { Markup } from './values/markup.ts'
import { NativeMarker } from './values/native-marker.ts'
import { toText } from './values/text.ts'
import type { CallArguments, HostObject, Value } from './values/value.ts'

function renderingOf(options: RenderOptions | Rendering, isNative: boolean): Rendering {
  const rendering = startRendering(options)
  return rendering.isNative === isNative ? rendering : { ...rendering, isNative }
}

/**
 * Text with origins. A promise only when something called on the way gave a promise.
 * Throws (or rejects with) a `DiagnosticError` for mistakes of the template's writer.
 */
export function render(
  template: CompiledTemplate,
  scope: Scope,
  options: RenderOptions | Rendering = {},
): TracedText | Promise<TracedText> {
  const output = new TextOutput()
  const run = Run.start(scope, renderingOf(options, false))
  return settle<void, TracedText>(
    () => drive(template.program(false)(run, output)),
    () => output.finish(),
    failAtTop(template.template.span),
  )
}

/** As `render`, where nothing may give a promise: an Error (a fault of the host) if something does. */
export function renderSync(
  template: CompiledTemplate,
  scope: Scope,
  options: RenderOptions | Rendering = {},
): TracedText {
  const text = render(template, scope, options)
  if (text instanceof Promise) {
    // Nobody will look at what becomes of it.
    text.catch(() => undefined)
    throw new Error('a synchronous rendering called a function that has to wait')
  }
  return text
}

/** dbt's native rendering, as YAML values get it: a single expression gives its value, `as_native` & co. are obeyed. */
export function renderNative(
  template: CompiledTemplate,
  scope: Scope,
  options: RenderOptions | Rendering = {},
): Value | Promise<Value> {
  const output = new NativeOutput()
  const run = Run.start(scope, renderingOf(options, true))
  return settle<void, Value>(
    () => drive(template.program(true)(run, output)),
    () => readNative(output.pieces, template.template.span),
    failAtTop(template.template.span),
  )
}

/** The value of an expression. */
export function evaluate(
  expression: CompiledExpression,
  scope: Scope,
  options: RenderOptions | Rendering = {},
): Value | Promise<Value> {
  const run = Run.start(scope, renderingOf(options, false))
  return settle<Value, Value>(
    () => drive(expression.program()(run)),
    (value) => value,
    failAtTop(expression.expression.span),
  )
}

function failAtTop(place: Span): (thrown: unknown) => never {
  return (thrown) => {
    if (!(thrown instanceof MacroReturn)) throw locate(thrown, place)
    const params = { pythonType: 'MacroReturn' }
    throw new DiagnosticError(diagnostic('return-outside-macro', params, { span: place }))
  }
}

function readNative(pieces: readonly Value[], place: Span): Value {
  const [only] = pieces
  if (only === undefined) return ''
  if (pieces.length > 1) return pieces.map(toText).join('')
  if (only instanceof Markup || !(only instanceof NativeMarker)) return only
  if (only.kind === 'text') return only.text
  try {
    return readMarked(only)
  } catch (thrown) {
    throw locate(thrown, place)
  }
}

function readMarked({ kind, text }: NativeMarker): Value {
  const literal = evaluateLiteral(text)
  const value = literal === undefined ? text : literal
  const isNumber = typeof value !== 'boolean' && findNumber(value) !== undefined
  const isRight = kind === 'native' || (kind === 'bool' ? typeof value === 'boolean' : isNumber)
  if (isRight) return value
  const problem = `"${text}" cannot be converted to a ${kind === 'bool' ? 'boolean' : 'number'}`
  return fail('invalid-value', { pythonType: 'JinjaRenderingError', problem })
}

export interface BindOptions {
  /** For the macro stack and messages; the block's name when not given. */
  readonly name?: string
  /** Appears as `CallFrame.id`: dbt's unique id of the macro. */
  readonly id?: string
  /** Told before each call; `args.frame` is the caller's frame (undefined when the template itself calls). */
  readonly onCall?: (args: CallArguments) => void
}

/** A macro as a value that templates can call: it runs against `scope`, the context of the node being rendered. */
export function bindMacro(
  macro: CompiledMacro,
  scope: Scope,
  options: BindOptions = {},
): HostObject {
  return new BoundMacro(macro, scope, options)
}

/** Stays unread until it is called, or something of it is asked for. */
class BoundMacro implements HostObject {
  readonly typeName = 'MacroGenerator'
  readonly keepsTraces = true
  readonly #macro: CompiledMacro
  readonly #scope: Scope
  readonly #options: BindOptions

  constructor(macro: CompiledMacro, scope: Scope, options: BindOptions) {
    this.#macro = macro
    this.#scope = scope
    this.#options = options
  }

  #bind(rendering: Rendering): MacroValue {
    const { shape, run } = this.#macro.program()
    return new MacroValue(shape, run, Run.start(this.#scope, withMode(rendering, 'lenient')), {
      name: this.#options.name ?? this.#macro.name,
      id: this.#options.id,
      catchesReturn: true,
      isEscaped: false,
      onCall: this.#options.onCall,
    })
  }

  call(args: CallArguments): Value | Promise<Value> {
    return this.#bindAt(args).call(args)
  }

  /** Mistakes in the body's syntax show the call that found them. */
  #bindAt({ rendering, callSite }: CallArguments): MacroValue {
    try {
      return this.#bind(rendering)
    } catch (thrown) {
      const message = `"${this.#macro.name}" is called here`
      throw addRelated(thrown, { span: callSite, message })
    }
  }

  getAttribute(name: string): Value | undefined {
    return name === 'name' ? (this.#options.name ?? this.#macro.name) : undefined
  }

  toRepr(): string {
    return `<macro ${this.#options.name ?? this.#macro.name}>`
  }
}

export interface CallOptions {
  readonly positional?: readonly Value[]
  readonly named?: ReadonlyMap<string, Value> | Readonly<Record<string, Value>>
  readonly callSite: Span
  readonly frame?: CallFrame | undefined
  readonly rendering?: Rendering
}

/** Calls a value from host code: a macro found in the scope, a `caller`. */
export function callValue(callee: Value, options: CallOptions): Value | Promise<Value> {
  const { positional = [], named = {}, callSite, frame, rendering = startRendering() } = options
  const map: ReadonlyMap<string, Value> =
    named instanceof Map ? named : new Map(Object.entries(named))
  return call(callee, { positional, named: map, callSite, frame, rendering })
}
