import type { Diagnostic, Outcome, Source } from '@btn/diagnostics'
import type { Expression, Macro, Template } from './ast.ts'
import type { Block } from './block.ts'
import { Lexer } from './lexer.ts'
import { readTemplateBody } from './parse-body.ts'
import { readExpression } from './parse-expression.ts'
import { Parser } from './parser.ts'
import type { Token } from './token.ts'

export interface ParseOptions {
  /** Read only this part of the source; spans stay those of the whole. */
  readonly start?: number
  readonly end?: number
}

/** Text to tree. All syntax mistakes are collected; the tree has `failed` nodes where they stand. */
export function parse(source: Source, options: ParseOptions = {}): Outcome<Template> {
  const { start = 0, end = source.text.length } = options
  const p = parserOf(source, new Lexer(source, start, end).readTemplate())
  const body = readTemplateBody(p)
  const value: Template = { kind: 'template', span: { source, start, end }, source, body }
  return { value, diagnostics: p.diagnostics.sort(byPlace) }
}

function byPlace(left: Diagnostic, right: Diagnostic): number {
  return (left.span?.start ?? 0) - (right.span?.start ?? 0)
}

/** Reads one expression without braces, as `1 + x`; undefined when it cannot be read. */
export function parseExpression(
  source: Source,
  options: ParseOptions = {},
): Outcome<Expression | undefined> {
  const { start = 0, end = source.text.length } = options
  const p = parserOf(source, new Lexer(source, start, end).readExpression())
  const value = p.attempt(() => {
    const expression = readExpression(p)
    if (!p.is('eof')) p.failUnexpected('the end')
    return expression
  })
  return { value, diagnostics: p.diagnostics }
}

/** The whole block as a tree; undefined when it cannot be read. */
export function parseBlock(block: Block): Outcome<Macro | undefined> {
  const { value, diagnostics } = parse(block.source, block.span)
  const macro = value.body.find((it) => it.kind === 'macro')
  return { value: macro, diagnostics }
}

/** The lexer always ends with an `eof` token, so there is a first one. */
export function parserOf(source: Source, tokens: readonly Token[]): Parser {
  const [first] = tokens
  if (!first) throw new Error('a text without tokens')
  return new Parser(source, first, tokens)
}
