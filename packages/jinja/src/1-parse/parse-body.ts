import { diagnostic, findNearest, type Span } from '@btn/diagnostics'
import type { Expression, Statement } from './ast.ts'
import { readTuple } from './parse-tuple.ts'
import type { OpenTag, Parser } from './parser.ts'
import { statementParsers } from './statements/index.ts'

/** A longer tag is not shown whole where it was left open. */
const MAX_TAG = 200

/** Everything up to the end of the text. */
export function readTemplateBody(p: Parser): Statement[] {
  const body: Statement[] = []
  while (!p.is('eof')) readNext(p, body)
  return body
}

export interface Body {
  readonly statements: readonly Statement[]
  /** The tag behind the body, read up to its name; undefined when it is missing (which is reported). */
  readonly end: string | undefined
}

/** What follows an opening tag: the rest of that tag, then statements up to one of `opening.ends`. */
export function readBody(p: Parser, opening: OpenTag): Body {
  p.skipIf(':')
  p.closeTag()
  const statements: Statement[] = []
  const tag = p.spanFrom(opening.span.start)
  const open =
    opening.isLaterPart || tag.end - tag.start > MAX_TAG ? opening : { ...opening, span: tag }
  p.open.push(open)
  const end = p.nest(() => readUntilEnd(p, open, statements))
  p.open.pop()
  return { statements, end }
}

/** Reads a body that has only one possible end, and that end; gives the offset behind it. */
export function readWholeBody(p: Parser, opening: OpenTag): readonly Statement[] {
  const { statements, end } = readBody(p, opening)
  if (end !== undefined) p.closeTag()
  return statements
}

/** The opening of a tag whose name has just been read. */
export function openTag(p: Parser, start: number, tag: string, ...others: string[]): OpenTag {
  const end = `end${tag}`
  return { tag, end, ends: [...others, end], span: p.spanFrom(start) }
}

function readUntilEnd(p: Parser, opening: OpenTag, body: Statement[]): string | undefined {
  for (;;) {
    if (p.is('eof')) return reportUnclosed(p, opening)
    const name = findTagName(p)
    if (name !== undefined && opening.ends.includes(name)) {
      p.next()
      p.next()
      return name
    }
    // The end of something further out: what is open here was forgotten.
    if (name !== undefined && p.open.some((it) => it.ends.includes(name))) {
      return reportUnclosed(p, opening, name)
    }
    readNext(p, body)
  }
}

function findTagName(p: Parser): string | undefined {
  if (!p.is('block-begin')) return undefined
  const name = p.look()
  return name.type === 'name' ? name.text : undefined
}

function reportUnclosed(p: Parser, opening: OpenTag, found?: string): undefined {
  const { tag, end, span } = opening
  const params = { pythonType: 'TemplateSyntaxError', tag, end, ...(found && { found }) }
  p.report(diagnostic('unclosed-tag', params, { span }))
}

function readNext(p: Parser, body: Statement[]): void {
  const token = p.current
  if (token.type === 'data') {
    p.next()
    const text = p.source.text.slice(token.start, token.end)
    body.push({ kind: 'text', span: p.spanOf(token), text })
  } else if (token.type === 'variable-begin') body.push(readOutput(p))
  else if (token.type === 'block-begin') body.push(...readStatement(p))
  else {
    if (token.mistake) p.report(token.mistake)
    p.next()
  }
}

function readOutput(p: Parser): Statement {
  const start = p.next().start
  const value = p.attempt((): Expression => {
    const read = readTuple(p)
    if (!p.is('variable-end')) p.failUnexpected('"}}"')
    return read
  })
  p.skipIf('variable-end')
  const span = p.spanFrom(start)
  return value ? { kind: 'output', span, value } : { kind: 'failed', span }
}

function readStatement(p: Parser): readonly Statement[] {
  const start = p.next().start
  const read = p.attempt(() => {
    const token = p.current
    if (token.type !== 'name') p.failUnexpected('the name of a tag')
    const parse = statementParsers.get(token.text)
    if (!parse) failUnknownTag(p, token.text, p.spanOf(token))
    p.next()
    return parse(p, start)
  })
  if (read) return 'kind' in read ? [read] : read
  p.skipIf('block-end')
  return [{ kind: 'failed', span: p.spanFrom(start) }]
}

const INNER_TAGS: Readonly<Record<string, string>> = { else: 'if', elif: 'if' }

function failUnknownTag(p: Parser, tag: string, span: Span): never {
  const pythonType = 'TemplateSyntaxError'
  const opening = INNER_TAGS[tag] ?? (tag.startsWith('end') ? tag.slice(3) : '')
  if (statementParsers.has(opening)) {
    p.failWith(diagnostic('unexpected-end-tag', { pythonType, tag, opening }, { span }))
  }
  const expected = p.open.flatMap((it) => it.ends)
  const nearest = findNearest(tag, [...expected, 'elif', 'else', ...statementParsers.keys()])
  p.failWith(diagnostic('unknown-tag', { pythonType, name: tag, nearest }, { span }))
}
