/** How delimited text is written, in bytes. */
export interface Dialect {
  readonly delimiter: Uint8Array
  /** −1: there are no quotes. */
  readonly quote: number
  /** What stands before a quote inside of quotes: the quote itself, or another character. */
  readonly escape: number
  readonly hasHeader: boolean
  /** The longest row that is kept. */
  readonly maxRowBytes: number
}
