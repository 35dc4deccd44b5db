import type { Expression } from './ast.ts'
import { readExpression } from './parse-expression.ts'
import type { Parser } from './parser.ts'

/** `.name`, `.0` or `[…]` behind a value. */
export function readSubscript(p: Parser, object: Expression): Expression {
  return p.next().type === '.' ? readDot(p, object) : readItem(p, object)
}

function readDot(p: Parser, object: Expression): Expression {
  const token = p.current
  if (token.type !== 'name' && token.type !== 'integer') p.failUnexpected('a name or a number')
  p.next()
  const span = p.spanFrom(object.span.start)
  const nameSpan = p.spanOf(token)
  if (token.type === 'name') return { kind: 'attribute', span, object, name: token.text, nameSpan }
  const value = Number(token.text)
  return {
    kind: 'item',
    span,
    object,
    key: { kind: 'literal', span: nameSpan, type: 'integer', value },
  }
}

function readItem(p: Parser, object: Expression): Expression {
  const start = p.lastEnd
  const keys: Expression[] = []
  while (!p.is(']')) {
    if (keys.length > 0) p.expect(',')
    keys.push(readKey(p))
  }
  const keySpan = p.spanFrom(start)
  p.expect(']')
  const only = keys.length === 1 ? keys[0] : undefined
  const key: Expression = only ?? { kind: 'tuple', span: keySpan, items: keys }
  return { kind: 'item', span: p.spanFrom(object.span.start), object, key }
}

/** An expression, or a slice `start:stop:step` of which everything but the first colon may be missing. */
function readKey(p: Parser): Expression {
  const from = p.current.start
  const start = p.is(':') ? undefined : readExpression(p)
  if (start && !p.is(':')) return start
  p.expect(':')
  const stop = readBound(p)
  const step = p.skipIf(':') ? readBound(p) : undefined
  return { kind: 'slice', span: p.spanFrom(from), start, stop, step }
}

function readBound(p: Parser): Expression | undefined {
  return p.is(':') || p.is(']') || p.is(',') ? undefined : readExpression(p)
}
