import type { Jump } from '../ast.ts'
import type { Parser } from '../parser.ts'

export function readJump(kind: Jump['kind']): (p: Parser, start: number) => Jump {
  return (p, start) => {
    const around = p.open.findLast((it) => it.isLoop !== undefined)
    if (!around?.isLoop) {
      p.fail(`{% ${kind} %} stands outside of a loop`, p.spanFrom(start), 'SyntaxError')
    }
    p.closeTag()
    return { kind, span: p.spanFrom(start) }
  }
}
