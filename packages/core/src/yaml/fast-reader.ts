import { readBlockScalar } from './block-scalar.ts'
import {
  COLON,
  Cursor,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  NEWLINE,
  NOT_PLAIN,
  OPEN_LIST,
  OPEN_MAP,
  SINGLE_QUOTE,
  SPACE,
  TAB,
  unusualStarts,
} from './cursor.ts'
import { readFlow } from './flow.ts'
import { EntryList, type DuplicateKey, type YamlEntry, type YamlNode } from './node.ts'
import { resolveScalar } from './resolve-scalar.ts'

export interface ReadTree {
  readonly root: YamlNode | undefined
  readonly duplicates: readonly DuplicateKey[]
}

/**
 * Reads the YAML that people write in projects: block mappings and lists, scalars of all styles, simple flow collections.
 * Fifteen times faster than the library. It never judges: undefined for all that is unusual (anchors, tags, complex keys, tabs,
 * several documents) or wrong. What it does read, it must read as the library would; a test compares the two.
 */
export function readFast(text: string): ReadTree | undefined {
  try {
    const cursor = new Cursor(text)
    return { root: new BlockReader(cursor).readDocument(), duplicates: cursor.duplicates }
  } catch (error) {
    if (error === NOT_PLAIN) return undefined
    throw error
  }
}

/**
 * The shapes of most lines, read by the regular expression engine in one go: `key:`, `key: some text`, and a text alone. What they do
 * not match is read character by character.
 */
const SIMPLE_ENTRY = /([A-Za-z_][\w-]*):(?: ([A-Za-z(][^\n:#\t]*))?(?=\n)/y
const SIMPLE_TEXT = /[A-Za-z(][^\n:#\t]*(?=\n)/y

class BlockReader {
  readonly #cursor: Cursor

  constructor(cursor: Cursor) {
    this.#cursor = cursor
  }

  readDocument(): YamlNode | undefined {
    if (/^---[ \t]*(?:#.*)?(?:\n|$)/.test(this.#cursor.text)) this.#cursor.at = 3
    this.#cursor.skipToContent()
    if (this.#cursor.isAtEnd()) return undefined
    if (this.#cursor.column() !== 0) throw NOT_PLAIN
    const code = this.#cursor.code()
    const root = code === DASH ? this.#readList(0) : this.#readMap(0)
    if (!this.#cursor.isAtEnd()) throw NOT_PLAIN
    return root
  }

  /** A node that stands alone on its line or after `- `; scalars go on over lines indented more than `parent`. */
  #readNode(parent: number): YamlNode {
    const column = this.#cursor.column()
    const code = this.#cursor.code()
    if (code === DASH && this.#cursor.isBreakOrSpace(this.#cursor.at + 1))
      return this.#readList(column)
    SIMPLE_TEXT.lastIndex = this.#cursor.at
    if (SIMPLE_TEXT.test(this.#cursor.text)) return this.#readText(SIMPLE_TEXT.lastIndex, parent)
    if (this.#startsKey()) return this.#readMap(column)
    return this.#readInline(parent)
  }

  #readList(column: number): YamlNode {
    const start = this.#cursor.at
    const items: YamlNode[] = []
    let end = start
    while (!this.#cursor.isAtEnd() && this.#cursor.column() === column) {
      if (this.#cursor.code() !== DASH || !this.#cursor.isBreakOrSpace(this.#cursor.at + 1)) break
      this.#cursor.at++
      const item = this.#readItem(column)
      items.push(item)
      end = item.end
      this.#cursor.skipToContent()
    }
    if (!this.#cursor.isAtEnd() && this.#cursor.column() > column) throw NOT_PLAIN
    return { kind: 'list', start, end, items }
  }

  #readItem(column: number): YamlNode {
    const afterDash = this.#cursor.at
    if (this.#cursor.skipInline()) return this.#readNode(column)
    this.#cursor.skipToContent()
    if (this.#cursor.isAtEnd() || this.#cursor.column() <= column) return nothing(afterDash)
    return this.#readNode(column)
  }

  #readMap(column: number): YamlNode {
    const start = this.#cursor.at
    const list = new EntryList()
    let end = start
    while (!this.#cursor.isAtEnd() && this.#cursor.column() === column) {
      if (this.#cursor.code() === DASH && this.#cursor.isBreakOrSpace(this.#cursor.at + 1)) break
      const entry = this.#readEntry(column)
      end = entry.value.end
      this.#cursor.addEntry(list, entry)
      this.#cursor.skipToContent()
    }
    if (!this.#cursor.isAtEnd() && this.#cursor.column() > column) throw NOT_PLAIN
    return { kind: 'map', start, end, entries: list.entries }
  }

  #readEntry(column: number): YamlEntry {
    const keyStart = this.#cursor.at
    SIMPLE_ENTRY.lastIndex = keyStart
    const simple = SIMPLE_ENTRY.exec(this.#cursor.text)
    if (simple) return this.#finishSimpleEntry(simple, keyStart, column)
    const key = this.#readKey()
    const keyEnd = this.#cursor.at
    while (this.#cursor.code() === SPACE) this.#cursor.at++
    if (this.#cursor.code() !== COLON || !this.#cursor.isBreakOrSpace(this.#cursor.at + 1))
      throw NOT_PLAIN
    this.#cursor.at++
    return { key, keyStart, keyEnd, value: this.#readEntryValue(column) }
  }

  #finishSimpleEntry(match: RegExpExecArray, keyStart: number, column: number): YamlEntry {
    const key = match[1] ?? ''
    const keyEnd = keyStart + key.length
    this.#cursor.at = keyEnd + 1
    if (match[2] === undefined)
      return { key, keyStart, keyEnd, value: this.#readEntryValue(column) }
    this.#cursor.at++
    const value = this.#readText(SIMPLE_ENTRY.lastIndex, column)
    return { key, keyStart, keyEnd, value }
  }

  /** A plain scalar whose first line is known to end at `lineEnd`. */
  #readText(lineEnd: number, parent: number): YamlNode {
    const start = this.#cursor.at
    let end = lineEnd
    while (this.#cursor.text.charCodeAt(end - 1) === SPACE) end--
    this.#cursor.at = lineEnd
    return this.#readPlainRest(start, end, parent)
  }

  #readEntryValue(column: number): YamlNode {
    const afterColon = this.#cursor.at
    if (this.#cursor.skipInline()) return this.#readInline(column)
    this.#cursor.skipToContent()
    if (this.#cursor.isAtEnd() || this.#cursor.column() < column) return nothing(afterColon)
    if (this.#cursor.column() > column) return this.#readNode(column)
    const isList = this.#cursor.code() === DASH && this.#cursor.isBreakOrSpace(this.#cursor.at + 1)
    return isList ? this.#readList(column) : nothing(afterColon)
  }

  #readKey(): string {
    const code = this.#cursor.code()
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      const lineStart = this.#cursor.lineStart
      const key = this.#cursor.readQuoted().value
      if (typeof key !== 'string' || lineStart !== this.#cursor.lineStart) throw NOT_PLAIN
      return key
    }
    const end = this.#findKeyEnd()
    if (end === undefined) throw NOT_PLAIN
    const isPadded = this.#cursor.text.charCodeAt(end - 1) === SPACE
    const key = isPadded
      ? this.#cursor.text.slice(this.#cursor.at, end).trimEnd()
      : this.#cursor.text.slice(this.#cursor.at, end)
    if (key === '' || key === '<<' || unusualStarts.has(code)) throw NOT_PLAIN
    if (code === OPEN_LIST || code === OPEN_MAP) throw NOT_PLAIN
    this.#cursor.at += key.length
    return key
  }

  /** Offset of the colon that ends the plain key which starts here; undefined when the line has none. */
  #findKeyEnd(): number | undefined {
    for (let at = this.#cursor.at; ; at++) {
      const code = this.#cursor.text.charCodeAt(at)
      if (code === COLON && this.#cursor.isBreakOrSpace(at + 1)) return at
      if (code === NEWLINE || Number.isNaN(code)) return undefined
      if (code === TAB) throw NOT_PLAIN
      if (code === HASH && this.#cursor.text.charCodeAt(at - 1) === SPACE) return undefined
    }
  }

  #startsKey(): boolean {
    const code = this.#cursor.code()
    if (code === OPEN_LIST || code === OPEN_MAP) return false
    if (code !== DOUBLE_QUOTE && code !== SINGLE_QUOTE) return this.#findKeyEnd() !== undefined
    const [at, lineStart] = [this.#cursor.at, this.#cursor.lineStart]
    this.#cursor.readQuoted()
    while (this.#cursor.code() === SPACE) this.#cursor.at++
    const isKey = this.#cursor.code() === COLON && this.#cursor.isBreakOrSpace(this.#cursor.at + 1)
    this.#cursor.at = at
    this.#cursor.lineStart = lineStart
    return isKey
  }

  #readInline(parent: number): YamlNode {
    const code = this.#cursor.code()
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)
      return this.#endingLine(this.#cursor.readQuoted())
    if (code === OPEN_LIST || code === OPEN_MAP) return this.#endingLine(readFlow(this.#cursor))
    const char = this.#cursor.text[this.#cursor.at]
    if (char === '|' || char === '>') return this.#readBlock(parent)
    return this.#readPlain(parent)
  }

  /** Only a comment may follow on the line. */
  #endingLine(node: YamlNode): YamlNode {
    const end = this.#cursor.at
    if (this.#cursor.skipInline() || (this.#cursor.code() === HASH && end === this.#cursor.at))
      throw NOT_PLAIN
    return node
  }

  #readBlock(parent: number): YamlNode {
    const start = this.#cursor.at
    const block = readBlockScalar(this.#cursor.text, start, parent)
    if (!block) throw NOT_PLAIN
    this.#cursor.at = block.end
    this.#cursor.lineStart = block.end
    return { kind: 'scalar', start, end: block.contentEnd, value: block.value }
  }

  #readPlain(parent: number): YamlNode {
    const start = this.#cursor.at
    const first = this.#cursor.code()
    if (unusualStarts.has(first)) throw NOT_PLAIN
    if ((first === DASH || first === COLON) && this.#cursor.isBreakOrSpace(start + 1))
      throw NOT_PLAIN
    return this.#readPlainRest(start, this.#readPlainLine(), parent)
  }

  /** Goes on with a plain scalar whose first line ends at `firstEnd`, over the lines that belong to it. */
  #readPlainRest(start: number, firstEnd: number, parent: number): YamlNode {
    let end = firstEnd
    let text = this.#cursor.text.slice(start, end)
    for (let next = this.#findContinuation(parent); next; next = this.#findContinuation(parent)) {
      this.#cursor.at = next.at
      this.#cursor.lineStart = next.lineStart
      end = this.#readPlainLine()
      text +=
        (next.blankLines === 0 ? ' ' : '\n'.repeat(next.blankLines)) +
        this.#cursor.text.slice(next.at, end)
    }
    return { kind: 'scalar', start, end, value: resolveScalar(text) }
  }

  /** Reads to the end of the line or to a comment; gives the end of the text without blanks. */
  #readPlainLine(): number {
    let end = this.#cursor.at
    for (; ; this.#cursor.at++) {
      const code = this.#cursor.code()
      if (code === NEWLINE || Number.isNaN(code)) return end
      if (code === TAB) throw NOT_PLAIN
      if (code === SPACE) continue
      if (code === COLON && this.#cursor.isBreakOrSpace(this.#cursor.at + 1)) throw NOT_PLAIN
      if (code === HASH && this.#cursor.text.charCodeAt(this.#cursor.at - 1) === SPACE) return end
      end = this.#cursor.at + 1
    }
  }

  #findContinuation(
    parent: number,
  ): { readonly at: number; readonly lineStart: number; readonly blankLines: number } | undefined {
    // Standing before a comment: the scalar is over.
    if (this.#cursor.code() !== NEWLINE) return undefined
    const at = this.#cursor.skipBlanks(this.#cursor.at)
    const lineStart = this.#cursor.text.lastIndexOf('\n', at - 1) + 1
    const code = this.#cursor.text.charCodeAt(at)
    if (Number.isNaN(code) || at - lineStart <= parent || code === HASH) return undefined
    if (code === TAB || code === DASH) throw NOT_PLAIN
    const blankLines = this.#cursor.text.slice(this.#cursor.at, at).split('\n').length - 2
    return { at, lineStart, blankLines }
  }
}

function nothing(at: number): YamlNode {
  return { kind: 'scalar', start: at, end: at, value: null }
}
