import type { FileDrift, FileSet, OpenUrl, InputFile, Inspection, LoadRequest } from '@btn/adapter'
import type { Diagnostic } from '@btn/diagnostics'

// What a load knows of its files once each was read from its first byte to its last: all that a scan needs to be true to the line.

/** Finds the files and reads each once. Throws a DiagnosticError where one cannot be read: see `Loader.inspect`. */
export type InspectFiles = (files: FileSet, openUrl?: OpenUrl) => Promise<FileInspection>

/** `inspectFiles` of a set of files. Close it when the load is over: copies in other encodings go away then. */
export interface FileInspection extends Inspection {
  readonly files: readonly ScannableFile[]
  /**
   * Throws a DiagnosticError when one of these files is no longer what was inspected. Call it after the scan, before anything that was
   * scanned can be seen.
   */
  checkUnchanged(files: readonly InputFile[]): Promise<void>
}

export interface ScannableFile extends InputFile {
  /** What the scan's column `filename` says: the file itself, or a copy that DuckDB can read. */
  readonly readPath: string
  readonly shape: FileShape
  /** Rows that the scan gives, in the file's order; a scan that gives another number has read something else. */
  readonly rows: number
  readonly lines: LineMap
  /** What is no row at all: it is in no scan and belongs into the quarantine. */
  readonly unreadable: UnreadableRows
  /** The first row that is not in the encoding of the file, where there is one. */
  readonly badText?: BadText | undefined
  /** No field begins or ends with a space or a tab: there is nothing to trim. */
  readonly isTrimmed: boolean
  /** Bytes. */
  readonly longestRow: number
}

/** What its text, or its columns, tell of a file. */
export type FileContents = Omit<ScannableFile, 'bytes' | 'checksum'>

/** What the scan of a file looks like. Files of equal shapes are read by one scan. */
export type FileShape =
  /** Delimited text. All columns are text; their names are the header's, made unique. */
  | {
      readonly kind: 'records'
      readonly columns: readonly string[]
      readonly delimiter: string
      readonly quote: string
      readonly escape: string
      readonly hasHeader: boolean
      /** Lines above the header, or above the first row where there is none. */
      readonly skip: number
      /** Every row ends with LF; else DuckDB is left to see what they end with. */
      readonly endsWithLf: boolean
      readonly compression: Compression
    }
  /** A JSON value a line, in one column of text, `json`. Whether it is valid is for the contract to find out. Blank lines are no rows. */
  | {
      readonly kind: 'json-lines'
      readonly compression: Compression
    }
  /** Typed columns. */
  | { readonly kind: 'parquet'; readonly columns: readonly ScanColumn[] }

export type Compression = 'none' | 'gzip' | 'zstd'

export interface ScanColumn {
  readonly name: string
  /** In DuckDB's words. */
  readonly type: string
}

/**
 * Where the rows of a scan begin in their file. Row n (from 0, in the order of the scan) begins in line n + `first`, while `sql` is absent.
 * Else `sql` is a table (from_row bigint, line_offset bigint), sorted: the line is n + `line_offset` of the last entry with from_row ≤ n. Parquet has
 * rows instead of lines: the first is 1.
 */
export interface LineMap {
  readonly first: number
  readonly sql?: string
}

/**
 * Why something in a file is no row: too many or too few fields, a quote in the wrong place, more bytes than a row may have, a byte that
 * JSON cannot have, bytes that are no text in the encoding of the file.
 */
export type UnreadableReason =
  | 'too_few_columns'
  | 'too_many_columns'
  | 'misplaced_quote'
  | 'row_too_long'
  | 'control_character'
  | 'invalid_encoding'

export interface UnreadableRows {
  readonly count: number
  readonly byReason: Readonly<Partial<Record<UnreadableReason, number>>>
  /** A table (line bigint, reason varchar, raw_text varchar), sorted by line; absent when there are none. */
  readonly sql?: string
}

/** A row that is not in the encoding of its file. */
export interface BadText {
  readonly line: number
  /** The first of its bytes that are no text, in hex. */
  readonly bytes: string
  readonly encoding: string
  /** With `\\xFC` for such bytes. */
  readonly shown: string
}

/** One table function that reads several files, one after the other, each in its own order. */
export interface FileScan {
  readonly files: readonly ScannableFile[]
  /** In order, without `filename`, which comes last. */
  readonly columns: readonly ScanColumn[]
  /** `read_csv([…], …)`: what follows FROM. */
  readonly sql: string
}

/** Groups files of one shape; the order of the groups is that of their first files. */
export type PlanScans = (files: readonly ScannableFile[]) => readonly FileScan[]

/** Which columns of a file become which of the table. */
export interface HeaderMatch {
  /** By column of the scan, or key of its objects, in order: the column of the table, or undefined when it is left out. */
  readonly targets: readonly (string | undefined)[]
  /** Columns that the table does not have yet (`extra: add`); they are among the targets. */
  readonly added: readonly string[]
  readonly drift: FileDrift
  /** Errors where the policy is `fail` or two columns want the same place, warnings where it says so. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Compares the names in a file, or the keys of its objects, with the columns of the table. */
export type MatchHeader = (
  file: ScannableFile,
  request: Pick<LoadRequest, 'columns' | 'rename' | 'drift'>,
) => HeaderMatch
