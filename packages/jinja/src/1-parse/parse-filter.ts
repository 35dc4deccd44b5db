import type { Arguments, Expression, FilterCall, Test } from './ast.ts'
import { NO_ARGUMENTS, readCallArguments } from './parse-arguments.ts'
import { readPostfix, readPrimary } from './parse-expression.ts'
import type { Parser } from './parser.ts'

/** `| name(…)` */
export function readFilter(p: Parser, operand: Expression): Expression {
  p.expect('|')
  const call = readFilterCall(p)
  return { kind: 'filter', span: p.spanFrom(operand.span.start), operand, call }
}

/** `name(…)`, then more filters behind `|`. */
export function readFilterCalls(p: Parser): FilterCall[] {
  const calls = [readFilterCall(p)]
  while (p.skipIf('|')) calls.push(readFilterCall(p))
  return calls
}

function readFilterCall(p: Parser): FilterCall {
  const start = p.current.start
  const name = readDottedName(p)
  const args = p.is('(') ? readCallArguments(p) : NO_ARGUMENTS
  return { name, span: p.spanFrom(start), args }
}

function readDottedName(p: Parser): string {
  let name = p.expect('name').text
  while (p.skipIf('.')) name += `.${p.expect('name').text}`
  return name
}

/** `is not name(…)` or `is name argument` */
export function readTest(p: Parser, operand: Expression): Test {
  p.expectName('is')
  const isNegated = p.skipName('not')
  const start = p.current.start
  const name = readDottedName(p)
  const args = readTestArguments(p)
  const call = { name, span: p.spanFrom(start), args }
  return { kind: 'test', span: p.spanFrom(operand.span.start), operand, call, isNegated }
}

function readTestArguments(p: Parser): Arguments {
  if (p.is('(')) return readCallArguments(p)
  if (!isArgumentStart(p)) return NO_ARGUMENTS
  if (p.isName('is')) p.fail('tests cannot be chained', p.spanOf(p.current))
  return { ...NO_ARGUMENTS, positional: [readPostfix(p, readPrimary(p))] }
}

function isArgumentStart(p: Parser): boolean {
  switch (p.current.type) {
    case 'name':
      return !p.isName('else') && !p.isName('or') && !p.isName('and')
    case 'string':
    case 'integer':
    case 'float':
    case '[':
    case '{':
      return true
    default:
      return false
  }
}
