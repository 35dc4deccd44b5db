import { ByteWindow } from './byte-window.ts'
import {
  CR,
  hasSeveralBreaks,
  isBlank,
  KEPT_OF_LONG_ROW,
  LF,
  LineBreak,
  type RowSink,
  type ScanFacts,
  type Scanner,
} from './scanner.ts'

/** DuckDB reads whole lines as fields with this between them: JSON cannot contain it. */
export const LINE_DELIMITER = 0x1f

/** Finds the lines of a text, a row each; blank ones are none. */
export class LineScanner implements Scanner {
  readonly window = new ByteWindow()
  line = 1
  readonly #sink: RowSink
  readonly #maxRowBytes: number
  #breaks = 0
  #head: string | undefined
  #longestRow = 0
  #hasLost = false
  /** A delimiter has come, so that lines must be searched for it. */
  #mayHaveDelimiter = false

  constructor(maxRowBytes: number, sink: RowSink) {
    this.#maxRowBytes = maxRowBytes
    this.#sink = sink
  }

  push(chunk: Uint8Array): void {
    const { window } = this
    if (window.end - window.start > this.#maxRowBytes) {
      this.#head ??= window.text(window.start, window.start + KEPT_OF_LONG_ROW)
      window.start = window.at
    }
    this.#mayHaveDelimiter ||= chunk.includes(LINE_DELIMITER)
    window.append(chunk)
    const text = window.bytes.subarray(0, window.end)
    for (let at = text.indexOf(LF, window.at); at >= 0; at = text.indexOf(LF, window.at)) {
      const isCrlf = at > window.start && text[at - 1] === CR
      this.#breaks |= isCrlf ? LineBreak.CRLF : LineBreak.LF
      this.#endLine(isCrlf ? at - 1 : at)
      this.line++
      window.start = window.at = at + 1
      this.#head = undefined
    }
    window.at = window.end
  }

  finish(): undefined {
    const { window } = this
    if (window.end > window.start || this.#head !== undefined) this.#endLine(window.end)
  }

  facts(): ScanFacts {
    return {
      isTrimmed: true,
      blankLinesBefore: 0,
      longestRow: this.#longestRow,
      endsWithLf: this.#breaks <= LineBreak.LF,
      isIrregular: hasSeveralBreaks(this.#breaks) || this.#hasLost,
    }
  }

  #endLine(end: number): void {
    const { window, line } = this
    const { start } = window
    if (isBlankLine(window.bytes, start, end) && this.#head === undefined) return
    const row = { window, start, end, line }
    const content = window.bytes.subarray(start, end)
    // A carriage return inside of a line is a blank to JSON and a line break to DuckDB.
    if (content.includes(CR)) this.#breaks |= LineBreak.CR | LineBreak.LF
    this.#longestRow = Math.max(this.#longestRow, end - start)
    const isLong = this.#head !== undefined || end - start > this.#maxRowBytes
    const isSplit = this.#mayHaveDelimiter && content.includes(LINE_DELIMITER)
    if (!isLong && !isSplit) return this.#sink.row(row)
    this.#hasLost = true
    this.#sink.unreadable(row, isLong ? 'row_too_long' : 'control_character', this.#head)
  }
}

function isBlankLine(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]
    if (!isBlank(byte) && byte !== CR) return false
  }
  return true
}
