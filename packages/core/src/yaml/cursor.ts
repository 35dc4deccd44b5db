import { EntryList, type DuplicateKey, type YamlEntry, type YamlScalar } from './node.ts'
import { decodeQuoted } from './quoted.ts'

/** Thrown where the text leaves the plain subset; the library reads it then, and finds what is wrong with it. */
export const NOT_PLAIN = Symbol('not plain')

export const TAB = 9
export const NEWLINE = 10
export const SPACE = 32
export const DOUBLE_QUOTE = 34
export const HASH = 35
export const SINGLE_QUOTE = 39
export const COMMA = 44
export const DASH = 45
export const COLON = 58
export const OPEN_LIST = 91
export const CLOSE_LIST = 93
export const OPEN_MAP = 123
export const CLOSE_MAP = 125

/** Characters that cannot start a plain scalar, or that start something unusual: `!&*%@` and the backtick. */
export const unusualStarts: ReadonlySet<number> = new Set(
  [...'!&*%@`,]}#?|>'].map((char) => char.charCodeAt(0)),
)

const BLANKS = /[ \n]*/y

/** A place in a YAML text that moves on, and what blocks and flow collections have in common. */
export class Cursor {
  readonly duplicates: DuplicateKey[] = []
  readonly text: string
  at = 0
  lineStart = 0

  constructor(text: string) {
    this.text = text
    // Control characters, and the line breaks that only YAML 1.1 knows, are the library's business.
    if (/[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufeff]/.test(text)) throw NOT_PLAIN
  }

  addEntry(list: EntryList, entry: YamlEntry): void {
    const first = list.add(entry)
    if (!first) return
    const { key, keyStart: start, keyEnd: end } = entry
    this.duplicates.push({ key, start, end, firstStart: first.keyStart, firstEnd: first.keyEnd })
  }

  /** The first offset from `at` on that is neither a blank nor a line break. */
  skipBlanks(at: number): number {
    BLANKS.lastIndex = at
    BLANKS.test(this.text)
    return BLANKS.lastIndex
  }

  /** Over lines, too, however they are indented: PyYAML takes them so, the library does not. */
  readQuoted(): YamlScalar {
    const start = this.at
    const end = this.#findQuoteEnd()
    const raw = this.text.slice(start + 1, end)
    const value = decodeQuoted(raw, this.code() === DOUBLE_QUOTE)
    if (value === undefined) throw NOT_PLAIN
    this.at = end + 1
    if (raw.includes('\n')) {
      if (/\n(?:---|\.\.\.)/.test(raw)) throw NOT_PLAIN
      this.lineStart = this.text.lastIndexOf('\n', end) + 1
    }
    return { kind: 'scalar', start, end: end + 1, value }
  }

  #findQuoteEnd(): number {
    const quote = this.code()
    for (let at = this.at + 1; ; at++) {
      const code = this.text.charCodeAt(at)
      if (Number.isNaN(code)) throw NOT_PLAIN
      if (quote === DOUBLE_QUOTE && code === 92) at++
      else if (code === quote) {
        if (quote === DOUBLE_QUOTE || this.text.charCodeAt(at + 1) !== SINGLE_QUOTE) return at
        at++
      }
    }
  }

  /** To the next character on this line that is no blank; false when there is nothing more on it. */
  skipInline(): boolean {
    const before = this.at
    while (this.code() === SPACE) this.at++
    const code = this.code()
    if (code === TAB) throw NOT_PLAIN
    if (code === HASH && this.at > before) return false
    return code !== NEWLINE && !Number.isNaN(code) && code !== HASH
  }

  /** To the next content, over line breaks and comments. */
  skipToContent(): void {
    for (;;) {
      const at = this.skipBlanks(this.at)
      if (at > this.at) {
        this.lineStart = Math.max(this.lineStart, this.text.lastIndexOf('\n', at - 1) + 1)
        this.at = at
      }
      if (this.code() !== HASH || !this.#isCommentStart()) break
      this.#skipLine()
    }
    if (this.code() === TAB) throw NOT_PLAIN
    if (this.at === this.lineStart && this.#isDocumentMark()) throw NOT_PLAIN
  }

  #isCommentStart(): boolean {
    return this.at === this.lineStart || this.text.charCodeAt(this.at - 1) === SPACE
  }

  #isDocumentMark(): boolean {
    const start = this.text.slice(this.at, this.at + 3)
    return (start === '---' || start === '...') && this.isBreakOrSpace(this.at + 3)
  }

  #skipLine(): void {
    const end = this.text.indexOf('\n', this.at)
    this.at = end === -1 ? this.text.length : end
  }

  isBreakOrSpace(at: number): boolean {
    const code = this.text.charCodeAt(at)
    if (code === TAB) throw NOT_PLAIN
    return code === SPACE || code === NEWLINE || Number.isNaN(code)
  }

  column(): number {
    return this.at - this.lineStart
  }

  code(): number {
    return this.text.charCodeAt(this.at)
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length
  }
}
