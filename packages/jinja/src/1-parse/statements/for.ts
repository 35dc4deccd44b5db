import type { For, Statement, Target } from '../ast.ts'
import { openTag, readBody, readWholeBody } from '../parse-body.ts'
import { readExpression } from '../parse-expression.ts'
import { readTarget } from '../parse-target.ts'
import { readTuple } from '../parse-tuple.ts'
import type { Parser } from '../parser.ts'
import { orFailed } from './failed.ts'

export function readFor(p: Parser, start: number): For {
  const opening = openTag(p, start, 'for', 'else')
  const header = p.attempt(() => readHeader(p)) ?? failedHeader(opening.span)
  const { statements: body, end } = readBody(p, { ...opening, isLoop: true })
  let otherwise: readonly Statement[] = []
  if (end === 'else')
    otherwise = readWholeBody(p, { ...opening, ends: [opening.end], isLaterPart: true })
  else if (end !== undefined) p.closeTag()
  return { kind: 'for', span: p.spanFrom(start), ...header, body, otherwise }
}

type Header = Pick<For, 'target' | 'iterable' | 'condition' | 'isRecursive'>

function readHeader(p: Parser): Header {
  const target = readTarget(p, { endName: 'in' })
  if (namesIn(target).includes('loop')) {
    p.fail('"loop" cannot be the variable of a loop', target.span, 'TemplateAssertionError')
  }
  p.expectName('in')
  const iterable = readTuple(p, { withoutConditional: true, endName: 'recursive' })
  const condition = p.skipName('if') ? readExpression(p) : undefined
  const isRecursive = p.skipName('recursive')
  if (!p.is('block-end') && !p.is(':')) p.failUnexpected('"%}"')
  return { target, iterable, condition, isRecursive }
}

function namesIn(target: Target): string[] {
  if (target.kind === 'target-tuple') return target.items.flatMap(namesIn)
  return target.kind === 'target-name' ? [target.name] : []
}

function failedHeader(span: For['span']): Header {
  return {
    target: { kind: 'target-tuple', span, items: [] },
    iterable: orFailed(span),
    condition: undefined,
    isRecursive: false,
  }
}
