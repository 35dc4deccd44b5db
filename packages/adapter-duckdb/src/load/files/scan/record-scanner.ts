import { ByteWindow, LOOKAHEAD } from './byte-window.ts'
import type { Dialect } from './dialect.ts'
import { splitFields } from './split-fields.ts'
import {
  CR,
  hasSeveralBreaks,
  LF,
  LineBreak,
  SPACE,
  TAB,
  type OpenEnd,
  type RowSink,
  type ScanFacts,
  type Scanner,
} from './scanner.ts'
import type { UnreadableReason } from '../inspection.ts'

const FIELD_START = 0
const PLAIN = 1
const QUOTED = 2
/** Behind the closing quote. */
const CLOSED = 3

/** Classes of bytes that end a run of ordinary ones. */
const DELIMITER = 1
const QUOTE = 2
const ESCAPE = 3
const BREAK = 4

/** So much is kept of a row that is longer than rows may be. */
const KEPT_OF_LONG_ROW = 10_000

/**
 * Finds the records of delimited text, by the rules that DuckDB reads it by in strict mode, so that both see the same rows: quotes count at
 * the start of a field (behind blanks, too), blanks may follow the closing quote, fields too many do no harm while
 * they are empty, and blank lines are no rows unless there is only one column. Lines end with LF, CRLF or CR.
 */
export class RecordScanner implements Scanner {
  readonly window = new ByteWindow()
  line = 1
  readonly #sink: RowSink
  readonly #dialect: Dialect
  readonly #plain = new Uint8Array(256)
  readonly #quoted = new Uint8Array(256)
  #header: readonly string[] | undefined
  #expected = Infinity
  #state = FIELD_START
  #fields = 0
  /** Counted from the start of the record, because the window moves. */
  #fieldStart = 0
  #recordLine = 1
  #quoteLine = 1
  #hasExtra = false
  #lead = 0
  #isMisplaced = false
  #head: string | undefined
  #breaks = 0
  #quotedBreaks = 0
  #isTrimmed = true
  #blankLinesBefore = 0
  #longestRow = 0
  #hasLost = false

  constructor(dialect: Dialect, sink: RowSink) {
    this.#dialect = dialect
    this.#sink = sink
    const { delimiter, quote, escape } = dialect
    for (const byte of [CR, LF]) this.#plain[byte] = this.#quoted[byte] = BREAK
    this.#plain[delimiter[0] ?? 0] = DELIMITER
    if (quote < 0) return
    this.#quoted[escape] = ESCAPE
    this.#quoted[quote] = QUOTE
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
    if (this.#state === QUOTED) return { line: this.#quoteLine }
    if (window.end > window.start || this.#head !== undefined) this.#endRecord(window.end)
    return undefined
  }

  facts(): ScanFacts {
    const endsWithLf = this.#breaks <= LineBreak.LF
    // DuckDB takes the first line break that it sees for that of all rows, unless it is told that it is LF.
    const isMixed = hasSeveralBreaks(endsWithLf ? this.#breaks : this.#breaks | this.#quotedBreaks)
    return {
      ...(this.#header && { header: this.#header }),
      ...(Number.isFinite(this.#expected) && { fields: this.#expected }),
      isTrimmed: this.#isTrimmed,
      blankLinesBefore: this.#blankLinesBefore,
      longestRow: this.#longestRow,
      isIrregular: isMixed || this.#hasLost,
      endsWithLf,
    }
  }

  #scan(limit: number, isLast: boolean): void {
    const { window } = this
    while (window.at < limit) {
      if (this.#state === PLAIN) this.#readPlain(limit)
      else if (this.#state === QUOTED) this.#readQuoted(limit)
      else if (this.#state === CLOSED) this.#readClosed()
      else if (!this.#startField(limit, isLast)) return
    }
  }

  /** False when it takes more bytes to know what the field begins with. */
  #startField(limit: number, isLast: boolean): boolean {
    const { window } = this
    const { bytes } = window
    const { quote } = this.#dialect
    let at = window.at
    this.#fieldStart = at - window.start
    while (bytes[at] === SPACE && at < limit) at++
    if (at >= limit && at > window.at && !isLast) return false
    if (quote < 0 || bytes[at] !== quote) {
      this.#state = PLAIN
      return true
    }
    this.#state = QUOTED
    this.#quoteLine = this.line
    // DuckDB sees no quote behind blanks in the first field: it gets the row without them.
    if (this.#fields === 0) this.#lead = at - window.start
    window.at = at + 1
    if (isBlank(bytes[window.at])) this.#isTrimmed = false
    return true
  }

  #readPlain(limit: number): void {
    const { window } = this
    const { bytes } = window
    const classes = this.#plain
    let at = window.at
    while (at < limit && classes[bytes[at] ?? 0] === 0) at++
    window.at = at
    if (at < limit) this.#endFieldOr(at, PLAIN)
  }

  #readQuoted(limit: number): void {
    const { window } = this
    const { bytes } = window
    const classes = this.#quoted
    let at = window.at
    while (at < limit && classes[bytes[at] ?? 0] === 0) at++
    window.at = at
    if (at >= limit) return
    const { quote, escape } = this.#dialect
    const next = bytes[at + 1]
    window.at = at + 1
    switch (classes[bytes[at] ?? 0]) {
      case BREAK:
        this.#noteQuotedBreak(at)
        break
      case ESCAPE:
        // Before anything else it means nothing that all agree on.
        if (next === quote || next === escape) window.at++
        else this.#isMisplaced = true
        break
      default:
        if (escape === quote && next === quote) window.at++
        else {
          if (isBlank(bytes[at - 1])) this.#isTrimmed = false
          this.#state = CLOSED
        }
    }
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

  #readClosed(): void {
    const { window } = this
    const byte = window.bytes[window.at] ?? 0
    if (byte === SPACE) window.at++
    else if (this.#plain[byte] !== 0) this.#endFieldOr(window.at, CLOSED)
    else {
      this.#isMisplaced = true
      this.#state = PLAIN
      window.at++
    }
  }

  /** At a delimiter, at the first byte of what may be one, or at a line break. */
  #endFieldOr(at: number, state: typeof PLAIN | typeof CLOSED): void {
    const { window } = this
    const byte = window.bytes[at]
    if (this.#plain[byte ?? 0] === BREAK) return this.#endRecord(at)
    const { delimiter } = this.#dialect
    for (let index = 1; index < delimiter.length; index++) {
      if (window.bytes[at + index] === delimiter[index]) continue
      if (state === CLOSED) this.#isMisplaced = true
      this.#state = PLAIN
      window.at = at + 1
      return
    }
    this.#endField(at)
    this.#state = FIELD_START
    window.at = at + delimiter.length
  }

  #endField(end: number): void {
    const { bytes, start: recordStart } = this.window
    const start = recordStart + this.#fieldStart
    if (end > start) {
      if (isBlank(bytes[start]) || isBlank(bytes[end - 1])) this.#isTrimmed = false
      const isEmpty = this.#state === CLOSED && end === start + 2
      if (this.#fields >= this.#expected && !isEmpty) this.#hasExtra = true
    }
    this.#fields++
  }

  #endRecord(end: number): void {
    const { window } = this
    if (this.#state === FIELD_START) this.#fieldStart = end - window.start
    this.#endField(end)
    this.#judge(window.start, end)
    window.at = window.start = this.#skipBreak(end)
    this.#recordLine = this.line
    this.#state = FIELD_START
    this.#fields = 0
    this.#hasExtra = false
    this.#lead = 0
    this.#isMisplaced = false
    this.#head = undefined
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

  #judge(start: number, end: number): void {
    const length = end - start
    const row = { window: this.window, start, end, line: this.#recordLine }
    const isBlankLine = length === 0 && this.#head === undefined
    if (this.#expected === Infinity) {
      if (isBlankLine) this.#blankLinesBefore++
      else if (!this.#dialect.hasHeader) this.#expected = this.#fields
      else {
        this.#isTrimmed = true
        this.#header = splitFields(this.window.text(start, end), this.#dialect)
        this.#expected = this.#header.length
        if (this.#lead > 0) this.#hasLost = true
        return this.#sink.header({ ...row, start: start + this.#lead })
      }
    }
    if (isBlankLine && this.#expected > 1) return
    if (length > this.#longestRow) this.#longestRow = length
    const reason = this.#findFault(length)
    if (this.#lead > 0) this.#hasLost = true
    if (reason === undefined) return this.#sink.row({ ...row, start: start + this.#lead })
    // Rows with too few or too many fields do not keep DuckDB from reading the others.
    if (reason === 'misplaced_quote' || reason === 'row_too_long') this.#hasLost = true
    this.#sink.unreadable(row, reason, this.#head)
  }

  #findFault(length: number): UnreadableReason | undefined {
    if (this.#head !== undefined || length > this.#dialect.maxRowBytes) return 'row_too_long'
    if (this.#isMisplaced) return 'misplaced_quote'
    if (this.#fields < this.#expected) return 'too_few_columns'
    return this.#hasExtra ? 'too_many_columns' : undefined
  }

  /** Memory must not grow with the file: of a row that is too long only the beginning is kept. */
  #cutLongRow(): void {
    const { window } = this
    if (window.at - window.start <= this.#dialect.maxRowBytes) return
    this.#head ??= window.text(window.start, window.start + KEPT_OF_LONG_ROW)
    window.start = window.at
    this.#fieldStart = 0
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB
}
