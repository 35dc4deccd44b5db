import type { If, IfBranch, Statement } from '../ast.ts'
import { openTag, readBody, readWholeBody } from '../parse-body.ts'
import { readTuple } from '../parse-tuple.ts'
import type { Parser } from '../parser.ts'
import { orFailed } from './failed.ts'

export function readIf(p: Parser, start: number): If {
  const opening = openTag(p, start, 'if', 'elif', 'else')
  const branches: IfBranch[] = []
  let otherwise: readonly Statement[] = []
  for (;;) {
    const test =
      p.attempt(() => readTuple(p, { withoutConditional: true })) ?? orFailed(opening.span)
    const { statements, end } = readBody(p, { ...opening, isLaterPart: branches.length > 0 })
    branches.push({ test, body: statements })
    if (end === 'elif') continue
    if (end === 'else')
      otherwise = readWholeBody(p, { ...opening, ends: [opening.end], isLaterPart: true })
    else if (end !== undefined) p.closeTag()
    return { kind: 'if', span: p.spanFrom(start), branches, otherwise }
  }
}
