import { PythonSyntaxError, type Token } from './token.ts'

const SPACE = /[ \t\f]+|\\\r?\n/y
const COMMENT = /#[^\n]*/y
const NAME = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}·]*/uy
const NUMBER =
  /0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?/y
const STRING_START = /[rRbBuUfFtT]{0,2}('''|"""|'|")/y
const OPERATOR =
  /\*\*=?|\/\/=?|<<=?|>>=?|->|:=|\.\.\.|[+\-*/%@&|^=!<>]=|[+\-*/%@&|^~<>=.,:;!()[\]{}]/y

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** Cuts a Python program into tokens; throws a PythonSyntaxError where that cannot be done. */
export function tokenize(text: string): readonly Token[] {
  return new Tokenizer(text, 0).run()
}

interface Bracket {
  readonly close: string
  readonly at: number
}

class Tokenizer {
  readonly #text: string
  readonly #tokens: Token[] = []
  readonly #brackets: Bracket[] = []
  readonly #indents: number[] = [0]
  #at: number

  constructor(text: string, at: number) {
    this.#text = text
    this.#at = at
  }

  run(): readonly Token[] {
    this.#readIndent()
    while (this.#at < this.#text.length) this.#next()
    const open = this.#brackets.at(-1)
    if (open) throw new PythonSyntaxError(open.at, `"${this.#text[open.at]}" is never closed`)
    this.#add('newline', this.#at)
    for (let depth = this.#indents.length; depth > 1; depth--) this.#add('dedent', this.#at)
    return this.#tokens
  }

  /** The tokens of an f-string's braces, up to the brace (or `:`, `!r`) that ends the expression. */
  runReplacement(): { readonly tokens: readonly Token[]; readonly end: number } {
    while (this.#at < this.#text.length) {
      if (this.#brackets.length === 0 && /^(?:[}:]|![a-z])/.test(this.#peek(2))) {
        return { tokens: this.#tokens, end: this.#at }
      }
      this.#next()
    }
    throw new PythonSyntaxError(this.#at, 'an f-string is never closed')
  }

  #peek(length: number): string {
    return this.#text.slice(this.#at, this.#at + length)
  }

  #next(): void {
    if (this.#skip(SPACE) || this.#skip(COMMENT)) return
    const start = this.#at
    if (/^\r?\n/.test(this.#peek(2))) this.#endLine()
    else if (this.#match(STRING_START) !== undefined) this.#readString()
    else if (this.#skip(NUMBER)) this.#add('number', start)
    else if (this.#skip(NAME)) this.#add('name', start)
    else if (this.#skip(OPERATOR)) this.#readOperator(start)
    else throw new PythonSyntaxError(start, `"${this.#peek(1)}" means nothing here`)
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at
    return pattern.exec(this.#text) ?? undefined
  }

  #skip(pattern: RegExp): boolean {
    const found = this.#match(pattern)
    this.#at += found?.[0].length ?? 0
    return found !== undefined
  }

  #add(kind: Token['kind'], start: number, inner?: readonly Token[]): void {
    const text = this.#text.slice(start, this.#at)
    this.#tokens.push({ kind, text, start, end: this.#at, ...(inner && { inner }) })
  }

  #readOperator(start: number): void {
    const text = this.#text.slice(start, this.#at)
    this.#add('operator', start)
    const close = closers[text]
    if (close !== undefined) this.#brackets.push({ close, at: start })
    else if (text === ')' || text === ']' || text === '}') {
      const open = this.#brackets.pop()
      if (open?.close !== text) throw new PythonSyntaxError(start, `"${text}" closes nothing`)
    }
  }

  #endLine(): void {
    const start = this.#at
    this.#at = this.#text.indexOf('\n', start) + 1
    if (this.#brackets.length > 0) return
    if (this.#tokens.at(-1)?.kind !== 'newline') this.#add('newline', start)
    this.#readIndent()
  }

  /** Lines that are blank or hold only a comment have no depth. */
  #readIndent(): void {
    const space = /[ \t\f]*/y
    space.lastIndex = this.#at
    const indent = space.exec(this.#text)?.[0] ?? ''
    const first = this.#text[this.#at + indent.length]
    if (first === undefined || '#\r\n'.includes(first)) return
    this.#at += indent.length
    const width = measure(indent)
    if (width > (this.#indents.at(-1) ?? 0)) {
      this.#indents.push(width)
      this.#add('indent', this.#at)
    }
    while (width < (this.#indents.at(-1) ?? 0)) {
      this.#indents.pop()
      this.#add('dedent', this.#at)
    }
    if (width !== this.#indents.at(-1)) {
      throw new PythonSyntaxError(this.#at, 'the line is indented like no line before')
    }
  }

  #readString(): void {
    const start = this.#at
    const opening = this.#match(STRING_START)
    const quote = opening?.[1] ?? "'"
    const isFormat = /[fFtT]/.test(opening?.[0] ?? '')
    this.#at += opening?.[0].length ?? 0
    const inner: Token[] = []
    while (!this.#text.startsWith(quote, this.#at)) {
      const char = this.#text[this.#at]
      if (char === undefined || (char === '\n' && quote.length === 1)) {
        throw new PythonSyntaxError(start, 'a string is never closed')
      }
      if (isFormat && char === '{' && this.#peek(2) !== '{{') inner.push(...this.#readReplacement())
      else this.#at += char === '\\' || (isFormat && this.#peek(2) === '{{') ? 2 : 1
    }
    this.#at += quote.length
    this.#add('string', start, isFormat ? inner : undefined)
  }

  /** `{expression!r:format}`, with more of them inside of the format. */
  #readReplacement(): readonly Token[] {
    const { tokens, end } = new Tokenizer(this.#text, this.#at + 1).runReplacement()
    const found = [...tokens]
    this.#at = end
    while (this.#text[this.#at] !== '}') {
      const char = this.#text[this.#at]
      if (char === undefined) throw new PythonSyntaxError(end, 'an f-string is never closed')
      if (char === '{') found.push(...this.#readReplacement())
      else this.#at += 1
    }
    this.#at += 1
    return found
  }
}

/** A tab goes on to the next multiple of eight. */
function measure(indent: string): number {
  let width = 0
  for (const char of indent) width = char === '\t' ? width - (width % 8) + 8 : width + 1
  return width
}
