import type { Json } from '../types/index.ts'
import type { Token } from './token.ts'

/** Thrown where an expression is no literal. */
export class NotLiteral extends Error {
  readonly token: Token | undefined

  constructor(token: Token | undefined) {
    super('no literal')
    this.token = token
  }
}

/** The value of a literal, as `ast.literal_eval` has it; tuples and sets become lists. */
export function evaluateTokens(tokens: readonly Token[]): Json {
  const reader = new LiteralReader(tokens)
  const value = reader.read()
  if (reader.peek()) throw new NotLiteral(reader.peek())
  return value
}

const constants: Readonly<Record<string, Json>> = { None: null, True: true, False: false }

class LiteralReader {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  peek(): Token | undefined {
    return this.#tokens[this.#at]
  }

  read(): Json {
    const token = this.peek()
    this.#at++
    switch (token?.kind) {
      case 'string':
        return this.#readStrings(token)
      case 'number':
        return toNumber(token)
      case 'name':
        if (Object.hasOwn(constants, token.text)) return constants[token.text] ?? null
        throw new NotLiteral(token)
      case 'operator':
        return this.#readOperator(token)
      default:
        throw new NotLiteral(token)
    }
  }

  /** Strings that stand side by side are one. */
  #readStrings(first: Token): string {
    let text = decode(first)
    for (let next = this.peek(); next?.kind === 'string'; next = this.peek()) {
      text += decode(next)
      this.#at++
    }
    return text
  }

  #readOperator(token: Token): Json {
    switch (token.text) {
      case '-':
      case '+': {
        const value = this.read()
        if (typeof value !== 'number') throw new NotLiteral(token)
        return token.text === '-' ? -value : value
      }
      case '[':
        return this.#readItems(']').items
      case '(': {
        const { items, hasComma } = this.#readItems(')')
        return items.length === 1 && !hasComma ? (items[0] ?? null) : items
      }
      case '{':
        return this.#readBraces()
      default:
        throw new NotLiteral(token)
    }
  }

  #readItems(close: string): { readonly items: readonly Json[]; readonly hasComma: boolean } {
    const items: Json[] = []
    let hasComma = false
    while (!this.#take(close)) {
      items.push(this.read())
      if (this.#take(',')) hasComma = true
      else if (this.peek()?.text !== close) throw new NotLiteral(this.peek())
    }
    return { items, hasComma }
  }

  #readBraces(): Json {
    const entries: [string, Json][] = []
    const items: Json[] = []
    while (!this.#take('}')) {
      const key = this.read()
      if (this.#take(':')) entries.push([String(key), this.read()])
      else items.push(key)
      if (!this.#take(',') && this.peek()?.text !== '}') throw new NotLiteral(this.peek())
    }
    return items.length > 0 ? items : Object.fromEntries(entries)
  }

  #take(text: string): boolean {
    const token = this.peek()
    if (token?.kind !== 'operator' || token.text !== text) return false
    this.#at++
    return true
  }
}

function toNumber(token: Token): number {
  const text = token.text.replaceAll('_', '')
  if (/j$/i.test(text)) throw new NotLiteral(token)
  return Number(text)
}

const escapes: Readonly<Record<string, string>> = {
  ...{ n: '\n', t: '\t', r: '\r', a: '\x07', b: '\b', f: '\f', v: '\v' },
  ...{ '\\': '\\', "'": "'", '"': '"', '\n': '' },
}

const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|(\r?\n|[^]))/g

function decode(token: Token): string {
  const [, prefix = '', quote = "'"] = /^([a-zA-Z]*)('''|"""|'|")/.exec(token.text) ?? []
  // Bytes are no text, and what an f-string says is known only when it runs.
  if (/[fFtTbB]/.test(prefix)) throw new NotLiteral(token)
  const body = token.text.slice(prefix.length + quote.length, -quote.length)
  if (/[rR]/.test(prefix)) return body
  return body.replace(ESCAPE, (match, x?: string, u?: string, U?: string, octal?: string) => {
    const hex = x ?? u ?? U
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8))
    return escapes[match.slice(1).replace('\r', '')] ?? match
  })
}
