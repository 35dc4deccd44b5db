import { ByteWindow } from './byte-window.ts'
import {
  CR,
  KEPT_OF_LONG_ROW,
  LF,
  type OpenEnd,
  type RowSink,
  type ScanFacts,
  type Scanner,
} from './scanner.ts'

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c]
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d]

/**
 * Finds the values of a JSON text, a row each: the elements of a list, or values that follow one another, over as many lines as they like.
 * It knows strings and brackets; whether a value is valid is asked later.
 */
export class JsonScanner implements Scanner {
  readonly window = new ByteWindow()
  line = 1
  readonly #sink: RowSink
  readonly #maxRowBytes: number
  #isInList = false
  #isInValue = false
  #isInString = false
  #isEscaped = false
  #depth = 0
  #valueLine = 1
  #head: string | undefined
  #longestRow = 0

  constructor(maxRowBytes: number, sink: RowSink) {
    this.#maxRowBytes = maxRowBytes
    this.#sink = sink
  }

  push(chunk: Uint8Array): void {
    const { window } = this
    if (!this.#isInValue) window.start = window.at
    else if (window.at - window.start > this.#maxRowBytes) {
      this.#head ??= window.text(window.start, window.start + KEPT_OF_LONG_ROW)
      window.start = window.at
    }
    window.append(chunk)
    for (; window.at < window.end; window.at++) this.#take(window.bytes[window.at] ?? 0)
  }

  finish(): OpenEnd | undefined {
    if (this.#isInString || this.#depth > 0) return { line: this.#valueLine }
    if (this.#isInValue) this.#endValue(this.window.end)
    return this.#isInList ? { line: this.#listLine } : undefined
  }

  facts(): ScanFacts {
    return {
      isTrimmed: true,
      blankLinesBefore: 0,
      longestRow: this.#longestRow,
      isIrregular: true,
      endsWithLf: true,
    }
  }

  #listLine = 1

  #take(byte: number): void {
    const { bytes, at } = this.window
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) this.line++
    if (this.#isInString) this.#takeInString(byte)
    else if (this.#isInValue) this.#takeInValue(byte)
    else this.#takeBetween(byte)
  }

  #takeInString(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (byte === BACKSLASH) this.#isEscaped = true
    else if (byte === QUOTE) this.#isInString = false
  }

  #takeInValue(byte: number): void {
    if (byte === QUOTE) this.#isInString = true
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#depth++
    else if (this.#depth === 0) {
      const isEnd = byte === COMMA || byte === LF || (byte === CLOSE_LIST && this.#isInList)
      if (!isEnd) return
      this.#endValue(this.window.at)
      if (byte === CLOSE_LIST) this.#isInList = false
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      this.#depth--
      if (this.#depth === 0) this.#endValue(this.window.at + 1)
    }
  }

  #takeBetween(byte: number): void {
    if (byte <= 0x20 || byte === COMMA) return
    if (byte === OPEN_LIST && !this.#isInList) {
      this.#isInList = true
      this.#listLine = this.line
      return
    }
    if (byte === CLOSE_LIST && this.#isInList) {
      this.#isInList = false
      return
    }
    this.#isInValue = true
    this.#valueLine = this.line
    this.window.start = this.window.at
    this.#takeInValue(byte)
  }

  #endValue(end: number): void {
    const { window } = this
    const { start } = window
    const row = { window, start, end, line: this.#valueLine }
    this.#longestRow = Math.max(this.#longestRow, end - start)
    this.#isInValue = false
    const isLong = this.#head !== undefined || end - start > this.#maxRowBytes
    if (isLong) this.#sink.unreadable(row, 'row_too_long', this.#head)
    else if (window.bytes.subarray(start, end).includes(0x1f)) {
      this.#sink.unreadable(row, 'control_character')
    } else this.#sink.row(row)
    this.#head = undefined
  }
}
