import { firstBadBytes, isText, showBytes } from './decode.ts'
import type { BadText, UnreadableReason } from './inspection.ts'
import { fail, placeOfLine } from './problems.ts'
import type { FoundRow, RowSink } from './scan/scanner.ts'

interface GuardedText {
  readonly shownPath: string
  /** As `TextDecoder` calls it. */
  readonly encoding: string
}

/** Keeps rows from a sink that are not in the encoding of their file: each is told as one that cannot be read. */
export class EncodingGuard implements RowSink {
  /** The first of them. */
  badText: BadText | undefined
  readonly #text: GuardedText
  readonly #sink: RowSink
  #isBadPiece = false
  /** A row may have begun in a piece that was bad. */
  #mayBeBad = false

  constructor(text: GuardedText, sink: RowSink) {
    this.#text = text
    this.#sink = sink
  }

  /** What comes next has bytes in it that are no text, or has not. */
  announce(isBad: boolean): void {
    this.#isBadPiece = isBad
    this.#mayBeBad ||= isBad
  }

  header(row: FoundRow): void {
    if (this.#isSound(row)) return this.#sink.header(row)
    const { shownPath } = this.#text
    const bytes = contentOf(row)
    const params = { path: shownPath, encoding: this.#name, bytes: firstBadBytes(bytes) }
    throw fail('load-encoding', params, placeOfLine(shownPath, row.line, showBytes(bytes)))
  }

  row(row: FoundRow): void {
    if (this.#isSound(row)) return this.#sink.row(row)
    const bytes = contentOf(row)
    const shown = showBytes(bytes)
    this.badText ??= { line: row.line, bytes: firstBadBytes(bytes), encoding: this.#name, shown }
    this.#sink.unreadable(row, 'invalid_encoding', shown)
  }

  unreadable(row: FoundRow, reason: UnreadableReason, text?: string): void {
    const isSound = this.#isSound(row)
    this.#sink.unreadable(row, reason, text ?? (isSound ? undefined : showBytes(contentOf(row))))
  }

  get #name(): string {
    return this.#text.encoding.toUpperCase()
  }

  #isSound(row: FoundRow): boolean {
    if (!this.#mayBeBad) return true
    this.#mayBeBad = this.#isBadPiece
    return isText(contentOf(row), this.#text.encoding)
  }
}

function contentOf({ window, start, end }: FoundRow): Uint8Array {
  return window.bytes.subarray(start, end)
}
