import type { UnreadableReason } from '../inspection.ts'
import type { Dialect } from './dialect.ts'
import {
  hasSeveralBreaks,
  LineBreak,
  type FoundRow,
  type RowSink,
  type ScanFacts,
} from './scanner.ts'
import { splitFields } from './split-fields.ts'

/** A record of delimited text, as far as its bytes tell. */
export interface FoundRecord extends FoundRow {
  readonly fields: number
  /** Fields up to the last one that is not empty. */
  readonly filled: number
  /** Blanks before a quote that begins the record. */
  readonly lead: number
  /** A field begins or ends with blanks. */
  readonly hasBlanks: boolean
  /** Something follows a closing quote, or an escape stands before what needs none. */
  readonly isMisplaced: boolean
  /** The beginning of a record that is too long. */
  readonly head: string | undefined
}

/**
 * Tells what each record is: the header, a row, or nothing that can be read. Blank lines are no rows unless there is only one column, and
 * fields too many do no harm while they are empty, as for DuckDB.
 */
export class RecordJudge {
  readonly #dialect: Dialect
  readonly #sink: RowSink
  #header: readonly string[] | undefined
  #expected: number | undefined
  #isTrimmed = true
  #blankLinesBefore = 0
  #longestRow = 0
  /** DuckDB would not read all rows that can be read. */
  #needsCopy = false

  constructor(dialect: Dialect, sink: RowSink) {
    this.#dialect = dialect
    this.#sink = sink
  }

  take(record: FoundRecord): void {
    const length = record.end - record.start
    const isBlankLine = length === 0 && record.head === undefined
    if (this.#expected === undefined) {
      if (isBlankLine) {
        this.#blankLinesBefore++
        return
      }
      this.#expected = record.fields
      if (this.#dialect.hasHeader) return this.#takeHeader(record)
    }
    if (isBlankLine && this.#expected > 1) return
    const reason = this.#findFault(record, this.#expected)
    if (reason !== undefined) return this.#refuse(record, reason)
    if (record.hasBlanks) this.#isTrimmed = false
    if (length > this.#longestRow) this.#longestRow = length
    this.#sink.row(this.#withoutLead(record))
  }

  facts(breaks: number, quotedBreaks: number): ScanFacts {
    const endsWithLf = breaks <= LineBreak.LF
    return {
      ...(this.#header && { header: this.#header }),
      ...(this.#expected !== undefined && { fields: this.#expected }),
      isTrimmed: this.#isTrimmed,
      blankLinesBefore: this.#blankLinesBefore,
      longestRow: this.#longestRow,
      // DuckDB takes the first line break that it sees for that of all rows, unless it is told that it is LF.
      isIrregular: this.#needsCopy || hasSeveralBreaks(endsWithLf ? breaks : breaks | quotedBreaks),
      endsWithLf,
    }
  }

  #takeHeader(record: FoundRecord): void {
    const text = record.window.text(record.start, record.end)
    this.#header = splitFields(text, this.#dialect)
    this.#expected = this.#header.length
    this.#longestRow = record.end - record.start
    this.#sink.header(this.#withoutLead(record))
  }

  #refuse(record: FoundRecord, reason: UnreadableReason): void {
    // Rows with too few or too many fields do not keep DuckDB from reading the others.
    if (reason === 'misplaced_quote' || reason === 'row_too_long') this.#needsCopy = true
    else this.#longestRow = Math.max(this.#longestRow, record.end - record.start)
    this.#sink.unreadable(record, reason, record.head)
  }

  /** DuckDB sees no quote behind blanks in the first field: it gets the row without them. */
  #withoutLead(record: FoundRecord): FoundRow {
    if (record.lead === 0) return record
    this.#needsCopy = true
    return { ...record, start: record.start + record.lead }
  }

  #findFault(record: FoundRecord, expected: number): UnreadableReason | undefined {
    const isLong = record.end - record.start > this.#dialect.maxRowBytes
    if (isLong || record.head !== undefined) return 'row_too_long'
    if (record.isMisplaced) return 'misplaced_quote'
    if (record.fields < expected) return 'too_few_columns'
    return record.filled > expected ? 'too_many_columns' : undefined
  }
}
