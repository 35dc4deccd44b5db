import type { Expression } from './ast.ts'
import { readExpression, readOr } from './parse-expression.ts'
import type { Parser } from './parser.ts'

export interface TupleOptions {
  /** Without `value if test else other`. */
  readonly withoutConditional?: boolean
  /** A name that ends the tuple, as `recursive`. */
  readonly endName?: string
  /** In parentheses nothing at all is a tuple, too. */
  readonly inParentheses?: boolean
}

/** Expressions with commas between them; a single one without a comma is itself. */
export function readTuple(p: Parser, options: TupleOptions = {}): Expression {
  const start = p.current.start
  const items: Expression[] = []
  let isTuple = false
  while (!isTupleEnd(p, options)) {
    items.push(options.withoutConditional ? readOr(p) : readExpression(p))
    if (!p.skipIf(',')) break
    isTuple = true
  }
  const only = items[0]
  if (!isTuple && only) return only
  if (!isTuple && !options.inParentheses) p.failUnexpected('an expression')
  return { kind: 'tuple', span: p.spanFrom(start), items }
}

export function isTupleEnd(p: Parser, options: Pick<TupleOptions, 'endName'>): boolean {
  const { type } = p.current
  if (type === 'variable-end' || type === 'block-end' || type === ')') return true
  return options.endName !== undefined && p.isName(options.endName)
}
