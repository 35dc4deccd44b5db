import type { Diagnostic, Outcome, Source, Span, TracedText } from '@btn/diagnostics'
import type { Expression, Macro, Node, Template } from './1-parse/ast.ts'
import type { Block, Signature } from './1-parse/block.ts'
import type { CallFrame, RenderOptions, Rendering } from './3-render/rendering.ts'
import type { CallArguments, HostObject, Value } from './3-render/values/value.ts'

export type * from './1-parse/ast.ts'
export type { Block, Signature, SignatureParameter } from './1-parse/block.ts'
export {
  startRendering,
  type CallFrame,
  type Rendering,
  type RenderOptions,
  type UndefinedMode,
} from './3-render/rendering.ts'
export type { CallArguments, HostObject, TextValue, Value } from './3-render/values/value.ts'

// ---- 1-parse

export interface ParseOptions {
  /** Read only this part of the source; spans stay those of the whole. */
  readonly start?: number
  readonly end?: number
}

/** Text to tree. All syntax mistakes are collected; the tree has `failed` nodes where they stand. */
export declare function parse(source: Source, options?: ParseOptions): Outcome<Template>

/** Reads one expression without braces, as `1 + x`; undefined when it cannot be read. */
export declare function parseExpression(
  source: Source,
  options?: ParseOptions,
): Outcome<Expression | undefined>

export type Visitor = (node: Node) => void | 'skip'

/** Calls the visitor with the node and everything in it, in source order; 'skip' leaves out what is inside. */
export declare function visit(node: Node, visitor: Visitor): void

export interface ScanOptions {
  /** Which blocks count; others are plain text. All when not given. */
  readonly kinds?: readonly Block['kind'][]
}

/** The blocks at the top level of a file, found without reading their bodies. */
export declare function scanBlocks(
  source: Source,
  options?: ScanOptions,
): Outcome<readonly Block[]>

/** The arguments in a block's first tag. */
export declare function readSignature(block: Block): Outcome<Signature>

/** The whole block as a tree; undefined when the first tag cannot be read. */
export declare function parseBlock(block: Block): Outcome<Macro | undefined>

// ---- 2-compile

/** A template made ready to run. Holds no state of a rendering: use it again and again. */
export interface CompiledTemplate {
  readonly kind: 'compiled-template'
  readonly template: Template
}

/** A macro made ready to run; its body is parsed and compiled at its first call. */
export interface CompiledMacro {
  readonly kind: 'compiled-macro'
  readonly name: string
  readonly block: Block
}

export interface CompiledExpression {
  readonly kind: 'compiled-expression'
  readonly expression: Expression
}

export declare function compileTemplate(template: Template): CompiledTemplate
/** Costs nothing: the body is parsed at the first call, whose syntax mistakes then throw a `DiagnosticError`. */
export declare function compileMacro(block: Block): CompiledMacro
export declare function compileExpression(expression: Expression): CompiledExpression

// ---- 3-render

/** The names that a template sees besides those it sets itself. Jinja's globals come from `jinjaGlobals`. */
export interface Scope {
  lookup(name: string): Value | undefined
  /** The names that hints may offer. */
  names?(): Iterable<string>
}

/** `range`, `dict`, `lipsum`, `cycler`, `joiner`, `namespace` and `return` (which is dbt's). */
export declare const jinjaGlobals: ReadonlyMap<string, Value>

/** A scope over a map; falls back to `jinjaGlobals`. */
export declare function scopeOf(
  names: ReadonlyMap<string, Value> | Readonly<Record<string, Value>>,
): Scope

/**
 * Text with origins. A promise only when something called on the way gave a promise.
 * Throws (or rejects with) a `DiagnosticError` for mistakes of the template's writer.
 */
export declare function render(
  template: CompiledTemplate,
  scope: Scope,
  options?: RenderOptions | Rendering,
): TracedText | Promise<TracedText>

/** As `render`, where nothing may give a promise: an Error (a fault of the host) if something does. */
export declare function renderSync(
  template: CompiledTemplate,
  scope: Scope,
  options?: RenderOptions | Rendering,
): TracedText

/** dbt's native rendering, as YAML values get it: a single expression gives its value, `as_native` & co. are obeyed. */
export declare function renderNative(
  template: CompiledTemplate,
  scope: Scope,
  options?: RenderOptions | Rendering,
): Value | Promise<Value>

export declare function evaluate(
  expression: CompiledExpression,
  scope: Scope,
  options?: RenderOptions | Rendering,
): Value | Promise<Value>

export interface BindOptions {
  /** For the macro stack and messages; the block's name when not given. */
  readonly name?: string
  /** Appears as `CallFrame.id`: dbt's unique id of the macro. */
  readonly id?: string
  /** Told before each call; `args.frame` is the caller's frame (undefined when the template itself calls). */
  readonly onCall?: (args: CallArguments) => void
}

/** A macro as a value that templates can call: it runs against `scope`, the context of the node being rendered. */
export declare function bindMacro(
  macro: CompiledMacro,
  scope: Scope,
  options?: BindOptions,
): HostObject

/** Calls a value from host code: a macro found in the scope, a `caller`. */
export declare function callValue(
  callee: Value,
  args: {
    readonly positional?: readonly Value[]
    readonly named?: ReadonlyMap<string, Value> | Readonly<Record<string, Value>>
    readonly callSite: Span
    readonly frame?: CallFrame | undefined
    readonly rendering?: Rendering
  },
): Value | Promise<Value>

// ---- values

export interface FunctionOptions {
  /** Text arguments arrive as TracedText where they have origins. */
  readonly keepsTraces?: boolean
  /** `function.name` in templates, as `var.has_var`. */
  readonly attributes?: Readonly<Record<string, Value>>
}

/** A function of the host as a value. It may give a promise, or throw a `DiagnosticError` (placed at the call if it has no span). */
export declare function hostFunction(
  name: string,
  call: (args: CallArguments) => Value | Promise<Value>,
  options?: FunctionOptions,
): HostObject

/**
 * Python's way of matching arguments: `readArguments(args, 'ref', ['name', 'package?'])` gives the values by position, null-free:
 * undefined where an optional one (`?`) is missing. `*rest` and `**rest` collect the others (as list, as Dict).
 * Wrong arguments throw the diagnostic that Python's TypeError would be.
 */
export declare function readArguments(
  args: CallArguments,
  functionName: string,
  parameters: readonly string[],
): (Value | undefined)[]

/** Ends the macro that is running and hands over the value: what dbt's `return()` does. */
export declare function returnFromMacro(value: Value): never

/** An error of Python's kind, raised by host code: placed where the template called. */
export declare function raise(pythonType: string, message: string): never

/** Plain JavaScript data to values. Objects become dicts that convert each item when it is first asked for. */
export declare function fromJs(value: unknown): Value
/** Values to plain JavaScript data; text loses its origins, a float becomes a number. */
export declare function toJs(value: Value): unknown

/** `str(value)` without origins. */
export declare function toText(value: Value): string
/** `str(value)`, keeping origins where the value has them. */
export declare function toTracedText(value: Value): TracedText | string
export declare function toRepr(value: Value): string
export declare function isTruthy(value: Value): boolean
export declare function isEqual(left: Value, right: Value): boolean
/** Python's name of the value's type. */
export declare function typeName(value: Value): string

export type { Diagnostic }
