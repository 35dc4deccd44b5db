import type { BlockStatement } from '../ast.ts'
import { openTag, readBody } from '../parse-body.ts'
import type { Parser } from '../parser.ts'

export function readBlock(p: Parser, start: number): BlockStatement {
  const header = p.attempt(() => {
    const name = p.expect('name').text
    const isScoped = p.skipName('scoped')
    const isRequired = p.skipName('required')
    if (p.is('-')) p.fail('the name of a block may not contain "-"', p.spanOf(p.current))
    return { name, isScoped, isRequired }
  }) ?? { name: '', isScoped: false, isRequired: false }
  const opening = { ...openTag(p, start, 'block'), isLoop: false }
  const body = readNamedBody(p, opening, header.name)
  const isBlank = body.every((it) => it.kind === 'text' && it.text.trim() === '')
  if (header.isRequired && !isBlank) p.fail('a required block must be empty', opening.span)
  return { kind: 'block', span: p.spanFrom(start), ...header, body }
}

/** As any body, but the end tag may repeat the name. */
function readNamedBody(
  p: Parser,
  opening: ReturnType<typeof openTag>,
  name: string,
): BlockStatement['body'] {
  const { statements, end } = readBody(p, opening)
  if (end === undefined) return statements
  p.skipName(name)
  p.closeTag()
  return statements
}
