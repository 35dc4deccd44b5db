import type { Output } from '../ast.ts'
import { readExpression } from '../parse-expression.ts'
import type { Parser } from '../parser.ts'

/** `{% print a, b %}`: what `{{ a }}{{ b }}` is. */
export function readPrint(p: Parser): readonly Output[] {
  const outputs: Output[] = []
  while (!p.is('block-end')) {
    if (outputs.length > 0) p.expect(',')
    const value = readExpression(p)
    outputs.push({ kind: 'output', span: value.span, value })
  }
  p.closeTag()
  return outputs
}
