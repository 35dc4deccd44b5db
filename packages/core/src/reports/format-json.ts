/** JSON laid out for people, two blanks a level; numbers keep their digits. Or where it is no JSON, and why. */
export function formatJson(
  text: string,
): { readonly text: string } | { readonly problem: string; readonly at: number } {
  try {
    return { text: new Formatter(text).format() }
  } catch (error) {
    if (error instanceof Problem) return { problem: error.message, at: error.at }
    throw error
  }
}

class Problem extends Error {
  readonly at: number

  constructor(problem: string, at: number) {
    super(problem)
    this.at = at
  }
}

const SCALAR =
  /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy

class Formatter {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  format(): string {
    const value = this.#value('\n')
    if (this.#next() !== '') this.#fail('more follows behind the end of the value')
    return value
  }

  /** `line` is the line end with the indentation of the value. */
  #value(line: string): string {
    const next = this.#next()
    if (next === '{') return this.#items(line, ['{', '}'], (inner) => this.#entry(inner))
    if (next === '[') return this.#items(line, ['[', ']'], (inner) => this.#value(inner))
    return this.#scalar(
      next === '' ? 'the text ends where a value should stand' : 'no value stands here',
    )
  }

  #entry(inner: string): string {
    if (this.#next() !== '"') this.#fail('a key in double quotes should stand here')
    const key = this.#scalar('this key is no text of JSON')
    if (this.#next() !== ':') this.#fail('":" should stand here')
    this.#at++
    return `${key}: ${this.#value(inner)}`
  }

  #items(line: string, [open, close]: readonly [string, string], read: (inner: string) => string) {
    const inner = `${line}  `
    const items: string[] = []
    this.#at++
    if (this.#next() === close) {
      this.#at++
      return open + close
    }
    for (;;) {
      items.push(read(inner))
      const next = this.#next()
      if (next !== ',' && next !== close) this.#fail(`"," or "${close}" should stand here`)
      this.#at++
      if (next === close) return open + inner + items.join(`,${inner}`) + line + close
    }
  }

  #scalar(problem: string): string {
    SCALAR.lastIndex = this.#at
    const found = SCALAR.exec(this.#text)?.[0]
    if (found === undefined) return this.#fail(problem)
    this.#at += found.length
    return found
  }

  /** The next character that is no white space; empty at the end. */
  #next(): string {
    while (/[ \t\r\n]/.test(this.#text.charAt(this.#at))) this.#at++
    return this.#text.charAt(this.#at)
  }

  #fail(problem: string): never {
    throw new Problem(problem, this.#at)
  }
}
