import type { Expression } from './ast.ts'
import { readExpression } from './parse-expression.ts'
import { readTuple } from './parse-tuple.ts'
import type { Parser } from './parser.ts'

/** `(…)`, `[…]` or `{…}` */
export function readDisplay(p: Parser): Expression {
  if (p.is('[')) return readList(p)
  return p.is('{') ? readDict(p) : readParentheses(p)
}

function readParentheses(p: Parser): Expression {
  const start = p.expect('(').start
  const value = readTuple(p, { inParentheses: true })
  p.expect(')')
  return value.kind === 'tuple' ? { ...value, span: p.spanFrom(start) } : value
}

function readList(p: Parser): Expression {
  const start = p.expect('[').start
  const items: Expression[] = []
  while (!p.is(']')) {
    if (items.length > 0) p.expect(',')
    if (p.is(']')) break
    items.push(readExpression(p))
  }
  p.expect(']')
  return { kind: 'list', span: p.spanFrom(start), items }
}

function readDict(p: Parser): Expression {
  const start = p.expect('{').start
  const entries: { key: Expression; value: Expression }[] = []
  while (!p.is('}')) {
    if (entries.length > 0) p.expect(',')
    if (p.is('}')) break
    const key = readExpression(p)
    p.expect(':')
    entries.push({ key, value: readExpression(p) })
  }
  p.expect('}')
  return { kind: 'dict', span: p.spanFrom(start), entries }
}
