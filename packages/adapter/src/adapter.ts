import type { Diagnostic } from '@btn/diagnostics'
import type { Dialect } from './dialect.ts'
import type { Loader } from './load.ts'
import type { Relation, RelationType, SchemaName } from './relation.ts'
import type { SqlColumn, SqlTable } from './values.ts'

/** What a target of `project.yml` or `profiles.yml` says, after its templates were rendered. Keys as dbt has them. */
export interface Credentials {
  readonly type: string
  readonly database?: string
  readonly schema: string
  readonly threads: number
  readonly [key: string]: unknown
}

/** What a statement did. */
export interface ExecuteResult {
  /** Rows of a query, or rows changed; undefined where the statement has no such count. */
  readonly rowsAffected?: number
  /** dbt's `adapter_response._message`: `OK`, `SELECT 5`. */
  readonly message: string
}

/** One session with the database; its statements run one after the other. */
export interface Connection {
  /** Runs one or several statements and throws away their rows. */
  execute(sql: string): Promise<ExecuteResult>
  /** Runs one or several statements and reads all rows of the last one. */
  query(sql: string): Promise<SqlTable>
  /** Cancels the running statement, which then fails with `isInterrupt`; the connection stays usable. */
  interrupt(): void
  /** Waits for the running statement; what was not committed is rolled back. */
  close(): Promise<void>
}

/** What exists in the database. Names are compared as the database compares them. */
export interface Catalog {
  /** Every table and view of a schema; empty when there is no such schema. */
  listRelations(
    connection: Connection,
    database: string,
    schema: string,
  ): Promise<readonly Relation[]>
  /** The relations of several schemas at once: one question instead of many. */
  listRelationsIn(
    connection: Connection,
    schemas: readonly SchemaName[],
  ): Promise<readonly Relation[]>
  listSchemas(connection: Connection, database: string): Promise<readonly string[]>
  /** Columns in order; empty when there is no such relation. */
  listColumns(connection: Connection, relation: Relation): Promise<readonly SqlColumn[]>
  /** Indexes, constraints and comments, a line each and sorted: what the databases of two tools are compared by. */
  listDetails(connection: Connection, schemas: readonly SchemaName[]): Promise<readonly string[]>
  /** How large the tables of a database are, as it keeps count itself: no row is read for it. */
  listSizes(connection: Connection, database: string): Promise<readonly RelationSize[]>
  /** The same of the files that views give as they are. Rows are counted where files say how many they have, or are small. */
  listFileSizes(
    connection: Connection,
    views: readonly Relation[],
  ): Promise<readonly RelationSize[]>
  /** What a relation holds, in a form that does not depend on the order of its rows. */
  summarize(
    connection: Connection,
    relation: Relation,
    request: SummaryRequest,
  ): Promise<RelationSummary>
}

export interface RelationSize {
  readonly relation: Relation
  /** Rows that were deleted and not yet cleared away may be among them. */
  readonly rows?: number
  /** What it takes where it is stored, compressed; where that is known soon enough. */
  readonly bytes?: number
  /** How many files it lies in, where these are its own. */
  readonly files?: number
}

export interface SummaryRequest {
  readonly columns: readonly SqlColumn[]
  /** Columns that hold only ids of these invocations, or only times between the two, are named and not summed. */
  readonly invocationIds: readonly string[]
  readonly startedAt: Date
  readonly endedAt: Date
  /** Up to so many rows are given as text. */
  readonly mostRows: number
}

export interface RelationSummary {
  readonly rows: number
  readonly columnsOfTheRun: readonly string[]
  /** By column. */
  readonly checksums: Readonly<Record<string, string>>
  /** Of whole rows. */
  readonly checksum: string
  /** The rows, sorted, where they are few. */
  readonly content?: readonly string[]
}

/** How a seed file becomes a table. */
export interface SeedRequest {
  readonly relation: Relation
  /** Absolute path of the CSV file. */
  readonly path: string
  /** The path as the user knows it, for messages; `path` when left out. */
  readonly shownPath?: string
  readonly delimiter: string
  /** Types that the user fixed, by column. */
  readonly columnTypes: Readonly<Record<string, string>>
  /** dbt's `quote_columns`: false for names that must be readable without quotes. */
  readonly quoteColumns?: boolean
  /** What the relation is now, if it exists. */
  readonly existing?: RelationType
  /** Builds an existing table anew instead of exchanging its rows. */
  readonly isFullRefresh?: boolean
  /** Makes the table and loads no rows (`--empty`). */
  readonly isEmpty?: boolean
  /** The caller has begun a transaction and will end it; otherwise the load is one of its own. */
  readonly inTransaction?: boolean
}

/** What a load did. */
export interface SeedResult {
  readonly rowsAffected: number
  /** As dbt says it: `INSERT 5`, `CREATE 5` after a full refresh. */
  readonly message: string
  /** The columns with the types that were inferred or fixed, in dbt's words: `integer`, `float8`. */
  readonly columns: readonly SqlColumn[]
  /** Warnings. */
  readonly diagnostics: readonly Diagnostic[]
}

/** A table that is written to a file, or to the files of a folder. */
export interface ExportRequest {
  /** As SQL writes it. */
  readonly table: string
  /** Relative to the working directory unless absolute; may have a scheme: `s3://…`. */
  readonly location: string
  /** How to write, in the database's own words: `format csv, header 1`. */
  readonly options: string
}

/** A Python program that makes tables: it has a function `model(dbt, session)` and one `materialize(df, con)`. */
export interface PythonJob {
  /** Of the module, and of the file as people know it. */
  readonly name: string
  readonly path: string
  readonly text: string
  /** Where it makes tables. */
  readonly place: SchemaName
  /** Relations that its own SQL seems to name. */
  readonly names: readonly string[]
  /** The table among those it makes that shall live no longer than the connection. */
  readonly temporary?: string | undefined
  /** A line that the program printed. */
  readonly onOutput: (line: string) => void
}

/** Why a Python program did not do its work. */
export type PythonProblem =
  | { readonly kind: 'no-python' }
  | { readonly kind: 'not-started' | 'ended'; readonly python: string }
  | { readonly kind: 'failed'; readonly text: string; readonly line: number | undefined }
  | {
      readonly kind: 'no-module'
      readonly python: string
      readonly module: string
      readonly text: string
      readonly line: number | undefined
    }

export class PythonError extends Error {
  readonly problem: PythonProblem

  constructor(problem: PythonProblem) {
    super(problem.kind)
    this.name = 'PythonError'
    this.problem = problem
  }
}

/** A database error with the place in the text that was sent, where the database tells it. */
export class DatabaseError extends Error {
  /** UTF-16 offset into the whole text sent. */
  readonly offset: number | undefined
  /** UTF-16 offset of the first character of the statement that failed, among those sent. */
  readonly statementOffset: number
  /** The name that the database does not know. */
  readonly missingName: string | undefined
  /** Names that the database offers instead of it. */
  readonly candidates: readonly string[]
  readonly isInterrupt: boolean

  constructor(
    message: string,
    details: {
      readonly offset?: number | undefined
      readonly statementOffset?: number | undefined
      readonly missingName?: string | undefined
      readonly candidates?: readonly string[]
      readonly isInterrupt?: boolean
      readonly cause?: unknown
    } = {},
  ) {
    super(message, { cause: details.cause })
    this.name = 'DatabaseError'
    this.offset = details.offset
    this.statementOffset = details.statementOffset ?? 0
    this.missingName = details.missingName
    this.candidates = details.candidates ?? []
    this.isInterrupt = details.isInterrupt ?? false
  }

  /** The same complaint, about another place of the text. */
  at(offset: number | undefined, statementOffset = this.statementOffset): DatabaseError {
    const { message, missingName, candidates, isInterrupt, cause } = this
    const details = { offset, statementOffset, missingName, candidates, isInterrupt, cause }
    return new DatabaseError(message, details)
  }

  /** The same complaint, about what is left of the text when so many characters before it are taken away. */
  behind(length: number): DatabaseError {
    const { offset, statementOffset } = this
    const left = offset === undefined ? undefined : Math.max(0, offset - length)
    return this.at(left, Math.max(0, statementOffset - length))
  }
}

/** An open database. */
export interface Database {
  /** A connection of its own; several run in parallel. */
  connect(): Promise<Connection>
  readonly catalog: Catalog
  /**
   * Makes the table of a seed from its file, or exchanges its rows, with the types that dbt would give it.
   * Throws a DiagnosticError that names the line of the file when it cannot; nothing is changed then.
   */
  loadSeed(connection: Connection, request: SeedRequest): Promise<SeedResult>
  /** Loads files into tables. */
  readonly loader: Loader
  /** Writes a file; who reads meanwhile, or after a crash, finds the old one or the new one, never half of it. */
  exportTable(connection: Connection, request: ExportRequest): Promise<void>
  /**
   * Runs a Python program in the Python that the user has. It sees the relations that it names; the tables that it makes are made here.
   * Throws a PythonError that says why it could not.
   */
  submitPython(connection: Connection, job: PythonJob): Promise<void>
  /**
   * Begins with what takes long in closing, and returns as soon as a thread of the engine is at it. For when no statement runs any more; `close` waits
   * for it.
   */
  settle(): Promise<void>
  /** Closes every connection, then the database, leaving one complete file behind. */
  close(): Promise<void>
}

/** One kind of database. */
export interface Adapter {
  /** As in `type:` of a target: `duckdb`. */
  readonly type: string
  readonly dialect: Dialect
  /** Fills in what may be left out and finds what is wrong, without opening anything. */
  checkCredentials(
    raw: Readonly<Record<string, unknown>>,
    options: CredentialOptions,
  ): CheckedCredentials
  /** Opens the database; throws a DiagnosticError that says what to do when it cannot. */
  open(credentials: Credentials, options?: OpenOptions): Promise<Database>
  /**
   * Begins to open a database that is there already, and returns as soon as a thread of the engine is at it: the caller's own thread is free
   * meanwhile. Undefined where there is nothing to begin with; nothing is made, and what goes wrong is for `open` to tell.
   */
  begin(credentials: Credentials): Promise<Opening | undefined>
  /**
   * An empty database in memory that understands SQL as the target's would, for questions about what a statement means. The target
   * itself is not looked at.
   */
  openEmpty(credentials: Credentials, databases: readonly string[]): Promise<EmptyDatabase>
}

/** A database that is being opened. */
export interface Opening {
  /** Does what is left to do of `open`. */
  finish(options?: OpenOptions): Promise<Database>
  /** It is not wanted after all. */
  abandon(): Promise<void>
}

export interface EmptyDatabase {
  readonly database: Database
  /** Extensions and settings of the target that could not be had: what needs them cannot be judged. */
  readonly missing: readonly string[]
  /** What a load makes for rejected rows. */
  readonly quarantineColumns: readonly SqlColumn[]
  /** Makes what every connection sees then; the first that cannot be made ends it. */
  readonly make: (statements: readonly string[]) => Promise<void>
  /** Throws a DatabaseError with the place where a text is no statement; it is not run. */
  readonly parse: (sql: string) => Promise<void>
}

export interface OpenOptions {
  /** Nothing of the database is changed; one that does not exist is empty, and is not made. */
  readonly isReadOnly?: boolean
  /** How files come from servers; directly, where it is left out. */
  readonly openUrl?: OpenUrl
}

/** Asks for what lies at an address of http or https, and goes where it is sent. Whoever takes the answer reads its body, or lets go of it. */
export type OpenUrl = (url: string, headers: Readonly<Record<string, string>>) => Promise<UrlAnswer>

export interface UrlAnswer {
  readonly status: number
  readonly statusText: string
  /** In pieces; there may be none. */
  readonly body: AsyncIterable<Uint8Array> | readonly Uint8Array[]
}

export interface CredentialOptions {
  readonly projectName: string
  /** Absolute. */
  readonly projectRoot: string
  /** `target-path` of the project, where the default database lies. */
  readonly targetPath: string
  /** Connections when the target names no number: 1 in a `profiles.yml`, 4 otherwise. */
  readonly defaultThreads?: number
  /** True for a `profiles.yml`, where a DuckDB without a path is in memory, as in dbt. */
  readonly isOfProfile?: boolean
}

export interface CheckedCredentials {
  readonly credentials: Credentials
  /** What templates see of them where that is something else: as they were written, and keys that were not. */
  readonly shown?: Readonly<Record<string, unknown>>
  readonly diagnostics: readonly Diagnostic[]
}
