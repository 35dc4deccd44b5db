import type { Outcome } from '@btn/diagnostics'
import type { Expression, Parameter } from './ast.ts'
import type { Block, Signature } from './block.ts'
import { Lexer } from './lexer.ts'
import { parserOf } from './parse.ts'
import type { Parser } from './parser.ts'
import { readMacroHeader } from './statements/macro.ts'
import { readMaterializationHeader } from './statements/materialization.ts'

/** The arguments in a block's first tag. */
export function readSignature(block: Block): Outcome<Signature> {
  const { source, tagSpan } = block
  const p = parserOf(source, new Lexer(source, tagSpan.start, tagSpan.end).readTag())
  const value = p.attempt(() => readTag(p, block)) ?? NOTHING
  return { value, diagnostics: p.diagnostics }
}

const NOTHING: Signature = { parameters: [], adapter: undefined, supportedLanguages: undefined }

function readTag(p: Parser, block: Block): Signature {
  p.expect('block-begin')
  p.expect('name')
  const isMaterialization = block.kind === 'materialization'
  const header = isMaterialization
    ? readMaterializationHeader(p)
    : { ...readMacroHeader(p, block.kind), adapter: undefined }
  p.skipIf(':')
  if (!p.is('block-end')) p.failUnexpected('"%}"')
  const parameters = header.parameters.map((it) => ({
    name: it.name,
    span: it.span,
    type: it.type && source(it.type),
    hasDefault: it.default !== undefined,
  }))
  const languages = isMaterialization ? textsOf(header.parameters[0]?.default) : undefined
  return { parameters, adapter: header.adapter, supportedLanguages: languages }
}

function source(type: NonNullable<Parameter['type']>): string {
  return type.span.source.text.slice(type.span.start, type.span.end)
}

function textsOf(list: Expression | undefined): readonly string[] | undefined {
  if (list?.kind !== 'list' && list?.kind !== 'tuple') return undefined
  return list.items.flatMap((it) =>
    it.kind === 'literal' && typeof it.value === 'string' ? [it.value] : [],
  )
}
