import type { FilterBlock } from '../ast.ts'
import { openTag, readWholeBody } from '../parse-body.ts'
import { readFilterCalls } from '../parse-filter.ts'
import type { Parser } from '../parser.ts'

export function readFilterBlock(p: Parser, start: number): FilterBlock {
  const opening = openTag(p, start, 'filter')
  const filters = p.attempt(() => readFilterCalls(p)) ?? []
  const body = readWholeBody(p, opening)
  return { kind: 'filter-block', span: p.spanFrom(start), filters, body }
}
