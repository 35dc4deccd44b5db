import { diagnostic, span, type Diagnostic, type Source, type Span } from '@btn/diagnostics'
import type { Token, TokenType } from './token.ts'

/** Thrown inside one tag; whoever reads the tag goes on behind it. */
class Mistake {
  readonly diagnostic: Diagnostic

  constructor(item: Diagnostic) {
    this.diagnostic = item
  }
}

/** A statement whose end tag is still to come. */
export interface OpenTag {
  readonly tag: string
  readonly end: string
  /** The tags that may come next at this level, `end` among them. */
  readonly ends: readonly string[]
  readonly span: Span
  /** `break` and `continue` are allowed here; undefined where that depends on what is around. */
  readonly isLoop?: boolean
  /** Behind `else` or `elif`: what is open is still the first tag. */
  readonly isLaterPart?: boolean
}

/** Deeper nesting is refused before it exhausts the stack. */
const MAX_DEPTH = 120

/** The cursor over the tokens of one text, and the mistakes found so far. */
export class Parser {
  readonly source: Source
  readonly diagnostics: Diagnostic[] = []
  /** Outermost first. */
  readonly open: OpenTag[] = []
  /** Where the token read last ends. */
  lastEnd = 0
  current: Token
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0
  #hasGivenUp = false

  /** @param first - of `tokens` */
  constructor(source: Source, first: Token, tokens: readonly Token[]) {
    this.source = source
    this.#tokens = tokens
    this.current = first
  }

  next(): Token {
    const token = this.current
    this.lastEnd = token.end
    const following = this.#tokens[++this.#at]
    if (following) this.current = following
    return token
  }

  look(): Token {
    return this.#tokens[this.#at + 1] ?? this.current
  }

  is(type: TokenType): boolean {
    return this.current.type === type
  }

  isName(name: string): boolean {
    return this.current.type === 'name' && this.current.text === name
  }

  skipIf(type: TokenType): boolean {
    if (this.current.type !== type) return false
    this.next()
    return true
  }

  skipName(name: string): boolean {
    if (!this.isName(name)) return false
    this.next()
    return true
  }

  expect(type: TokenType): Token {
    if (this.current.type !== type) this.failUnexpected(describe(type))
    return this.next()
  }

  expectName(name: string): Token {
    if (!this.isName(name)) this.failUnexpected(`"${name}"`)
    return this.next()
  }

  spanFrom(start: number): Span {
    return { source: this.source, start, end: this.lastEnd }
  }

  spanOf(token: Token): Span {
    return { source: this.source, start: token.start, end: token.end }
  }

  /** Runs a rule one level deeper. */
  nest<T>(rule: (p: Parser) => T): T {
    if (++this.#depth > MAX_DEPTH) {
      this.#depth = 0
      this.#giveUp('this is nested too deeply')
    }
    const value = rule(this)
    this.#depth--
    return value
  }

  report(item: Diagnostic): void {
    if (!this.#hasGivenUp) this.diagnostics.push(item)
  }

  /** What follows makes no sense any more: one mistake is told, and the rest is left unread. */
  #giveUp(problem: string): never {
    const pythonType = 'TemplateSyntaxError'
    const item = diagnostic(
      'template-syntax',
      { pythonType, problem },
      { span: this.spanOf(this.current) },
    )
    this.report(item)
    this.#hasGivenUp = true
    while (!this.is('eof')) this.next()
    throw new Mistake(item)
  }

  fail(problem: string, place: Span, pythonType = 'TemplateSyntaxError'): never {
    throw new Mistake(diagnostic('template-syntax', { pythonType, problem }, { span: place }))
  }

  failWith(item: Diagnostic): never {
    throw new Mistake(item)
  }

  failUnexpected(expected: string): never {
    const token = this.current
    if (token.mistake) throw new Mistake(token.mistake)
    const place = span(this.source, token.start, token.end)
    this.fail(`${expected} is expected, but here is ${describeToken(token)}`, place)
  }

  /** Reads with a rule; on a mistake reports it and stands at the end of the tag. */
  attempt<T>(rule: () => T): T | undefined {
    const depth = this.#depth
    try {
      return rule()
    } catch (thrown) {
      if (!(thrown instanceof Mistake)) throw thrown
      this.#depth = depth
      this.report(thrown.diagnostic)
      this.#skipToEnd()
      return undefined
    }
  }

  #skipToEnd(): void {
    while (!this.is('block-end') && !this.is('variable-end') && !this.is('eof')) this.next()
  }

  /** Reads the `%}` of a tag, or reports what stands before it; gives the offset behind. */
  closeTag(): number {
    this.attempt(() => {
      if (!this.is('block-end')) this.failUnexpected('"%}"')
    })
    this.skipIf('block-end')
    return this.lastEnd
  }
}

function describe(type: TokenType): string {
  const words: Partial<Record<TokenType, string>> = {
    'block-end': '"%}"',
    'variable-end': '"}}"',
    name: 'a name',
  }
  return words[type] ?? `"${type}"`
}

function describeToken(token: Token): string {
  switch (token.type) {
    case 'name':
    case 'integer':
    case 'float':
      return `"${token.text}"`
    case 'string':
      return 'a text'
    case 'eof':
      return 'the end'
    case 'block-end':
    case 'variable-end':
      return 'the end of the tag'
    default:
      return `"${token.type}"`
  }
}
