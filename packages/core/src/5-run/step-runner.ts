import type { RunEvent } from '../types/index.ts'
import type { LazyConnection } from './lazy-connection.ts'
import type { RelationStore } from './relation-cache.ts'
import type { RunState } from './step-context.ts'

/** One of the run's threads. */
export interface Worker {
  readonly connection: LazyConnection
  readonly threadId: string
}

/** What running a step needs besides the step. */
export interface StepRunner {
  readonly state: RunState
  readonly store: RelationStore
  readonly log: (event: RunEvent) => void
  readonly isCancelled: () => boolean
  /** Why a step that was cancelled did not end. */
  readonly cancelMessage: () => string
  /** Lends a queue of work to the threads that have nothing to do; gives the way to take it back. */
  readonly lend: (help: (worker: Worker) => Promise<void>) => () => void
}
