import type { With } from '../ast.ts'
import { openTag, readWholeBody } from '../parse-body.ts'
import { readExpression } from '../parse-expression.ts'
import { readTarget } from '../parse-target.ts'
import type { Parser } from '../parser.ts'

export function readWith(p: Parser, start: number): With {
  const opening = openTag(p, start, 'with')
  const bindings = p.attempt(() => readBindings(p)) ?? []
  const body = readWholeBody(p, opening)
  return { kind: 'with', span: p.spanFrom(start), bindings, body }
}

function readBindings(p: Parser): With['bindings'] {
  const bindings: With['bindings'][number][] = []
  while (!p.is('block-end')) {
    if (bindings.length > 0) p.expect(',')
    const target = readTarget(p)
    p.expect('=')
    bindings.push({ target, value: readExpression(p) })
  }
  return bindings
}
