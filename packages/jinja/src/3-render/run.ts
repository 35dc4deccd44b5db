import { diagnostic, findNearest, type Span } from '@btn/diagnostics'
import type { MacroProgram, Program } from '../2-compile/compile.ts'
import type { Parameter } from '../1-parse/ast.ts'
import { findAttribute, findItem } from './attributes.ts'
import { callMethod, callValue } from './call.ts'
import { drive, settle } from './drive.ts'
import { fail, locate, runtimeError, typeError } from './errors.ts'
import type { FilterRule } from './filters/define.ts'
import { filters } from './filters/index.ts'
import { Loop, type RecursiveLoop } from './loop.ts'
import { MacroValue, type MacroShape } from './macro.ts'
import { finishOutput, TextOutput, type Output } from './output.ts'
import type { CallFrame, Rendering } from './rendering.ts'
import { readReturn, returnFunction, type MacroReturn } from './return.ts'
import type { Scope } from './scope.ts'
import { SelfReference } from './self-reference.ts'
import type { TestRule } from './tests/define.ts'
import { tests } from './tests/index.ts'
import { typeName } from './type-name.ts'
import { describeMissing, isInternal } from './missing.ts'
import { escapeHtml, Markup } from './values/markup.ts'
import { NativeMarker } from './values/native-marker.ts'
import { isText, toText, toTracedText } from './values/text.ts'
import { Undefined } from './values/undefined.ts'
import type { CallArguments, HostObject, TextValue, Value } from './values/value.ts'
import { hasSafeRepr } from './native.ts'
import { isNamespace } from './globals/namespace.ts'

/** A piece of code, and the name in it: what is called, or the attribute that is asked for. */
export interface NamedSpan extends Span {
  readonly name: Span
}

export type Blocks = ReadonlyMap<string, Program>

interface Surroundings {
  readonly scope: Scope
  /** What the template's own level has assigned, for its blocks. */
  readonly published: Map<string, Value>
  readonly blocks?: Blocks
  readonly blockName?: string
}

/** One run of a template, a macro or a block: what its code (as `$`) needs to know and to do. */
export class Run {
  readonly rendering: Rendering
  readonly frame: CallFrame | undefined
  readonly #around: Surroundings
  readonly #names: { readonly value: Value }[] = []

  constructor(around: Surroundings, rendering: Rendering, frame: CallFrame | undefined) {
    this.#around = around
    this.rendering = rendering
    this.frame = frame
  }

  static start(scope: Scope, rendering: Rendering): Run {
    return new Run({ scope, published: new Map() }, rendering, undefined)
  }

  /** The same place, one call further in. */
  within(frame: CallFrame, rendering: Rendering): Run {
    return new Run(this.#around, rendering, frame)
  }

  locate(thrown: unknown, place: unknown): unknown {
    return locate(thrown, place as Span | undefined)
  }

  // ---- names

  /** A name of the context. The compiler numbers them, so that each is looked up once per run. */
  name(number: number, name: string, place: Span): Value {
    const { value } = (this.#names[number] ??= { value: this.#resolve(name) })
    return value instanceof Undefined ? value.at(place) : value
  }

  #resolve(name: string): Value {
    const { published, scope, blocks } = this.#around
    const value = published.has(name) ? published.get(name) : scope.lookup(name)
    if (value !== undefined) return value
    if (name === 'self') return new SelfReference(this, blocks ?? new Map())
    if (name === 'super' && blocks) return this.#superBlock()
    return this.#undefined(name)
  }

  #undefined(name: string): Undefined {
    const { scope } = this.#around
    return new Undefined(name, this.#isTolerant, () => {
      const nearest = findNearest(name, scope.names?.() ?? [])
      return diagnostic('undefined-variable', { pythonType: 'UndefinedError', name, nearest })
    })
  }

  /** A name that is assigned to, but not yet. */
  unset(name: string, place: Span): Value {
    return this.#undefined(name).at(place)
  }

  notGiven(parameter: Parameter): Undefined {
    return this.saying(parameter.name, `parameter "${parameter.name}" was not given`)
  }

  noElse(): Undefined {
    return this.saying('', 'the condition is false, and there is no "else"')
  }

  /** An undefined of this rendering: where it only reads, it lets everything be done with it. */
  saying(name: string, problem: string): Undefined {
    return Undefined.saying(name, problem, this.#isTolerant)
  }

  get #isTolerant(): boolean {
    return this.rendering.undefinedMode === 'tolerant'
  }

  publish(name: string, value: Value): void {
    this.#around.published.set(name, value)
  }

  // ---- attributes, items, calls

  attribute(object: Value, name: string, place: NamedSpan): Value {
    if (isInternal(object, name)) return describeMissing(object, name, this.#isTolerant, place.name)
    const value = findAttribute(object, name)
    return value === undefined ? describeMissing(object, name, this.#isTolerant, place.name) : value
  }

  item(object: Value, key: Value, place: Span): Value {
    const value = findItem(object, key)
    return value === undefined ? describeMissing(object, key, this.#isTolerant, place) : value
  }

  setAttribute(object: Value, name: string, value: Value): void {
    if (!isNamespace(object)) runtimeError('only attributes of a namespace can be assigned to')
    object.setAttribute(name, value)
  }

  call(
    callee: Value,
    positional: readonly Value[],
    named: ReadonlyMap<string, Value>,
    callSite: NamedSpan,
  ): Value | Promise<Value> {
    if (callee instanceof Undefined && !callee.isTolerant) return callee.fail()
    return callValue(callee, this.#arguments(positional, named, callSite))
  }

  /** A call that is a statement of its own: `return()` gives what ends the macro, which costs less than an exception. */
  callOrReturn(
    callee: Value,
    positional: readonly Value[],
    named: ReadonlyMap<string, Value>,
    callSite: NamedSpan,
  ): MacroReturn | Value | Promise<Value> {
    if (callee === returnFunction) return readReturn({ positional, named })
    return this.call(callee, positional, named, callSite)
  }

  callMethod(
    object: Value,
    name: string,
    positional: readonly Value[],
    named: ReadonlyMap<string, Value>,
    callSite: NamedSpan,
  ): Value | Promise<Value> {
    const result = callMethod(object, name, this.#arguments(positional, named, callSite))
    if (result !== undefined) return result
    if (object instanceof Undefined && !object.isTolerant) return object.fail()
    const method = this.attribute(object, name, callSite)
    return this.call(method, positional, named, callSite)
  }

  #arguments(
    positional: readonly Value[],
    named: ReadonlyMap<string, Value>,
    callSite: Span,
  ): CallArguments {
    return { positional, named, callSite, frame: this.frame, rendering: this.rendering }
  }

  // ---- filters and tests

  filter(
    rule: FilterRule | undefined,
    name: string,
    value: Value,
    positional: readonly Value[],
    named: ReadonlyMap<string, Value>,
    isEscaped: boolean,
  ): Value {
    if (!rule) return runtimeError(`there is no filter "${name}"`)
    return rule(value, { name, positional, named, run: this, isEscaped })
  }

  test(
    rule: TestRule | undefined,
    name: string,
    value: Value,
    positional: readonly Value[],
    named: ReadonlyMap<string, Value>,
  ): boolean {
    if (!rule) return runtimeError(`there is no test "${name}"`)
    return rule(value, { name, positional, named, run: this, isEscaped: false })
  }

  /** A filter by name, as `map` applies it. */
  applyFilter(
    name: string,
    value: Value,
    args: readonly Value[],
    named: ReadonlyMap<string, Value>,
  ): Value {
    return this.filter(filters.get(name), name, value, args, named, false)
  }

  applyTest(
    name: string,
    value: Value,
    args: readonly Value[],
    named: ReadonlyMap<string, Value>,
  ): boolean {
    return this.test(tests.get(name), name, value, args, named)
  }

  // ---- output

  buffer(): TextOutput {
    return new TextOutput()
  }

  finish(output: TextOutput, isEscaped: boolean): Value {
    return finishOutput(output, isEscaped)
  }

  write(output: Output, value: Value, place: Span): void {
    if (typeof value === 'string') output.addResult(value, place)
    else output.addResult(this.#toText(value, place), place)
  }

  #toText(value: Value, place: Span): TextValue {
    if (value instanceof Undefined) this.#meetUndefined(value, place)
    return toTracedText(value)
  }

  #meetUndefined(value: Undefined, place: Span): void {
    // Nothing was looked for where a condition is false and there is no "else": that prints nothing in Jinja, whatever is undefined there.
    const isMissing = value.name !== ''
    if (this.rendering.undefinedMode === 'strict' && isMissing) value.at(place).fail()
    this.rendering.onUndefinedOutput?.(value.name, place)
  }

  writeEscaped(output: Output, value: Value, isEscaped: boolean, place: Span): void {
    const isSafe = !isEscaped || value instanceof Markup || value instanceof MacroValue
    if (isSafe) this.write(output, value, place)
    else output.addResult(this.#escape(value, place), place)
  }

  #escape(value: Value, place: Span): string {
    if (value instanceof Undefined) this.#toText(value, place)
    return this.rendering.escape?.(value) ?? escapeHtml(toText(value))
  }

  writeNative(output: Output, value: Value, place: Span): void {
    output.addValue(value, place)
  }

  /** Jinja works constants out while it compiles, and writes them as text. */
  writeConstant(output: Output, value: Value, place: Span): void {
    if (hasSafeRepr(value)) this.write(output, value, place)
    else output.addValue(value, place)
  }

  /** What Jinja does not convert: the result of a call block, and output inside the blocks of a native template. */
  writeText(output: Output, value: Value, place: Span): void {
    const isWritable = isText(value) || value instanceof NativeMarker || value instanceof Undefined
    if (!isWritable) typeError(`only text can be written here, not ${typeName(value)}`)
    this.write(output, value, place)
  }

  // ---- statements

  loop(items: Iterable<Value>, depth: number, recursion?: RecursiveLoop): Loop {
    return new Loop(items, depth, this, recursion)
  }

  macro(shape: MacroShape, program: MacroProgram, isEscaped: boolean): HostObject {
    return this.#macro(shape, program, isEscaped, true)
  }

  caller(shape: MacroShape, program: MacroProgram, isEscaped: boolean): HostObject {
    return this.#macro(shape, program, isEscaped, false)
  }

  #macro(
    shape: MacroShape,
    program: MacroProgram,
    isEscaped: boolean,
    catchesReturn: boolean,
  ): HostObject {
    const options = { name: shape.name, id: undefined, catchesReturn, isEscaped, onCall: undefined }
    return new MacroValue(shape, program, this, options)
  }

  cannotLoad(tag: string): never {
    return fail('template-loading', { pythonType: 'TypeError', tag })
  }

  failed(): never {
    throw new Error('a template with syntax errors cannot be rendered')
  }

  // ---- blocks

  withBlocks(blocks: Blocks): Run {
    return new Run({ ...this.#around, blocks }, this.rendering, this.frame)
  }

  forBlock(
    blockName: string,
    blocks: Blocks,
    locals: readonly (readonly [string, Value | undefined])[],
  ): Run {
    const { scope } = this.#around
    const published = locals.length === 0 ? this.#around.published : new Map(this.#around.published)
    for (const [name, value] of locals) if (value !== undefined) published.set(name, value)
    const around = { scope, published, blocks, blockName }
    return new Run(around, this.rendering, this.frame)
  }

  requiredBlock(name: string): never {
    return runtimeError(`the required block "${name}" is not given`)
  }

  #superBlock(): Value {
    return this.saying('super', `there is no parent of the block "${this.#around.blockName ?? ''}"`)
  }

  /** `self.name()`: the text of a block. */
  renderBlock(name: string, program: Program, blocks: Blocks): Value | Promise<Value> {
    const output = new TextOutput()
    const run = this.forBlock(name, blocks, [])
    return settle<void, Value>(
      () => drive(program(run, output)),
      () => output.finish(),
      (thrown) => {
        throw thrown
      },
    )
  }
}
