import type { Arguments, Expression } from './ast.ts'
import { readExpression } from './parse-expression.ts'
import type { Parser } from './parser.ts'

export const NO_ARGUMENTS: Arguments = {
  positional: [],
  named: [],
  spread: undefined,
  spreadNamed: undefined,
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

interface Collected extends Mutable<Arguments> {
  readonly positional: Expression[]
  readonly named: Mutable<Arguments>['named'][number][]
}

/** `(a, b, key=value, *values, **values)` */
export function readCallArguments(p: Parser): Arguments {
  p.expect('(')
  const args: Collected = { positional: [], named: [], spread: undefined, spreadNamed: undefined }
  let isFirst = true
  while (!p.is(')')) {
    if (!isFirst) p.expect(',')
    if (p.is(')')) break
    readArgument(p, args)
    isFirst = false
  }
  p.expect(')')
  return args
}

function readArgument(p: Parser, args: Collected): void {
  const token = p.current
  if (p.skipIf('*')) {
    ensure(p, !args.spread && !args.spreadNamed, '"*" must come once, and before "**"')
    args.spread = readExpression(p)
  } else if (p.skipIf('**')) {
    ensure(p, !args.spreadNamed, '"**" must come once')
    args.spreadNamed = readExpression(p)
  } else if (token.type === 'name' && p.look().type === '=') {
    ensure(p, !args.spreadNamed, 'a named argument must come before "**"')
    const isRepeated = args.named.some((it) => it.name === token.text)
    if (isRepeated) p.fail(`"${token.text}" is given twice`, p.spanOf(token), 'SyntaxError')
    p.next()
    p.next()
    args.named.push({ name: token.text, span: p.spanOf(token), value: readExpression(p) })
  } else {
    const isFree = !args.spread && !args.spreadNamed && args.named.length === 0
    ensure(p, isFree, 'a positional argument must come before the named ones')
    args.positional.push(readExpression(p))
  }
}

function ensure(p: Parser, holds: boolean, problem: string): void {
  if (!holds) p.fail(problem, p.spanOf(p.current))
}
