import type { SetBlock, SetStatement } from '../ast.ts'
import { openTag, readWholeBody } from '../parse-body.ts'
import { readFilterCalls } from '../parse-filter.ts'
import { readTarget } from '../parse-target.ts'
import { readTuple } from '../parse-tuple.ts'
import type { Parser } from '../parser.ts'

export function readSet(p: Parser, start: number): SetStatement | SetBlock {
  const opening = openTag(p, start, 'set')
  const target = readTarget(p, { withNamespace: true })
  if (p.skipIf('=')) {
    const value = readTuple(p)
    p.closeTag()
    return { kind: 'set', span: p.spanFrom(start), target, value }
  }
  const filters = p.skipIf('|') ? readFilterCalls(p) : []
  if (!p.is('block-end') && !p.is(':')) p.failUnexpected('"=" or "%}"')
  const body = readWholeBody(p, opening)
  return { kind: 'set-block', span: p.spanFrom(start), target, filters, body }
}
