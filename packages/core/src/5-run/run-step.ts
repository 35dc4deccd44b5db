import type { Diagnostic, Span } from '@btn/diagnostics'
import type { RunEnd } from '../context/runtime.ts'
import type { Node, Step, StepKind, StepResult, Timing } from '../types/index.ts'
import { Interrupted } from './database-problem.ts'
import type { LazyConnection } from './lazy-connection.ts'
import type { RelationStore } from './relation-cache.ts'
import { endingOf, skippedResult, toResult } from './result.ts'
import type { CteSource, RunState, StepContext, StepEnding, StepHandler } from './step-context.ts'
import { NodeSession } from './session.ts'
import { compileStep } from './steps/compile-step.ts'
import { loadSeed, readSeed } from './steps/load-seed.ts'
import { materialize } from './steps/materialize.ts'
import { runHook } from './steps/run-hook.ts'
import { runOperation } from './steps/run-operation.ts'
import { runTest } from './steps/run-test.ts'
import { runUnitTest } from './steps/run-unit-test.ts'
import { isUsers, placeOf, toUserPlace } from './user-place.ts'
import type { Logged } from '../types/index.ts'

type Handlers = { readonly [K in StepKind]: StepHandler<Extract<Step, { kind: K }>> }

const handlers: Handlers = {
  'compile-node': compileStep,
  'load-seed': loadSeed,
  materialize,
  'run-hook': runHook,
  'run-operation': runOperation,
  'run-test': runTest,
  'run-unit-test': runUnitTest,
}

/** One of the run's threads. */
export interface Worker {
  readonly connection: LazyConnection
  readonly threadId: string
}

/** What running a step needs besides the step. */
export interface StepRunner {
  readonly state: RunState
  readonly store: RelationStore
  readonly log: (event: Logged) => void
  readonly isCancelled: () => boolean
  /** Why a step that was cancelled did not end. */
  readonly cancelMessage: () => string
}

export function openSession(
  runner: StepRunner,
  worker: Worker,
  node: Node,
  findFallback: () => Span | undefined,
): NodeSession {
  const { state, store, log, isCancelled } = runner
  const { runtime } = state.input
  // A warning of a built-in macro is shown at the user's line that led there.
  const placed = ({ diagnostic: item }: Logged): Pick<Logged, 'diagnostic'> =>
    item?.span ? { diagnostic: toUserPlace(runtime, node, item, findFallback()) } : {}
  return new NodeSession({
    database: state.input.database,
    connection: worker.connection,
    store,
    threadId: worker.threadId,
    log: (event) => log({ node: node.id, ...event, ...placed(event) }),
    writeRun: (text) => writeRun(state, node, text),
    readSeed: (session) => readSeed({ state, node, session }),
    isCancelled,
    place: () => ({
      fallback: findFallback(),
      sqlPath: state.files.runPath(node),
      adviseMissing: (name) => adviseMissing(state, node, name),
      isUsers: (source) => isUsers(state.input.runtime, node, source),
    }),
  })
}

/** A relation that is missing is often one that the project makes, and has not made yet. */
function adviseMissing({ input }: RunState, node: Node, name: string): string | undefined {
  for (const id of node.kind === 'source' ? [] : node.dependsOn.nodes) {
    const parent = input.manifest.nodes.get(id)
    if (parent?.kind !== 'model' && parent?.kind !== 'seed' && parent?.kind !== 'snapshot') continue
    if (parent.alias === name)
      return `The ${parent.kind} is not in the database yet: btn build --select ${parent.name}`
  }
  return undefined
}

function writeRun(state: RunState, node: Node, text: string): void {
  const buildPath = state.files.writeRun(node, text)
  state.made.set(node.id, { ...state.made.get(node.id), buildPath })
}

/** Runs one step to its result. Only faults of btn are thrown. */
export async function runStep(
  runner: StepRunner,
  worker: Worker,
  step: Step,
  extras?: RunEnd,
): Promise<StepResult> {
  const { host, manifest } = runner.state.input
  const node = manifest.nodes.get(step.node)
  if (!node) throw new Error(`${step.node} is not in the manifest`)
  const startedAt = host.now()
  const attempt = beginStep(runner, worker, node, extras)
  const stop = await tryStep(attempt, step)
  if (stop === 'cancelled') return skippedResult(node, { message: runner.cancelMessage() })
  const completedAt = host.now()
  const executionAt = attempt.executionAt()
  const timing: Timing[] = [
    { name: 'compile', startedAt, completedAt: executionAt ?? completedAt },
    ...(executionAt ? [{ name: 'execute', startedAt: executionAt, completedAt } as const] : []),
  ]
  const made = runner.state.made.get(node.id)
  const { threadId } = worker
  const { ending, diagnostics } = stop
  return toResult(ending, { node, timing, threadId, startedAt, completedAt, made, diagnostics })
}

/** One step under way. */
interface Attempt {
  readonly context: StepContext
  /** Undefined until the SQL was known. */
  executionAt(): Date | undefined
  /** Where a mistake without a place of its own is shown. */
  fallback(): Span | undefined
}

function beginStep(
  runner: StepRunner,
  worker: Worker,
  node: Node,
  extras: RunEnd | undefined,
): Attempt {
  const { state } = runner
  const { host, runtime } = state.input
  let findFallback = (): Span | undefined => undefined
  let executionAt: Date | undefined
  const fallback = (): Span | undefined => {
    const place = findFallback()
    return place && isUsers(runtime, node, place.source) ? place : placeOf(runtime, node)
  }
  const session = openSession(runner, worker, node, fallback)
  const context: StepContext = {
    state,
    node,
    session,
    scope: runtime.open(node, session, extras),
    ctes: ephemeralsOf(state, session),
    startExecution: () => void (executionAt = host.now()),
    setFallback: (find) => void (findFallback = find),
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
    note: (node, what) => void made.set(node.id, what),
  }
}

async function tryStep({ context, fallback }: Attempt, step: Step): Promise<Stop | 'cancelled'> {
  const { node, session, state } = context
  try {
    return { ending: await handle(context, step), diagnostics: [] }
  } catch (error) {
    await session.rollback()
    if (error instanceof Interrupted) return 'cancelled'
    const { ending, diagnostics } = endingOf(error, node)
    const place = (item: Diagnostic): Diagnostic =>
      toUserPlace(state.input.runtime, node, item, fallback())
    return { ending, diagnostics: diagnostics.map(place) }
  }
}

interface Stop {
  readonly ending: StepEnding
  readonly diagnostics: readonly Diagnostic[]
}

function handle<K extends StepKind>(
  context: StepContext,
  step: Extract<Step, { kind: K }>,
): Promise<StepEnding> {
  const handler: StepHandler<Extract<Step, { kind: K }>> = handlers[step.kind as K]
  return handler(context, step)
}
