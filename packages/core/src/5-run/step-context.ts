import type { ExecuteResult, SqlTable } from '@btn/adapter'
import type { Diagnostic, Span, TracedText } from '@btn/diagnostics'
import type { MonitorState } from '../alerts/index.ts'
import type { NodeScope } from '../context/runtime.ts'
import type { Made } from '../artifact/index.ts'
import type {
  BatchResults,
  OverloadResults,
  Freshness,
  JsonObject,
  LoadResult,
  Model,
  Node,
  NodeId,
  PartEvent,
  ResultStatus,
  Step,
  Tested,
} from '../types/index.ts'
import type { Files } from './files.ts'
import type { Counted } from './data-test/counted.ts'
import type { Batch } from './microbatch/batch.ts'
import type { RunInput } from './run-input.ts'
import type { NodeSession } from './session.ts'

/** An ephemeral model, rendered once for all that refer to it. */
export interface Ephemeral {
  readonly name: string
  readonly sql: TracedText
  readonly ephemerals: readonly NodeId[]
}

/** A model to be put in front of a query, and what makes its text. */
export interface CteModel {
  readonly node: Node
  readonly scope: NodeScope
  /** Behind the prefix. */
  readonly name: string
}

/** Where the models that are put in front of a query come from. */
export interface CteSource {
  /** Those that are rendered, or about to be. */
  readonly known: Map<NodeId, Promise<Ephemeral>>
  open(id: NodeId): CteModel
  /** Takes note of what became of a node: of one of them, or of the one whose query it is. */
  note(node: Node, made: Made): void
}

/** What `docs generate` read of the database's catalogue. */
export interface CatalogFound {
  readonly tables: SqlTable[]
  readonly problems: Diagnostic[]
}

/** One batch to be built, and whom to tell. */
export interface BatchWork {
  /** The model as it is in this batch. */
  readonly node: Model
  readonly batch: Batch
  /** Asked when its turn comes; false leaves it out. */
  isWanted(): boolean
  /** Told which thread takes it. */
  begin(threadId: string): void
  build(context: StepContext<Model>): Promise<StepEnding>
  finish(end: BatchEnd): void
}

export type BatchEnd =
  | {
      readonly kind: 'done'
      readonly ending: StepEnding
      readonly diagnostics: readonly Diagnostic[]
      /** Seconds. */
      readonly executionTime: number
      readonly threadId: string
    }
  /** The run was cut short before it ended. */
  | { readonly kind: 'cancelled' }

/** The threads of the run, for a step whose work falls into pieces. */
export interface Crew {
  /** Does it on the step's own thread. */
  run(work: BatchWork): Promise<void>
  /** Does all of them on the step's own thread and on those that have nothing else to do. */
  shareOut(works: readonly BatchWork[]): Promise<void>
  tell(event: PartEvent): void
}

/** What all steps of a run share. */
export interface RunState {
  readonly input: RunInput
  readonly files: Files
  readonly ephemerals: Map<NodeId, Promise<Ephemeral>>
  readonly made: Map<NodeId, Made>
  readonly shown: Map<NodeId, SqlTable>
  readonly catalog: CatalogFound
  /** What tests of one relation have counted together, by that relation. */
  readonly scans: Map<NodeId, Promise<ReadonlyMap<NodeId, Counted>>>
  /** What monitors have found. */
  readonly monitored: Map<NodeId, MonitorState>
  /** Sources that this run has loaded. */
  readonly loaded: Set<NodeId>
}

/** What the handler of one step works with. */
export interface StepContext<N extends Node = Node> {
  readonly state: RunState
  readonly node: N
  readonly session: NodeSession
  readonly scope: NodeScope
  readonly ctes: CteSource
  readonly crew: Crew
  /** Set while one batch of a microbatch model is built. */
  readonly batch?: Batch | undefined
  /** Begins the second half of the step's timing. */
  readonly startExecution: () => void
  /** Where an error without a better place is shown: the beginning of what the user wrote. Gives the way back to what was set before. */
  setFallback(find: () => Span | undefined): () => void
}

/** How a step ended when nothing was thrown. */
export interface StepEnding {
  readonly status: ResultStatus
  readonly message?: string | undefined
  readonly failures?: number
  readonly response?: Response
  /** What dbt notes of it where that is something else. */
  readonly adapterResponse?: JsonObject
  /** True when nothing was built, so the result names no relation. */
  readonly hasNoRelation?: boolean
  readonly batches?: BatchResults
  readonly overloads?: OverloadResults
  readonly freshness?: Freshness
  readonly load?: LoadResult
  readonly tested?: Tested
  /** The file that was written. */
  readonly path?: string
  /** What went wrong in parts of the step although it came to an end. */
  readonly diagnostics?: readonly Diagnostic[]
}

/** dbt's `adapter_response`, with the rows for the terminal. */
export interface Response extends ExecuteResult {
  readonly code?: string
}

/** Handles one kind of step. */
export type StepHandler<S extends Step = Step> = (
  context: StepContext,
  step: S,
) => Promise<StepEnding>

/** A relation was built. */
export function built(response: Response): StepEnding {
  return { status: 'success', message: response.message, response }
}
