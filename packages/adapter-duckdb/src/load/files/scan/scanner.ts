import type { UnreadableReason } from '../inspection.ts'
import type { ByteWindow } from './byte-window.ts'

/** A row of a file as it lies in the window, without its line break. Valid during the call that gets it. */
export interface FoundRow {
  readonly window: ByteWindow
  readonly start: number
  readonly end: number
  /** 1-based line that it begins in. */
  readonly line: number
}

/** Takes the rows of a file in their order. */
export interface RowSink {
  /** The line of names; comes first where there is one. */
  header(row: FoundRow): void
  row(row: FoundRow): void
  /** `text` stands for the row where it is too long to be kept. */
  unreadable(row: FoundRow, reason: UnreadableReason, text?: string): void
}

/** What is open when a file ends: a quote, a bracket. */
export interface OpenEnd {
  readonly line: number
  /** That line, where it is at hand, and where in it the open thing begins. */
  readonly text?: string
  readonly column?: number
}

/** Finds where rows begin and end. */
export interface Scanner {
  readonly window: ByteWindow
  /** The line that `window.at` is in. */
  readonly line: number
  push(chunk: Uint8Array): void
  finish(): OpenEnd | undefined
  /** What only who has seen every byte knows. */
  facts(): ScanFacts
}

export interface ScanFacts {
  /** Names, as they stand there; where a file has none, how many fields its first row has. */
  readonly header?: readonly string[]
  readonly fields?: number
  readonly isTrimmed: boolean
  /** Blank lines before the header. */
  readonly blankLinesBefore: number
  readonly longestRow: number
  /** DuckDB cannot read the file as it is: lines end in several ways, or there are rows that would lead it astray. */
  readonly isIrregular: boolean
  readonly endsWithLf: boolean
}

/** Bits for the ways in which a line ends. */
export const LineBreak = { LF: 1, CRLF: 2, CR: 4 } as const

export function hasSeveralBreaks(breaks: number): boolean {
  return (breaks & (breaks - 1)) !== 0
}

export const LF = 0x0a
export const CR = 0x0d
export const SPACE = 0x20
export const TAB = 0x09

export function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB
}

/** So many bytes are kept of a row that is longer than rows may be. */
export const KEPT_OF_LONG_ROW = 10_000
