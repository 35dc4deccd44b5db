/** One thing that is done to a database after it was opened. */
export interface SetupStep {
  /** What people call it: `extension httpfs`. Never a secret. */
  readonly what: string
  /** Tried in order; the first that works is enough. */
  readonly alternatives: readonly (readonly string[])[]
  /** Of use to other connections with data of their own, too: an extension, a secret. */
  readonly isShared?: boolean
  /** Left out where everything is only read: DuckDB makes no database in memory there. */
  readonly needsWriting?: boolean
}

/** What a DuckDB target says, in the form in which it is used. */
export interface DuckdbProfile {
  /** Absolute, `:memory:`, or something with a scheme of its own. */
  readonly path: string
  readonly database: string
  readonly schema: string
  readonly threads: number
  readonly configOptions: Readonly<Record<string, string>>
  /** Done once for the database. */
  readonly setup: readonly SetupStep[]
  /** Done on each connection. */
  readonly settings: readonly SetupStep[]
  /** Folders in which Python models find modules. */
  readonly modulePaths: readonly string[]
  readonly connectAttempts: number
  readonly queryAttempts: number
  /** Kinds of errors as DuckDB names them: `IO`. */
  readonly retryableKinds: readonly string[]
}
