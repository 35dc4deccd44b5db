import type { CallBlock, Call } from '../ast.ts'
import { openTag, readWholeBody } from '../parse-body.ts'
import { readExpression } from '../parse-expression.ts'
import { readParameters } from '../parse-signature.ts'
import type { Parser } from '../parser.ts'
import { NO_ARGUMENTS } from '../parse-arguments.ts'
import { orFailed } from './failed.ts'

export function readCallBlock(p: Parser, start: number): CallBlock {
  const opening = { ...openTag(p, start, 'call'), isLoop: false }
  const header = p.attempt(() => {
    const parameters = p.is('(') ? readParameters(p) : []
    const call = readExpression(p)
    if (call.kind !== 'call') p.fail('a call is expected', call.span)
    return { parameters, call }
  })
  const body = readWholeBody(p, opening)
  const { parameters, call } = header ?? { parameters: [], call: noCall(opening.span) }
  return { kind: 'call-block', span: p.spanFrom(start), call, parameters, body }
}

function noCall(span: Call['span']): Call {
  return { kind: 'call', span, callee: orFailed(span), args: NO_ARGUMENTS }
}
