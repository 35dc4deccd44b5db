import type { Target } from './ast.ts'
import { isReserved } from './parse-expression.ts'
import { isTupleEnd } from './parse-tuple.ts'
import type { Parser } from './parser.ts'

export interface TargetOptions {
  /** `namespace.name` may be assigned to. */
  readonly withNamespace?: boolean
  readonly endName?: string
}

/** What stands before `=` or `in`: names with commas between them, in parentheses or not. */
export function readTarget(p: Parser, options: TargetOptions = {}): Target {
  const start = p.current.start
  const items: Target[] = []
  let isTuple = false
  while (!isTupleEnd(p, options)) {
    items.push(readOne(p, options))
    if (!p.skipIf(',')) break
    isTuple = true
  }
  const only = items[0]
  if (!isTuple && only) return only
  if (!isTuple) p.failUnexpected('a name to assign to')
  return { kind: 'target-tuple', span: p.spanFrom(start), items }
}

function readOne(p: Parser, options: TargetOptions): Target {
  if (p.is('(')) return readParentheses(p, options)
  const token = p.current
  if (token.type !== 'name') {
    if (token.mistake) p.failUnexpected('a name to assign to')
    p.fail('only names can be assigned to', p.spanOf(token))
  }
  if (isReserved(token.text)) p.fail(`"${token.text}" cannot be assigned to`, p.spanOf(token))
  p.next()
  if (!options.withNamespace || !p.skipIf('.')) {
    return { kind: 'target-name', span: p.spanOf(token), name: token.text }
  }
  const attribute = p.expect('name').text
  return { kind: 'target-attribute', span: p.spanFrom(token.start), name: token.text, attribute }
}

function readParentheses(p: Parser, options: TargetOptions): Target {
  const start = p.expect('(').start
  const inner = p.nest(() => readTarget(p, { withNamespace: options.withNamespace ?? false }))
  p.expect(')')
  return inner.kind === 'target-tuple' ? { ...inner, span: p.spanFrom(start) } : inner
}

export interface NameTarget {
  readonly name: string
  readonly span: Target['span']
}

/** A single name, as a macro's. */
export function readName(p: Parser): NameTarget {
  const token = p.expect('name')
  if (isReserved(token.text)) p.fail(`"${token.text}" cannot be assigned to`, p.spanOf(token))
  return { name: token.text, span: p.spanOf(token) }
}
