import type { Load } from '../ast.ts'
import { readExpression } from '../parse-expression.ts'
import { readName } from '../parse-target.ts'
import type { Parser } from '../parser.ts'

export function readExtends(p: Parser, start: number): Load {
  const template = readExpression(p)
  return finish(p, start, { kind: 'extends', template, names: [], ignoreMissing: false })
}

export function readInclude(p: Parser, start: number): Load {
  const template = readExpression(p)
  const ignoreMissing = p.isName('ignore') && p.look().text === 'missing'
  if (ignoreMissing) {
    p.next()
    p.next()
  }
  skipContext(p)
  return finish(p, start, { kind: 'include', template, names: [], ignoreMissing })
}

export function readImport(p: Parser, start: number): Load {
  const template = readExpression(p)
  p.expectName('as')
  const names = [readName(p).name]
  skipContext(p)
  return finish(p, start, { kind: 'import', template, names, ignoreMissing: false })
}

export function readFrom(p: Parser, start: number): Load {
  const template = readExpression(p)
  p.expectName('import')
  const names: string[] = []
  do {
    if (skipContext(p)) break
    names.push(readImported(p))
    if (skipContext(p)) break
  } while (p.skipIf(','))
  return finish(p, start, { kind: 'from-import', template, names, ignoreMissing: false })
}

function readImported(p: Parser): string {
  const { name, span } = readName(p)
  if (name.startsWith('_')) p.fail('names that start with "_" cannot be imported', span)
  return p.skipName('as') ? readName(p).name : name
}

/** `with context` or `without context` */
function skipContext(p: Parser): boolean {
  if (!(p.isName('with') || p.isName('without')) || p.look().text !== 'context') return false
  p.next()
  p.next()
  return true
}

function finish(p: Parser, start: number, load: Omit<Load, 'span'>): Load {
  p.closeTag()
  return { ...load, span: p.spanFrom(start) }
}
