import type { Autoescape, Expression } from '../ast.ts'
import { openTag, readWholeBody } from '../parse-body.ts'
import { readExpression } from '../parse-expression.ts'
import type { Parser } from '../parser.ts'
import { orFailed } from './failed.ts'

export function readAutoescape(p: Parser, start: number): Autoescape {
  const opening = openTag(p, start, 'autoescape')
  const value: Expression = p.attempt(() => readExpression(p)) ?? orFailed(opening.span)
  const body = readWholeBody(p, opening)
  return { kind: 'autoescape', span: p.spanFrom(start), value, body }
}
