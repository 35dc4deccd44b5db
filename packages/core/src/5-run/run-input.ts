import type { Database, Dialect, SqlTable } from '@btn/adapter'
import type { Diagnostic } from '@btn/diagnostics'
import type { AlertWorld } from '../alerts/index.ts'
import type { AuditLog } from '../audit/index.ts'
import type { Host } from '../host.ts'
import type { Made } from '../artifact/index.ts'
import type { Flags } from '../1-load/flags-table.ts'
import type { PrivacyDoor } from '../privacy/index.ts'
import type { Staging } from '../publish/index.ts'
import type { TimeWindows } from '../1-load/time-windows.ts'
import type { DrawChart } from '../reports/tools.ts'
import type { TemplateRuntime } from '../context/runtime.ts'
import type { HookProblem } from './run-project-hooks.ts'
import type {
  BatchResults,
  Manifest,
  NodeId,
  OverloadResults,
  Plan,
  RunResult,
} from '../types/index.ts'

/** The flags that a run obeys. */
export type RunFlags = Pick<
  Flags,
  | 'empty'
  | 'fail_fast'
  | 'full_refresh'
  | 'one_scan_tests'
  | 'require_batched_execution_for_custom_microbatch_strategy'
  | 'latest_version_pointer_enabled_by_default'
  | 'require_sql_header_in_test_configs'
  | 'sample_failures'
  | 'skip_nodes_if_on_run_start_fails'
  | 'store_failures'
  | 'warn_error'
  | 'warn_error_options'
> & {
  /** `compile --no-inject-ephemeral-ctes` clears it. */
  readonly inject_ephemeral_ctes?: boolean
}

/** What decides which batches of microbatch models are built. */
export interface Batching {
  readonly windows: TimeWindows
  /** When the command began, or the one that is tried again: batches end there unless somebody says otherwise. */
  readonly startedAt: Date
  /** Of a run that is tried again: models of which only the failed batches are built. */
  readonly earlierBatches: ReadonlyMap<NodeId, BatchResults>
}

/** How sources are loaded. */
export interface Loading {
  /** Files that were loaded before are loaded again. */
  readonly reload: boolean
  /** What would happen is told, and nothing is changed. */
  readonly isDryRun: boolean
}

export interface RunInput {
  readonly manifest: Manifest
  readonly plan: Plan
  readonly runtime: TemplateRuntime
  readonly database: Database
  readonly dialect: Dialect
  readonly host: Host
  readonly flags: RunFlags
  /** The target wants none (`disable_transactions`): statements that belong together stand alone then. */
  readonly withoutTransactions?: boolean
  /** How many steps may run at the same time; each has its own connection. */
  readonly threads: number
  /** Absolute. */
  readonly projectRoot: string
  /** As the user wrote it, relative to the project unless absolute: `target`. */
  readonly targetPath: string
  readonly batching: Batching
  /** Of a run that is tried again: functions of which only the failed overloads are made. */
  readonly earlierOverloads?: ReadonlyMap<NodeId, OverloadResults> | undefined
  readonly loading?: Loading | undefined
  /** Where the project needs one. */
  readonly audit?: AuditLog | undefined
  /** Keys of personal data, and the way back to it. */
  readonly privacy?: PrivacyDoor | undefined
  /** Of a run that publishes at its end. Its manifest and its plan are those of the run. */
  readonly staging?: Staging | undefined
  /** The date of a partitioned run: `2025-12-10`. */
  readonly date?: string | undefined
  /** How alerts reach whom they are for. */
  readonly alertWorld?: () => Promise<AlertWorld>
  /** What counts as now, where the project says: the variable `as_of`. */
  readonly asOf?: Date | undefined
  /** How many rows `show` reads of each node, negative for all; of seeds that `seed --show` loads, how many are drawn. */
  readonly showLimit?: number | undefined
  /** Draws what reports show; absent where there are none. */
  readonly drawChart?: DrawChart | undefined
  /** Of a run that publishes at its end: the project as it is then, for its reports. */
  readonly published?:
    { readonly manifest: Manifest; readonly runtime: TemplateRuntime } | undefined
  /** Ctrl-C: cancels what runs and skips what is left. */
  readonly signal?: AbortSignal | undefined
}

/** What a run gives: its results, and what it made of each node it compiled. */
export interface RunOutcome extends RunResult {
  readonly made: ReadonlyMap<NodeId, Made>
  /** The rows that `show` read, and `seed --show` drew. */
  readonly shown: ReadonlyMap<NodeId, SqlTable>
  /** Where the run ended because the template of a hook of the project cannot be rendered. */
  readonly hookProblem?: HookProblem
  /** What `docs generate` read of the database's catalogue, and what went wrong. */
  readonly catalog: {
    readonly tables: readonly SqlTable[]
    readonly problems: readonly Diagnostic[]
  }
}
