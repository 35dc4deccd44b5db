import { DiagnosticError, hasErrors } from '@btn/diagnostics'
import type { Expression, Macro, Template } from '../1-parse/ast.ts'
import type { Block } from '../1-parse/block.ts'
import { parseBlock } from '../1-parse/parse.ts'
import { hasNode } from '../1-parse/visit.ts'
import type { MacroShape } from '../3-render/macro.ts'
import type { Output } from '../3-render/output.ts'
import type { MacroReturn } from '../3-render/return.ts'
import type { Run } from '../3-render/run.ts'
import { runtime } from '../3-render/runtime.ts'
import type { Value } from '../3-render/values/value.ts'
import { emitBody, openScope } from './body.ts'
import {
  finishFunction,
  Names,
  quote,
  startFunction,
  startUnit,
  type Place,
  type Unit,
} from './emit.ts'
import { emitExpression } from './expressions/index.ts'
import { emitMacroFunction } from './statements/macro.ts'

/** Code of a template: writes to the output; what it yields are promises, to be given back what they gave. */
export type Program = (run: Run, out: Output) => Generator<Promise<Value>, void, Value>
export type MacroProgram = (
  run: Run,
  out: Output,
  ...args: (Value | undefined)[]
) => Generator<Promise<Value>, MacroReturn | void, Value>
export type ExpressionProgram = (run: Run) => Generator<Promise<Value>, Value, Value>

/** A template made ready to run. Holds no state of a rendering: use it again and again. */
export interface CompiledTemplate {
  readonly kind: 'compiled-template'
  readonly template: Template
  /** Written at the first rendering of each kind. */
  readonly program: (isNative: boolean) => Program
}

/** A macro made ready to run; its body is parsed and compiled at its first call. */
export interface CompiledMacro {
  readonly kind: 'compiled-macro'
  readonly name: string
  readonly block: Block
  readonly program: () => { readonly shape: MacroShape; readonly run: MacroProgram }
}

export interface CompiledExpression {
  readonly kind: 'compiled-expression'
  readonly expression: Expression
  readonly program: () => ExpressionProgram
}

export interface CompileOptions {
  /** As if the whole template stood in `{% autoescape true %}`. */
  readonly escapes?: boolean
}

/** Costs nothing: the code is written when it is first rendered. Unknown filters and tests are reported then, too. */
export function compileTemplate(
  template: Template,
  { escapes = false }: CompileOptions = {},
): CompiledTemplate {
  const text = once(() => buildTemplate(template, { isNative: false, escapes }))
  const native = once(() => buildTemplate(template, { isNative: true, escapes }))
  const program = (isNative: boolean): Program => (isNative ? native() : text())
  return { kind: 'compiled-template', template, program }
}

/** Costs nothing: the body is parsed at the first call, whose syntax mistakes then throw a `DiagnosticError`. */
export function compileMacro(block: Block): CompiledMacro {
  return { kind: 'compiled-macro', name: block.name, block, program: once(() => buildMacro(block)) }
}

export function compileExpression(expression: Expression): CompiledExpression {
  const program = once(() => buildExpression(expression))
  return { kind: 'compiled-expression', expression, program }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function startPlace(unit: Unit): Place {
  return {
    unit,
    fn: startFunction(),
    names: new Names(),
    out: 'o0',
    autoescape: 'false',
    isTop: true,
    isNativeRoot: unit.isNative,
    isConditional: false,
  }
}

function buildTemplate(
  template: Template,
  { isNative, escapes }: { readonly isNative: boolean; readonly escapes: boolean },
): Program {
  const unit = startUnit(isNative, hasBlocks(template))
  const place = { ...startPlace(unit), autoescape: String(escapes) }
  const { names, declarations } = openScope(template.body, place, new Map())
  const body = declarations + emitBody(template.body, { ...place, names })
  const start = unit.hasBlocks ? '$=$.withBlocks(B);' : ''
  const code = `function*($,o0){${start}${finishFunction(place.fn, body)}}`
  return evaluate<Program>(unit, code)
}

function hasBlocks(template: Template): boolean {
  if (!template.source.text.includes('block')) return false
  return hasNode(template, (it) => it.kind === 'block')
}

function buildMacro(block: Block): { readonly shape: MacroShape; readonly run: MacroProgram } {
  const { value, diagnostics } = parseBlock(block)
  if (hasErrors(diagnostics)) throw new DiagnosticError(diagnostics)
  if (!value) throw new Error(`the block "${block.name}" has no macro`)
  return buildParsedMacro(value)
}

function buildParsedMacro(macro: Macro): {
  readonly shape: MacroShape
  readonly run: MacroProgram
} {
  const unit = startUnit(false, false)
  const place = { ...startPlace(unit), isTop: false }
  const { shape, code } = emitMacroFunction(macro.name, macro.parameters, macro.body, place)
  return { shape, run: evaluate<MacroProgram>(unit, code) }
}

function buildExpression(expression: Expression): ExpressionProgram {
  const unit = startUnit(false, false)
  const place = startPlace(unit)
  const value = emitExpression(expression, place)
  return evaluate<ExpressionProgram>(
    unit,
    `function*($){${finishFunction(place.fn, `return ${value}`)}}`,
  )
}

type Make = (rules: typeof runtime, constants: unknown[]) => unknown

/**
 * Templates that differ only in their texts have the same code, and many models of a project do: it is read once. The limit
 * bounds the memory that this takes.
 */
const known = new Map<string, Make>()
const MAX_KNOWN = 2000

/** The code holds names of our own, and names of templates through `JSON.stringify`; all other text of the user is in `K`. */
function evaluate<P>(unit: Unit, code: string): P {
  const blocks = [...unit.blocks].map(([name, block]) => `[${quote(name)},${block}]`)
  const prefix = blocks.length === 0 ? '' : `const B=new Map([${blocks.join(',')}]);`
  // In parentheses the engine reads the function at once, not a second time when it is called.
  const text = `"use strict";${prefix}return (${code})`
  let make = known.get(text)
  if (!make) {
    if (known.size === MAX_KNOWN) known.clear()
    make = new Function('R', 'K', text) as Make
    known.set(text, make)
  }
  // The code above is written for this signature; TypeScript cannot see into it.
  return make(runtime, unit.constants) as P
}
