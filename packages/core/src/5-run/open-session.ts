import type { Span, TracedText } from '@btn/diagnostics'
import type { Logged, Node } from '../types/index.ts'
import { adviseMissing } from './advise-missing.ts'
import { batchName, type Batch } from './microbatch/batch.ts'
import { runPython } from './materialize/run-python.ts'
import { NodeSession } from './session.ts'
import type { RunState } from './step-context.ts'
import { readSeed } from './steps/load-seed.ts'
import type { StepRunner, Worker } from './step-runner.ts'
import { isUsers, toUserPlace } from './user-place.ts'

/** Whose session it is. */
export interface SessionOwner {
  readonly node: Node
  readonly batch?: Batch | undefined
  /** Where a mistake without a place of its own is shown. */
  readonly findFallback: () => Span | undefined
}

export function openSession(
  runner: StepRunner,
  worker: Worker,
  { node, batch, findFallback }: SessionOwner,
): NodeSession {
  const { state, store, log, isCancelled } = runner
  const { runtime } = state.input
  // A warning of a built-in macro is shown at the user's line that led there.
  const placed = ({ diagnostic: item }: Logged): Pick<Logged, 'diagnostic'> =>
    item?.span ? { diagnostic: toUserPlace(runtime, node, item, findFallback()) } : {}
  const part = batch && batchName(batch)
  return new NodeSession({
    database: state.input.database,
    connection: worker.connection,
    store,
    threadId: worker.threadId,
    log: (event) => log({ node: node.id, ...event, ...placed(event) }),
    runPython: (session, program, own) => runProgram(state, node, session, { program, own }),
    withoutTransactions: state.input.withoutTransactions === true,
    watch: (sql) => watch(runner, worker, node, sql),
    writeRun: (text) => writeRun(state, node, text, part),
    comment: (session) => runtime.queryComment(node, session),
    readSeed: (session) => readSeed({ state, node, session }),
    isCancelled,
    place: () => ({
      fallback: findFallback(),
      sqlPath: state.files.runPath(node, part),
      adviseMissing: (name) => adviseMissing(state.input.manifest, node, name),
      isUsers: (source) => isUsers(runtime, node, source),
    }),
  })
}

/** A statement of a materialization of the user's own, in Python. */
function runProgram(
  { input }: RunState,
  node: Node,
  session: NodeSession,
  { program, own }: { readonly program: TracedText | string; readonly own: TracedText },
) {
  if (node.kind !== 'model') throw new Error(`${node.id} is no model`)
  const target = { database: node.database, schema: node.schema, name: node.alias }
  return runPython({ node, session, dialect: input.dialect, target, own }, program)
}

/** Tells of a statement, and when it is done. */
function watch({ log }: StepRunner, { threadId }: Worker, { id: node }: Node, sql: string) {
  log({ type: 'statement-sent', node, threadId, sql })
  const startedMs = performance.now()
  return () => {
    const elapsed = (performance.now() - startedMs) / 1000
    log({ type: 'statement-done', node, threadId, elapsed })
  }
}

/** As in dbt, the manifest says nothing of the files of batches. */
function writeRun(state: RunState, node: Node, text: string, part: string | undefined): void {
  const buildPath = state.files.writeRun(node, text, part)
  if (part === undefined) state.made.set(node.id, { ...state.made.get(node.id), buildPath })
}
