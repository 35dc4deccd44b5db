import type { Diagnostic } from '@btn/diagnostics'
import type { Connection } from './adapter.ts'
import type { Relation } from './relation.ts'

// What a load of files into a table is, in words that every database understands. Who fills in these requests knows the project; who
// obeys them knows the database. SQL in here is the database's own, as the user wrote it.

/** How a file is written; gzip and zstd are looked through. */
export type FileFormat = 'csv' | 'tsv' | 'json' | 'jsonl' | 'parquet'

export interface FileOptions {
  /** One character, or more; by default that of the format: a comma, a tab. */
  readonly delimiter?: string
  readonly quote?: string
  readonly escape?: string
  /** False for files without a first line of names: the columns are those of the table, in order. */
  readonly header?: boolean
  /** A label of the WHATWG Encoding Standard: `utf-8`, `windows-1252`, `utf-16le`. */
  readonly encoding?: string
  /** Bytes that the longest row may have; 64 MiB when left out. */
  readonly maxField?: number
}

/** What to read, and how. */
export interface FileSet {
  /** Paths, globs or URLs, absolute; each must match a file. */
  readonly patterns: readonly string[]
  /** By the extension of each file when left out. */
  readonly format?: FileFormat
  readonly options: FileOptions
  /** Where shown paths begin: they are relative to this folder where they lie below it. */
  readonly root: string
}

/** A file that was looked at from its first byte to its last. */
export interface InputFile {
  /** Absolute, or a URL. */
  readonly path: string
  /** As people know it: relative to the project. */
  readonly shownPath: string
  /** Without folders. */
  readonly name: string
  readonly format: FileFormat
  readonly bytes: number
  /** SHA-256 of the bytes as they lie there, in hex. */
  readonly checksum: string
  /** Names of the columns as the file has them, without byte order mark and surrounding blanks; of JSON the keys of its objects. */
  readonly header?: readonly string[]
}

/** What a set of files is. The caller closes it: files in other encodings were copied meanwhile. Adapters keep more than this. */
export interface Inspection {
  readonly files: readonly InputFile[]
  /** Removes what was spooled. */
  close(): Promise<void>
}

export interface LoadColumn {
  readonly name: string
  /** In the database's words; text when left out. */
  readonly dataType?: string
  /** Personal data: what is stored of a value. The rules see the value itself. */
  readonly protect?: Protection
}

/** What is stored in the place of a personal value. NULL stays NULL. */
export type Protection =
  /** `J*** D***`. */
  | { readonly kind: 'mask' }
  /** SHA-256 in hex: who can guess a value can prove the guess. */
  | { readonly kind: 'hash' }
  /** NULL. */
  | { readonly kind: 'redact' }
  /** The prefix, and 26 hex digits of the HMAC-SHA-256 of the value under the key of the load. */
  | { readonly kind: 'token'; readonly prefix: string }

/** The secrets of a load with personal data, and the ways back to it. */
export interface Privacy {
  /** What tokens are made with. It is in no statement, and no other connection sees it. */
  readonly key: Uint8Array
  /** Gets the values behind the tokens of a load, each once, before the load is committed. */
  readonly keepTokens: (page: readonly TokenOrigin[]) => Promise<void>
  /** Gets the rejected rows as read, before the load is committed. */
  readonly keepRaw?: (page: readonly RawRow[]) => Promise<void>
  /** Gives back what `keepRaw` got: a replay judges the rows as they were read. */
  readonly restoreRaw?: () => Promise<readonly RawRow[]>
}

export interface TokenOrigin {
  readonly token: string
  readonly column: string
  readonly value: string
}

/** A rejected row as it was read. */
export interface RawRow {
  readonly loadId: bigint
  readonly line: number
  /** JSON of its texts, by column. */
  readonly raw: string
}

/** What to do when the columns of a file are not those of the table. */
export interface DriftPolicy {
  /** `fill`: NULL, without a word. */
  readonly missing: 'fill' | 'warn' | 'fail'
  /** `add`: the table gets the column, as text. */
  readonly extra: 'ignore' | 'warn' | 'add' | 'fail'
}

/** How rows get into the table. Each is one transaction. */
export type LoadStrategy =
  | { readonly kind: 'replace' }
  /** Rows are added; those of an earlier content of the same file go away. */
  | { readonly kind: 'append' }
  | { readonly kind: 'upsert'; readonly key: readonly string[] }
  /** The rows of this partition are replaced. `value` is SQL. */
  | { readonly kind: 'partition'; readonly column: string; readonly value: string }

/** How one column is cleaned before its type and the rules are looked at. */
export type Cleaner =
  /** Over the texts as read. */
  | { readonly kind: 'sql'; readonly sql: string }
  | { readonly kind: 'case'; readonly to: 'lower' | 'upper' | 'title' }
  /** Any case; what is in no list becomes NULL, or stays. */
  | {
      readonly kind: 'map'
      readonly values: Readonly<Record<string, readonly string[]>>
      readonly otherwise: 'null' | 'keep'
    }
  /** Repairs a near miss of exactly one value: 1 − Levenshtein distance ÷ length of the longer. */
  | { readonly kind: 'nearest'; readonly values: readonly string[]; readonly atLeast: number }
  /** The first match of a regular expression. */
  | { readonly kind: 'extract'; readonly pattern: string }
  /** An instant in one of several forms; in UTC where it names no zone. Years outside are no instants. */
  | {
      readonly kind: 'instant'
      readonly forms: readonly InstantForm[]
      readonly years?: readonly [from: YearBound, to: YearBound]
    }

export type InstantForm = 'iso' | 'epoch' | 'yyyymmdd'
/** A year, or so many years after that of the load. */
export type YearBound =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'after'; readonly years: number }

export interface Dedupe {
  /** Rows that equal another one in everything but the ignored columns are dropped first. */
  readonly rows: boolean
  readonly ignore: readonly string[]
  /** One row is kept of those with the same key; rows without it are all kept. */
  readonly key?: readonly string[]
  /** Which one: SQL, the most important first, true and the highest first (`x asc` turns it); then the earlier line. */
  readonly prefer: readonly string[]
  readonly when: 'before_rules' | 'after_rules'
}

/** What a rule demands. Only FALSE breaks it, as in SQL's CHECK. */
export type RuleCheck =
  | { readonly kind: 'sql'; readonly sql: string }
  | { readonly kind: 'unique'; readonly columns: readonly string[] }
  | {
      readonly kind: 'foreign-key'
      readonly columns: readonly string[]
      readonly to: Relation
      readonly toColumns: readonly string[]
      /** SQL that narrows the rows of the other table: those of the same partition. */
      readonly where?: string
    }

export interface Rule {
  /** The reason that a row is rejected for. */
  readonly name: string
  readonly check: RuleCheck
  /** `warn` keeps the row and counts it; `repair` replaces values, keeps and counts. */
  readonly severity: 'error' | 'warn' | 'repair'
  /** Text with `{column}` and `{raw.column}`; the name when left out. */
  readonly reason?: string
  /** New values by column, as SQL. */
  readonly repair?: Readonly<Record<string, string>>
}

/** What a row must be like to get into the table. */
export interface RowContract {
  /** `trim`: surrounding blanks go away and an empty text is NULL, before anything else. */
  readonly text: 'trim' | 'keep'
  /** A text that its type refuses: the row is rejected (`invalid_<column>`), or the value is NULL. */
  readonly types: 'reject' | 'null'
  readonly clean: Readonly<Record<string, Cleaner>>
  readonly dedupe?: Dedupe
  readonly rules: readonly Rule[]
  /** The largest shares of rejected rows, 0 to 1. */
  readonly limits: RejectLimits
}

export interface RejectLimits {
  readonly errorAbove?: number
  readonly warnAbove?: number
  readonly per: 'file' | 'load'
}

/** A file that gets the rejected rows, in the user's form. */
export interface QuarantineFile {
  /** Absolute; `{file_stem}` is the name of the input file without its extension: then there is one for each. */
  readonly path: string
  readonly format: 'csv' | 'parquet' | 'json' | 'jsonl'
  readonly options: { readonly delimiter?: string; readonly header?: boolean }
  readonly columns: readonly QuarantineColumn[]
  /** Stands between the reasons of a row. */
  readonly join: string
}

/** `raw.*` are all columns as read: in a file for each input under the names of that file's header. */
export type QuarantineColumn =
  | { readonly kind: 'all-raw' }
  | { readonly kind: 'named'; readonly name: string; readonly sql: string }

/** A file of the inspection that is to be loaded. */
export interface LoadFile {
  readonly file: InputFile
  /** What the audit log knows this load of the file by. */
  readonly loadId: bigint
  /** Earlier loads of a file of this path, also those that were refused: append takes their rows away. */
  readonly supersedes?: readonly bigint[]
}

export interface LoadRequest {
  readonly relation: Relation
  readonly files: readonly LoadFile[]
  readonly inspection: Inspection
  readonly columns: readonly LoadColumn[]
  /** Name in the file → name in the table. Case counts. */
  readonly rename: Readonly<Record<string, string>>
  readonly drift: DriftPolicy
  readonly strategy: LoadStrategy
  /** Columns that the table gets besides: `_file`, `_line`, `_loaded_at`. */
  readonly lineage: readonly ('file' | 'line' | 'loaded_at')[]
  readonly loadedAt: Date
  /** The date of a partitioned run, for `{date}` in SQL texts. */
  readonly date?: string
  readonly contract: RowContract
  readonly quarantine: {
    /** The table, where rejected rows are kept in the database. */
    readonly table?: Relation
    readonly files: readonly QuarantineFile[]
  }
  /** How rows are tried again that were mended after an earlier load of their file, and are rejected once more; left out where they wait. */
  readonly mended?: Pick<ReplayRequest, 'form' | 'beforeCommit'>
  /** For columns that are stored as tokens. */
  readonly privacy?: Privacy | undefined
  /** Says what would happen, and changes nothing. */
  readonly isDryRun: boolean
  /** Statements that belong to the load: they run in its transaction, just before it is committed. */
  readonly beforeCommit: (outcome: LoadOutcome) => readonly string[]
  /** Statements that run together with the writing of the quarantine when more rows were rejected than the limits allow. */
  readonly onRefused: (outcome: LoadOutcome) => readonly string[]
}

/** What can be said of a load before there is a file. */
export interface ContractRequest extends Pick<
  LoadRequest,
  'relation' | 'columns' | 'strategy' | 'lineage' | 'loadedAt' | 'date' | 'contract' | 'quarantine'
> {
  /** The files have no other columns than these, as texts. */
  readonly areColumnsKnown: boolean
}

/** What became of one file. Rows are counted where they got: read = loaded + rejected + duplicates. */
export interface FileOutcome {
  readonly file: InputFile
  readonly loadId: bigint
  readonly rowsRead: number
  readonly rowsLoaded: number
  readonly rowsRejected: number
  /** Rows that broke a rule of severity `warn`; they are among those loaded, as the repaired ones are. */
  readonly rowsWarned: number
  readonly rowsRepaired: number
  readonly duplicateRows: number
  readonly duplicateKeys: number
  /** Rows by broken rule; a row with two reasons counts in both. */
  readonly reasons: Readonly<Record<string, number>>
  readonly drift: FileDrift
}

export interface FileDrift {
  readonly missing: readonly string[]
  readonly extra: readonly string[]
  /** Name in the file → name in the table. */
  readonly renamed: Readonly<Record<string, string>>
}

export interface LoadOutcome {
  readonly files: readonly FileOutcome[]
  /** True when the limits refused the load: the table has its former rows. */
  readonly isRefused: boolean
  /** The first rejected rows, for a dry run. */
  readonly sample: readonly RejectedRow[]
  /** What became of personal data on its way into the table. */
  readonly masked: readonly MaskedColumn[]
  /** What became of the rejected rows that somebody had mended before. */
  readonly mended?: ReplayOutcome
  /** Warnings: drift, limits. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface MaskedColumn {
  readonly column: string
  /** That were loaded. */
  readonly rows: number
  /** Those of them whose value is not stored as it was. */
  readonly changed: number
}

export interface RejectedRow {
  readonly shownPath: string
  /** 1-based line of the file that the row begins in. */
  readonly line: number
  readonly reasons: readonly string[]
}

/** Rows of the quarantine that are tried again under the contract of today. */
export interface ReplayRequest extends Omit<
  LoadRequest,
  'files' | 'inspection' | 'drift' | 'isDryRun' | 'beforeCommit' | 'onRefused' | 'mended'
> {
  /** How the files are written: rows that were kept as text are read again. */
  readonly form: Pick<FileSet, 'format' | 'options'>
  /** Where the rejected rows are kept. */
  readonly from: Relation
  /** SQL over that table: which rows; all that were not replayed yet when left out. */
  readonly where?: string
  readonly replayedAt: Date
  /** Statements that belong to the replay: they run in its transaction, just before it is committed. */
  readonly beforeCommit: (outcome: ReplayOutcome & Pick<LoadOutcome, 'masked'>) => readonly string[]
}

export interface ReplayOutcome {
  readonly rowsTried: number
  readonly rowsLoaded: number
  /** Those that break a rule still, by rule. */
  readonly reasons: Readonly<Record<string, number>>
  /** What became of personal data on its way into the table. */
  readonly masked: readonly MaskedColumn[]
}

/** What rows of the quarantine should have said. What they said stays beside it. */
export interface MendRequest {
  /** Where the rejected rows are kept. */
  readonly from: Relation
  /** SQL over that table: which rows. */
  readonly where: string
  /** Texts by column, or a whole line for rows that could not be taken apart. */
  readonly change: Readonly<Record<string, string>> | string
  readonly mendedAt: Date
}

/** How files get into tables of a database. */
export interface Loader {
  /** The files of a set by name, unread. Throws a DiagnosticError where a pattern has none. */
  find(files: FileSet): Promise<readonly string[]>
  /**
   * Finds the files and reads each of them once: its checksum, its header, where its lines begin. Throws a DiagnosticError that names
   * the file and the line where one cannot be read at all: an unterminated quote, bytes of another encoding, a pattern without files.
   */
  inspect(files: FileSet): Promise<Inspection>
  /**
   * Cleans, checks and splits the rows in the database, in one scan of the files, and exchanges the table in one transaction: who reads
   * meanwhile, or after a crash, finds the old rows or the new ones. Throws a DiagnosticError when it cannot; nothing is changed then.
   */
  load(connection: Connection, request: LoadRequest): Promise<LoadOutcome>
  /**
   * What is wrong with the SQL of a contract and of its quarantine, over no rows; nothing is changed. The tables that foreign keys point to are
   * there.
   */
  checkContract(connection: Connection, request: ContractRequest): Promise<readonly Diagnostic[]>
  /** Notes what rows should have said, for a replay and for later loads of the same rows. */
  mend(connection: Connection, request: MendRequest): Promise<void>
  /** Rows that pass now go into the table, in the transaction that marks them as replayed. */
  replay(connection: Connection, request: ReplayRequest): Promise<ReplayOutcome>
}
