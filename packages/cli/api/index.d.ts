/**
 * Runs btn inside another program, as `dbtRunner` does for dbt.
 *
 * @example
 * ```js
 * import { invoke } from '@btn-sql/btn'
 *
 * const { success, runResults } = await invoke(['build', '--select', '+orders'], {
 *   workingDirectory: '/srv/shop',
 *   onEvent: ({ info }) => info.level === 'error' && console.error(info.msg),
 * })
 * for (const { unique_id, status } of runResults?.results ?? []) console.log(unique_id, status)
 * ```
 *
 * Nothing that goes wrong in a project is thrown: it is in the result. Calls that overlap wait for each other, because one process
 * at a time may write a DuckDB file.
 *
 * @param words The command line after `btn`: `['run', '--select', 'orders']`.
 */
export declare function invoke(
  words: readonly string[],
  options?: InvokeOptions,
): Promise<InvokeResult>

export interface InvokeOptions {
  /** The folder that the command works in; this process's own unless given. */
  readonly workingDirectory?: string
  /** Environment variables, instead of this process's own. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** Told everything that happens, debug messages included, as it happens. What it throws ends the command. */
  readonly onEvent?: (event: InvokeEvent) => void
  /** Takes what the command would print. `process.stdout` unless given; `() => {}` keeps it silent. */
  readonly stdout?: (text: string) => void
  /** Takes messages about wrong usage, and of commands that print data. `process.stderr` unless given. */
  readonly stderr?: (text: string) => void
  /** Stops the command as Ctrl-C does: queries are cancelled, what is left is skipped, results are written. */
  readonly signal?: AbortSignal
}

/** What happened, in the shape of dbt's JSON log, with dbt's names and codes. */
export interface InvokeEvent {
  readonly info: {
    /** `NodeFinished`, `LogModelResult`, `CommandCompleted`, … */
    readonly name: string
    /** `Q025`, `Z030`, … */
    readonly code: string
    readonly level: 'debug' | 'info' | 'warn' | 'error'
    /** For people. */
    readonly msg: string
    /** UTC, ISO 8601. */
    readonly ts: string
    readonly invocation_id: string
    readonly thread: string
    readonly pid: number
    readonly category: string
    /** `DBT_ENV_CUSTOM_ENV_…` of the environment. */
    readonly extra: Readonly<Record<string, unknown>>
  }
  /** By event; of nodes, `node_info` says which. */
  readonly data: Readonly<Record<string, unknown>>
}

export interface InvokeResult {
  /** True for exit code 0. */
  readonly success: boolean
  /** As the command has it: 1 when a node or a test failed, 2 when the command could not do its work. */
  readonly exitCode: 0 | 1 | 2
  /** Why the exit code is 2; dbt's `exception`. */
  readonly error: Error | undefined
  /**
   * `run_results.json` of commands that run nodes. Like all artifacts here, undefined when the command did not write it, be it that
   * it stopped before, be it for `--no-write-json`.
   */
  readonly runResults: RunResults | undefined
  /** `manifest.json` (v12) of the project, of commands that read it; parsed when first asked for. */
  readonly manifest: Artifact | undefined
  /** `catalog.json` of `docs generate`. */
  readonly catalog: Artifact | undefined
  /** `sources.json` of `source freshness`, where `--output` does not name another place. */
  readonly sources: Artifact | undefined
  /** What the command printed as its answer: the nodes of `ls`, the rows of `show`. */
  readonly lines: readonly string[]
}

/** A file of the target folder, as JSON. */
export interface Artifact {
  readonly metadata: Readonly<Record<string, unknown>>
  readonly [key: string]: unknown
}

export interface RunResults extends Artifact {
  readonly results: readonly NodeResult[]
  readonly elapsed_time: number
  readonly args: Readonly<Record<string, unknown>>
}

/** What became of a node. */
export interface NodeResult {
  readonly unique_id: string
  readonly status:
    | 'success'
    | 'error'
    | 'skipped'
    | 'partial success'
    | 'pass'
    | 'fail'
    | 'warn'
    | 'no-op'
    | 'reused'
    | 'runtime error'
  /** Seconds. */
  readonly execution_time: number
  readonly message: string | null
  /** Of tests: rows that failed. */
  readonly failures: number | null
  readonly relation_name: string | null
  readonly compiled_code: string | null
  readonly [key: string]: unknown
}
