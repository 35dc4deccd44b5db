import { diagnostic, span, type Diagnostic, type Source } from '@btn/diagnostics'
import { decodeString } from './decode-string.ts'
import { OPERATORS, type Operator, type Token, type TokenType } from './token.ts'
import { skipSpace, skipSpaceBack } from './whitespace.ts'

const RAW_BEGIN = /\s*raw\s*-?%\}/y
const RAW_END = /\{%[-+]?\s*endraw\s*[-+]?%\}/g
const FLOAT = /(?:\d+_)*\d+(?:(?:\.(?:\d+_)*\d+)?e[+-]?(?:\d+_)*\d+|\.(?:\d+_)*\d+)/iy
const INTEGER = /0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*/iy
const NEXT_TAG = /\{[{%#]/g
const WORD = /[\p{L}\p{M}\p{N}\p{Pc}\u00b7]+/uy
const IDENTIFIER = /^[\p{ID_Start}_]\p{ID_Continue}*$/u
const operators: ReadonlyMap<string, Operator> = new Map(OPERATORS.map((it) => [it, it]))
const CLOSING: Readonly<Record<string, Operator>> = { '(': ')', '[': ']', '{': '}' }

/** A bracket that is still open. */
interface Bracket {
  readonly opening: Operator
  readonly closing: Operator
  readonly at: number
}

/** What a tag that is being read is closed by. */
type Delimiter = '}}' | '%}'

/**
 * Splits a text, or a part of it, into tokens. What cannot be read becomes an `error` token up to the end of its tag,
 * so that everything behind is still read.
 */
export class Lexer {
  readonly #source: Source
  readonly #text: string
  readonly #end: number
  readonly #tokens: Token[] = []
  #at: number

  constructor(source: Source, start: number, end: number) {
    this.#source = source
    this.#text = source.text
    this.#at = start
    this.#end = end
  }

  /** The tokens of a template: text, and what stands inside tags. */
  readTemplate(): Token[] {
    this.#readData(this.#withoutLastLineEnd())
    this.#push('eof', this.#end, this.#end)
    return this.#tokens
  }

  /** The tokens of one expression without braces. */
  readExpression(): Token[] {
    const brackets: Bracket[] = []
    while (this.#skipSpace() < this.#end && this.#readToken(brackets)) continue
    this.#push('eof', this.#end, this.#end)
    return this.#tokens
  }

  /** The tokens of the one tag that starts at `{`; used for a macro's first tag alone. */
  readTag(): Token[] {
    this.#readTagOf(this.#at, this.#text[this.#at + 1] === '%' ? '%}' : '}}')
    this.#push('eof', this.#at, this.#at)
    return this.#tokens
  }

  /** Jinja drops one line end at the end of a text. */
  #withoutLastLineEnd(): number {
    const last = this.#text[this.#end - 1]
    if (this.#end <= this.#at || (last !== '\n' && last !== '\r')) return this.#end
    const isPair = last === '\n' && this.#text[this.#end - 2] === '\r' && this.#end - 2 >= this.#at
    return this.#end - (isPair ? 2 : 1)
  }

  #push(type: TokenType, start: number, end: number, text = ''): void {
    this.#tokens.push({ type, start, end, text })
  }

  #readData(end: number): void {
    const text = this.#text
    let from = this.#at
    let search = from
    for (;;) {
      const brace = text.indexOf('{', search)
      if (brace === -1 || brace >= end - 1) break
      const next = text[brace + 1]
      if (next !== '{' && next !== '%' && next !== '#') {
        search = brace + 1
        continue
      }
      this.#pushData(from, brace, text[brace + 2])
      this.#readBraces(brace, next, end)
      from = search = this.#at
    }
    if (from < end) this.#push('data', from, end)
    this.#at = end
  }

  /** Text in front of a tag, which strips the white space before it when it starts with `-`. */
  #pushData(from: number, to: number, sign: string | undefined): void {
    const end = sign === '-' ? skipSpaceBack(this.#text, to, from) : to
    if (from < end) this.#push('data', from, end)
  }

  #readBraces(brace: number, next: '{' | '%' | '#', end: number): void {
    const sign = this.#text[brace + 2]
    const inside = brace + (sign === '-' || sign === '+' ? 3 : 2)
    if (next === '#') this.#skipComment(brace, inside, end)
    else if (next === '%' && this.#findRaw(inside)) this.#readRaw(brace, end)
    else this.#readTagOf(brace, next === '{' ? '}}' : '%}')
  }

  #skipComment(brace: number, inside: number, end: number): void {
    const close = this.#text.indexOf('#}', inside)
    if (close === -1 || close + 2 > this.#end) {
      this.#fail(this.#unclosed(brace, 2, '{#', '#}'), brace, end)
      this.#at = end
      return
    }
    const strips = close > inside && this.#text[close - 1] === '-'
    this.#at = strips ? skipSpace(this.#text, close + 2, end) : close + 2
  }

  #findRaw(inside: number): boolean {
    if (!this.#text.startsWith('raw', skipSpace(this.#text, inside))) return false
    RAW_BEGIN.lastIndex = inside
    const found = RAW_BEGIN.test(this.#text)
    if (found) this.#at = this.#behind(RAW_BEGIN.lastIndex)
    return found
  }

  /** Where text goes on behind a `%}` that ends at an offset: `-` strips the white space that follows. */
  #behind(tagEnd: number): number {
    return this.#text[tagEnd - 3] === '-' ? skipSpace(this.#text, tagEnd, this.#end) : tagEnd
  }

  #readRaw(brace: number, end: number): void {
    const start = this.#at
    RAW_END.lastIndex = start
    const close = RAW_END.exec(this.#text)
    if (!close || close.index >= this.#end) {
      const opening = this.#text.slice(brace, start).trimEnd()
      this.#fail(this.#unclosed(brace, opening.length, opening, '{% endraw %}'), brace, end)
      this.#at = end
      return
    }
    this.#pushData(start, close.index, close[0][2])
    this.#at = Math.min(this.#behind(RAW_END.lastIndex), end)
  }

  #readTagOf(brace: number, delimiter: Delimiter): void {
    const isBlock = delimiter === '%}'
    this.#push(isBlock ? 'block-begin' : 'variable-begin', brace, brace + 2)
    const sign = this.#text[brace + 2]
    this.#at = brace + (sign === '-' || sign === '+' ? 3 : 2)
    const brackets: Bracket[] = []
    while (this.#skipSpace() < this.#end) {
      if (brackets.length === 0 && this.#readEnd(delimiter)) return
      if (!this.#readToken(brackets)) return this.#recover(delimiter)
    }
    const opening = isBlock ? '{%' : '{{'
    this.#fail(this.#unclosed(brace, 2, opening, delimiter), brace, this.#end)
    this.#push(isBlock ? 'block-end' : 'variable-end', this.#end, this.#end)
  }

  #skipSpace(): number {
    this.#at = skipSpace(this.#text, this.#at, this.#end)
    return this.#at
  }

  #readEnd(delimiter: Delimiter): boolean {
    const sign = this.#text[this.#at]
    const isSigned = sign === '-' || (sign === '+' && delimiter === '%}')
    const close = isSigned ? this.#at + 1 : this.#at
    if (!this.#text.startsWith(delimiter, close) || close + 2 > this.#end) return false
    this.#finishTag(delimiter, close, sign === '-')
    return true
  }

  #finishTag(delimiter: Delimiter, close: number, strips: boolean): void {
    this.#push(delimiter === '%}' ? 'block-end' : 'variable-end', close, close + 2)
    this.#at = strips ? skipSpace(this.#text, close + 2, this.#end) : close + 2
  }

  /** After a mistake inside a tag: goes on behind what looks like its end, or before what looks like the next tag. */
  #recover(delimiter: Delimiter): void {
    const from = this.#text[this.#at - 1] === '%' ? this.#at - 1 : this.#at
    const close = this.#text.indexOf(delimiter, from)
    NEXT_TAG.lastIndex = from
    const next = Math.min(NEXT_TAG.exec(this.#text)?.index ?? this.#end, this.#end)
    if (close !== -1 && close + 2 <= next) {
      this.#finishTag(delimiter, close, this.#text[close - 1] === '-')
      return
    }
    this.#at = next
    this.#push(delimiter === '%}' ? 'block-end' : 'variable-end', next, next)
  }

  /** A closing bracket that fits nothing. Where it belongs to the end of the tag, the open bracket is the mistake. */
  #failBracket(operator: Operator, bracket: Bracket | undefined): false {
    const isTagEnd = this.#text[this.#at - 1] === '%' || this.#text[this.#at + 1] === '}'
    if (!bracket || !isTagEnd || operator !== '}') {
      const wanted = bracket === undefined ? '' : `, "${bracket.closing}" is expected`
      return this.#failAt(`unexpected "${operator}"${wanted}`, 1)
    }
    const mistake = this.#unclosed(bracket.at, 1, bracket.opening, bracket.closing)
    this.#fail(mistake, bracket.at, bracket.at + 1)
    return false
  }

  #fail(mistake: Diagnostic, start: number, end: number): void {
    this.#tokens.push({ type: 'error', start, end, text: '', mistake })
  }

  #failAt(problem: string, length: number): false {
    const place = span(this.#source, this.#at, this.#at + length)
    const params = { pythonType: 'TemplateSyntaxError', problem }
    this.#fail(diagnostic('template-syntax', params, { span: place }), place.start, place.end)
    return false
  }

  #unclosed(start: number, length: number, opening: string, closing: string): Diagnostic {
    const params = { pythonType: 'TemplateSyntaxError', opening, closing }
    const place = span(this.#source, start, start + length)
    return diagnostic('unclosed-delimiter', params, { span: place })
  }

  /** One token of an expression; false when there is none to read. */
  #readToken(brackets: Bracket[]): boolean {
    const code = this.#text.charCodeAt(this.#at)
    if (isWordCode(code)) return isDigit(code) ? this.#readNumber() : this.#readName()
    if (code === 34 || code === 39) return this.#readString(code === 34 ? '"' : "'")
    if (code >= 128) return this.#readName()
    return this.#readOperator(brackets)
  }

  #readNumber(): boolean {
    const isAfterDot = this.#text[this.#at - 1] === '.'
    const float = isAfterDot ? undefined : this.#match(FLOAT)
    const digits = float ?? this.#match(INTEGER)
    if (digits === undefined) return this.#failAt('a number is expected', 1)
    const end = this.#at + digits.length
    if (end > this.#end) return this.#failAt('a number is expected', 1)
    this.#push(float === undefined ? 'integer' : 'float', this.#at, end, digits.replaceAll('_', ''))
    this.#at = end
    return true
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    return pattern.exec(this.#text)?.[0]
  }

  #readName(): boolean {
    let end = this.#at
    while (isWordCode(this.#text.charCodeAt(end))) end++
    let name = this.#text.slice(this.#at, end)
    if (this.#text.charCodeAt(end) >= 128) {
      name = this.#match(WORD) ?? ''
      if (!IDENTIFIER.test(name)) {
        return this.#failAt(`unexpected ${JSON.stringify(this.#text[end])} in a name`, 1)
      }
    }
    this.#push('name', this.#at, this.#at + name.length, name)
    this.#at += name.length
    return true
  }

  #readString(quote: string): boolean {
    const end = this.#findQuote(quote)
    if (end === -1) {
      this.#fail(this.#unclosed(this.#at, 1, quote, quote), this.#at, this.#at + 1)
      return false
    }
    const decoded = decodeString(this.#text.slice(this.#at + 1, end))
    if ('problem' in decoded) return this.#failAt(decoded.problem, end + 1 - this.#at)
    this.#push('string', this.#at, end + 1, decoded.text)
    this.#at = end + 1
    return true
  }

  #findQuote(quote: string): number {
    const text = this.#text
    for (let at = this.#at + 1; at < this.#end; at++) {
      const char = text[at]
      if (char === quote) return at
      if (char === '\\') at++
    }
    return -1
  }

  #readOperator(brackets: Bracket[]): boolean {
    const operator =
      operators.get(this.#text.slice(this.#at, this.#at + 2)) ??
      operators.get(this.#text[this.#at] ?? '')
    if (operator === undefined) {
      return this.#failAt(`unexpected character ${JSON.stringify(this.#text[this.#at])}`, 1)
    }
    const closing = CLOSING[operator]
    if (closing !== undefined) brackets.push({ opening: operator, closing, at: this.#at })
    else if (operator === ')' || operator === ']' || operator === '}') {
      const bracket = brackets.pop()
      if (bracket?.closing !== operator) return this.#failBracket(operator, bracket)
    }
    this.#push(operator, this.#at, this.#at + operator.length)
    this.#at += operator.length
    return true
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Letters, digits and `_` of ASCII. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || isDigit(code) || code === 95
}
