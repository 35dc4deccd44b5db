import type { Do } from '../ast.ts'
import { readTuple } from '../parse-tuple.ts'
import type { Parser } from '../parser.ts'

export function readDo(p: Parser, start: number): Do {
  const value = readTuple(p)
  p.closeTag()
  return { kind: 'do', span: p.spanFrom(start), value }
}
