import type { BinaryOperator, CompareOperator, Expression, Literal } from './ast.ts'
import { readCallArguments } from './parse-arguments.ts'
import { readFilter, readTest } from './parse-filter.ts'
import { readSubscript } from './parse-subscript.ts'
import { readDisplay } from './parse-display.ts'
import type { Parser } from './parser.ts'
import type { Token, TokenType } from './token.ts'

/** `value if test else other`, and everything that binds tighter. */
export function readExpression(p: Parser): Expression {
  return p.nest(readConditional)
}

function readConditional(p: Parser): Expression {
  const start = p.current.start
  let value = readOr(p)
  while (p.skipName('if')) {
    const test = readOr(p)
    const otherwise = p.skipName('else') ? readExpression(p) : undefined
    value = { kind: 'conditional', span: p.spanFrom(start), test, value, otherwise }
  }
  return value
}

/** An expression without `if` and `else`, as in a loop's iterable. */
export function readOr(p: Parser): Expression {
  const start = p.current.start
  let left = readAnd(p)
  while (p.skipName('or')) {
    const right = readAnd(p)
    left = { kind: 'logical', span: p.spanFrom(start), operator: 'or', left, right }
  }
  return left
}

function readAnd(p: Parser): Expression {
  const start = p.current.start
  let left = readNot(p)
  while (p.skipName('and')) {
    const right = readNot(p)
    left = { kind: 'logical', span: p.spanFrom(start), operator: 'and', left, right }
  }
  return left
}

function readNot(p: Parser): Expression {
  if (!p.isName('not')) return readCompare(p)
  const start = p.next().start
  const operand = p.nest(readNot)
  return { kind: 'unary', span: p.spanFrom(start), operator: 'not', operand }
}

const COMPARISONS: ReadonlySet<TokenType> = new Set(['==', '!=', '<', '<=', '>', '>='])

function readCompare(p: Parser): Expression {
  const start = p.current.start
  const first = readSum(p)
  const rest: { operator: CompareOperator; operand: Expression }[] = []
  for (;;) {
    const operator = readComparison(p)
    if (operator === undefined) break
    rest.push({ operator, operand: readSum(p) })
  }
  return rest.length === 0 ? first : { kind: 'compare', span: p.spanFrom(start), first, rest }
}

function readComparison(p: Parser): CompareOperator | undefined {
  if (COMPARISONS.has(p.current.type)) return p.next().type as CompareOperator
  if (p.skipName('in')) return 'in'
  const next = p.look()
  if (!p.isName('not') || next.type !== 'name' || next.text !== 'in') return undefined
  p.next()
  p.next()
  return 'not in'
}

type Rule = (p: Parser) => Expression

function readLeftToRight(
  p: Parser,
  operators: readonly BinaryOperator[],
  operand: Rule,
): Expression {
  const start = p.current.start
  let left = operand(p)
  for (;;) {
    const operator = operators.find((it) => it === p.current.type)
    if (operator === undefined) return left
    p.next()
    const right = operand(p)
    left = { kind: 'binary', span: p.spanFrom(start), operator, left, right }
  }
}

const SUMS: readonly BinaryOperator[] = ['+', '-']
const readSum: Rule = (p) => readLeftToRight(p, SUMS, readConcat)

function readConcat(p: Parser): Expression {
  const start = p.current.start
  const first = readProduct(p)
  if (!p.is('~')) return first
  const parts = [first]
  while (p.skipIf('~')) parts.push(readProduct(p))
  return { kind: 'concat', span: p.spanFrom(start), parts }
}

const PRODUCTS: readonly BinaryOperator[] = ['*', '/', '//', '%']
const readProduct: Rule = (p) => readLeftToRight(p, PRODUCTS, readPower)

const POWERS: readonly BinaryOperator[] = ['**']
const readPower: Rule = (p) => readLeftToRight(p, POWERS, readUnary)

/** A sign binds tighter than a filter: `-1|abs` is `(-1)|abs`, and looser than what follows a name. */
function readUnary(p: Parser): Expression {
  return readFilters(p, readSigned(p))
}

function readSigned(p: Parser): Expression {
  const operator = p.current.type
  if (operator !== '-' && operator !== '+') return readPostfix(p, readPrimary(p))
  const start = p.next().start
  const operand = p.nest(readSigned)
  return readPostfix(p, { kind: 'unary', span: p.spanFrom(start), operator, operand })
}

/** Attributes, items and calls. */
export function readPostfix(p: Parser, operand: Expression): Expression {
  let value = operand
  for (;;) {
    if (p.is('.') || p.is('[')) value = readSubscript(p, value)
    else if (p.is('(')) value = readCall(p, value)
    else return value
  }
}

function readCall(p: Parser, callee: Expression): Expression {
  const args = readCallArguments(p)
  return { kind: 'call', span: p.spanFrom(callee.span.start), callee, args }
}

function readFilters(p: Parser, operand: Expression): Expression {
  let value = operand
  for (;;) {
    if (p.is('|')) value = readFilter(p, value)
    else if (p.isName('is')) value = readTest(p, value)
    else if (p.is('(')) value = readCall(p, value)
    else return value
  }
}

/** A name, a literal, or something in brackets. */
export function readPrimary(p: Parser): Expression {
  const token = p.current
  switch (token.type) {
    case 'name':
      p.next()
      return readWord(p, token)
    case 'string':
      return readStrings(p)
    case 'integer':
    case 'float':
      p.next()
      return readNumber(p, token)
    case '(':
    case '[':
    case '{':
      return p.nest(readDisplay)
    default:
      return p.failUnexpected('an expression')
  }
}

const WORDS: Readonly<Record<string, Pick<Literal, 'type' | 'value'>>> = {
  true: { type: 'boolean', value: true },
  True: { type: 'boolean', value: true },
  false: { type: 'boolean', value: false },
  False: { type: 'boolean', value: false },
  none: { type: 'none', value: null },
  None: { type: 'none', value: null },
}

export function isReserved(name: string): boolean {
  return Object.hasOwn(WORDS, name)
}

function readWord(p: Parser, token: Token): Expression {
  const span = p.spanOf(token)
  const word = isReserved(token.text) ? WORDS[token.text] : undefined
  return word ? { kind: 'literal', span, ...word } : { kind: 'name', span, name: token.text }
}

/** Texts that follow each other are one. */
function readStrings(p: Parser): Expression {
  const first = p.next()
  let value = first.text
  while (p.is('string')) value += p.next().text
  return { kind: 'literal', span: p.spanFrom(first.start), type: 'string', value }
}

function readNumber(p: Parser, token: Token): Expression {
  const span = p.spanOf(token)
  if (token.type === 'float')
    return { kind: 'literal', span, type: 'float', value: Number(token.text) }
  const number = Number(token.text)
  const value = Number.isSafeInteger(number) ? number : BigInt(token.text)
  return { kind: 'literal', span, type: 'integer', value }
}
