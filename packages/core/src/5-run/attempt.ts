import type { Diagnostic, Span } from '@btn/diagnostics'
import type { RunEnd } from '../context/runtime.ts'
import type { Node } from '../types/index.ts'
import { Interrupted } from './database-problem.ts'
import type { Batch } from './microbatch/batch.ts'
import { openSession } from './open-session.ts'
import { endingOf } from './result.ts'
import type { NodeSession } from './session.ts'
import type { Crew, CteSource, RunState, StepContext, StepEnding } from './step-context.ts'
import type { StepRunner, Worker } from './step-runner.ts'
import { isUsers, placeOf, toUserPlace } from './user-place.ts'

/** One step, or one batch of a step, under way. */
export interface Attempt<N extends Node = Node> {
  readonly context: StepContext<N>
  /** Undefined until the SQL was known. */
  executionAt(): Date | undefined
  /** Where a mistake without a place of its own is shown. */
  fallback(): Span | undefined
}

export interface AttemptOptions<N extends Node = Node> {
  readonly node: N
  readonly crew: Crew
  readonly runEnd?: RunEnd | undefined
  /** Told when the SQL is known and will be sent. */
  readonly onExecution?: () => void
  readonly batch?: Batch
}

export function beginAttempt<N extends Node>(
  runner: StepRunner,
  worker: Worker,
  { node, crew, runEnd, onExecution, batch }: AttemptOptions<N>,
): Attempt<N> {
  const { state } = runner
  const { host, runtime } = state.input
  let findFallback = (): Span | undefined => undefined
  let executionAt: Date | undefined
  const fallback = (): Span | undefined => {
    const place = findFallback()
    return place && isUsers(runtime, node, place.source) ? place : placeOf(runtime, node)
  }
  const session = openSession(runner, worker, { node, batch, findFallback: fallback })
  const context: StepContext<N> = {
    state,
    node,
    session,
    crew,
    batch,
    scope: runtime.open(node, session, { runEnd, batch }),
    ctes: ephemeralsOf(state, session),
    startExecution() {
      executionAt = host.now()
      onExecution?.()
    },
    setFallback(find) {
      const before = findFallback
      findFallback = find
      return () => void (findFallback = before)
    },
  }
  return { context, fallback, executionAt: () => executionAt }
}

/** The ephemeral models of the project: rendered once for all who refer to them. */
function ephemeralsOf({ input, ephemerals, made }: RunState, session: NodeSession): CteSource {
  return {
    known: ephemerals,
    open(id) {
      const node = input.manifest.nodes.get(id)
      if (node?.kind !== 'model') throw new Error(`${id} is no ephemeral model`)
      return { node, scope: input.runtime.open(node, session), name: node.alias }
    },
    note: (node, what) => void made.set(node.id, { ...made.get(node.id), ...what }),
  }
}

export interface Stop {
  readonly ending: StepEnding
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Works until it ends, well or with a mistake of the user's. Only faults of btn are thrown. As in dbt, what a `statement`
 * began and nobody committed is taken back at the end.
 */
export async function tryAttempt<N extends Node>(
  { context, fallback }: Attempt<N>,
  work: (context: StepContext<N>) => Promise<StepEnding>,
): Promise<Stop | 'cancelled'> {
  const { node, session, state } = context
  const place = (item: Diagnostic): Diagnostic =>
    toUserPlace(state.input.runtime, node, item, fallback())
  try {
    const ending = await work(context)
    await session.rollback()
    return { ending, diagnostics: (ending.diagnostics ?? []).map(place) }
  } catch (error) {
    await session.rollback()
    if (error instanceof Interrupted) return 'cancelled'
    const { ending, diagnostics } = endingOf(error, node)
    return { ending, diagnostics: diagnostics.map(place) }
  }
}
