import { ByteWindow, LOOKAHEAD } from './byte-window.ts'
import type { Dialect } from './dialect.ts'
import { RecordJudge } from './record-judge.ts'
import { EndingBytes } from './ending-bytes.ts'
import {
  CR,
  isBlank,
  KEPT_OF_LONG_ROW,
  LF,
  LineBreak,
  SPACE,
  type OpenEnd,
  type RowSink,
  type ScanFacts,
  type Scanner,
} from './scanner.ts'

const FIELD_START = 0
const PLAIN = 1
const QUOTED = 2
/** Behind the closing quote. */
const CLOSED = 3

/** Blanks up to the last byte there is: the next one will tell whether they stand before a quote. */
const UNDECIDED = -1

const LINE_BREAK = /\r\n|\n|\r/

/** Classes of bytes that end a run of ordinary ones. */
const DELIMITER = 1
const QUOTE = 2
const ESCAPE = 3
const BREAK = 4

/**
 * Finds the records of delimited text, by the rules that DuckDB reads it by in strict mode, so that both see the same rows: quotes count at
 * the start of a field (behind blanks, too), and blanks may follow the closing quote. Lines end with LF, CRLF or CR. Every byte of every
 * file comes by here: offsets are handed from method to method instead of being kept.
 */
export class RecordScanner implements Scanner {
  readonly window = new ByteWindow()
  line = 1
  readonly #judge: RecordJudge
  readonly #delimiter: Uint8Array
  readonly #quote: number
  readonly #escape: number
  readonly #maxRowBytes: number
  readonly #plain: EndingBytes
  readonly #quoted: EndingBytes
  #state = FIELD_START
  /** Counted from the start of the record, because the window moves. */
  #fieldStart = 0
  #quoteLine = 1
  #breaks = 0
  #quotedBreaks = 0
  #hasBlanks = false
  // Of the record at hand:
  #recordLine = 1
  #fields = 0
  #filled = 0
  #lead = 0
  #isMisplaced = false
  #head: string | undefined

  constructor(dialect: Dialect, sink: RowSink) {
    this.#judge = new RecordJudge(dialect, sink)
    this.#delimiter = dialect.delimiter
    this.#quote = dialect.quote
    this.#escape = dialect.escape
    this.#maxRowBytes = dialect.maxRowBytes
    this.#plain = new EndingBytes(BREAK, [[dialect.delimiter[0] ?? 0, DELIMITER]])
    this.#quoted = new EndingBytes(BREAK, [
      [dialect.escape, ESCAPE],
      [dialect.quote, QUOTE],
    ])
  }

  push(chunk: Uint8Array): void {
    this.#cutLongRow()
    this.window.append(chunk)
    this.#scan(this.window.end - LOOKAHEAD, false)
  }

  finish(): OpenEnd | undefined {
    const { window } = this
    window.seal()
    this.#scan(window.end, true)
    if (this.#state === QUOTED) return this.#openQuote()
    if (window.end > window.start || this.#head !== undefined) this.#endRecord(window.end)
    return undefined
  }

  /** The quote stands behind the blanks that its field begins with, in a line that may be gone by now. */
  #openQuote(): OpenEnd {
    const { window } = this
    const line = this.#quoteLine
    if (this.#head !== undefined) return { line }
    const before = window.text(window.start, window.start + this.#fieldStart).split(LINE_BREAK)
    const rest = window.text(window.start + this.#fieldStart, window.end)
    const lead = before.at(-1) ?? ''
    const [field = ''] = rest.split(LINE_BREAK, 1)
    return { line, text: lead + field, column: lead.length + field.search(/[^ ]/) }
  }

  facts(): ScanFacts {
    return this.#judge.facts(this.#breaks, this.#quotedBreaks)
  }

  #scan(limit: number, isLast: boolean): void {
    const { window } = this
    let { at } = window
    while (at < limit) {
      if (this.#state === PLAIN) at = this.#readPlain(at, limit)
      else if (this.#state === QUOTED) at = this.#readQuoted(at, limit)
      else if (this.#state === CLOSED) at = this.#readClosed(at)
      else {
        const next = this.#startField(at, limit)
        if (next === UNDECIDED && !isLast) break
        if (next === UNDECIDED) this.#state = PLAIN
        else at = next
      }
    }
    window.at = at
  }

  #startField(from: number, limit: number): number {
    const { bytes, start } = this.window
    this.#fieldStart = from - start
    let at = from
    while (at < limit && bytes[at] === SPACE) at++
    if (at >= limit) return UNDECIDED
    if (bytes[at] !== this.#quote) {
      if (at > from || isBlank(bytes[at])) this.#hasBlanks = true
      this.#state = PLAIN
      return this.#readPlain(at, limit)
    }
    this.#state = QUOTED
    this.#quoteLine = this.line
    if (this.#fields === 0) this.#lead = at - start
    if (at > from || isBlank(bytes[at + 1])) this.#hasBlanks = true
    return at + 1
  }

  #readPlain(from: number, limit: number): number {
    const at = this.#plain.find(this.window, from, limit)
    return at < limit ? this.#endFieldOr(at) : at
  }

  #readQuoted(from: number, limit: number): number {
    const { bytes } = this.window
    const at = this.#quoted.find(this.window, from, limit)
    if (at >= limit) return at
    const next = bytes[at + 1]
    const kind = this.#quoted.kindOf(bytes[at])
    if (kind === BREAK) this.#noteQuotedBreak(at)
    else if (kind === ESCAPE) {
      if (next === this.#quote || next === this.#escape) return at + 2
      // Before anything else it means nothing that all agree on.
      this.#isMisplaced = true
    } else if (next === this.#quote && this.#escape === this.#quote) return at + 2
    else {
      if (isBlank(bytes[at - 1])) this.#hasBlanks = true
      this.#state = CLOSED
    }
    return at + 1
  }

  #noteQuotedBreak(at: number): void {
    const { bytes } = this.window
    if (bytes[at] === LF) {
      this.line++
      if (bytes[at - 1] !== CR) this.#quotedBreaks |= LineBreak.LF
    } else if (bytes[at + 1] === LF) this.#quotedBreaks |= LineBreak.CRLF
    else {
      this.line++
      this.#quotedBreaks |= LineBreak.CR
    }
  }

  #readClosed(at: number): number {
    const byte = this.window.bytes[at] ?? 0
    if (this.#plain.kindOf(byte) !== 0) return this.#endFieldOr(at)
    if (byte !== SPACE) {
      this.#isMisplaced = true
      this.#state = PLAIN
    }
    return at + 1
  }

  /** At a delimiter, at the first byte of what may be one, or at a line break. */
  #endFieldOr(at: number): number {
    const { bytes } = this.window
    if (this.#plain.kindOf(bytes[at]) === BREAK) return this.#endRecord(at)
    const delimiter = this.#delimiter
    for (let index = 1; index < delimiter.length; index++) {
      if (bytes[at + index] === delimiter[index]) continue
      if (this.#state === CLOSED) this.#isMisplaced = true
      this.#state = PLAIN
      return at + 1
    }
    this.#endField(at)
    this.#state = FIELD_START
    return at + delimiter.length
  }

  #endField(end: number): void {
    const { bytes, start: recordStart } = this.window
    const length = end - recordStart - this.#fieldStart
    this.#fields++
    if (length === 0) return
    if (isBlank(bytes[end - 1])) this.#hasBlanks = true
    const isEmpty = this.#state === CLOSED && length === 2
    if (!isEmpty) this.#filled = this.#fields
  }

  #endRecord(end: number): number {
    const { window } = this
    const { start } = window
    if (this.#state === FIELD_START) this.#fieldStart = end - start
    this.#endField(end)
    this.#judge.take({
      window,
      start,
      end,
      line: this.#recordLine,
      fields: this.#fields,
      filled: this.#filled,
      lead: this.#lead,
      hasBlanks: this.#hasBlanks,
      isMisplaced: this.#isMisplaced,
      head: this.#head,
    })
    this.#state = FIELD_START
    this.#fields = this.#filled = this.#lead = 0
    this.#hasBlanks = this.#isMisplaced = false
    this.#head = undefined
    window.start = this.#skipBreak(end)
    this.#recordLine = this.line
    return window.start
  }

  #skipBreak(at: number): number {
    const { bytes, end } = this.window
    if (at >= end) return end
    this.line++
    if (bytes[at] === LF) this.#breaks |= LineBreak.LF
    else if (bytes[at + 1] !== LF) this.#breaks |= LineBreak.CR
    else {
      this.#breaks |= LineBreak.CRLF
      return at + 2
    }
    return at + 1
  }

  /** Memory must not grow with the file: of a row that is too long only the beginning is kept. */
  #cutLongRow(): void {
    const { window } = this
    if (window.at - window.start <= this.#maxRowBytes) return
    this.#head ??= window.text(window.start, window.start + KEPT_OF_LONG_ROW)
    window.start = window.at
    this.#fieldStart = 0
  }
}
