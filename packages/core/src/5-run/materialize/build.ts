import type { Relation } from '@btn/adapter'
import { TracedText } from '@btn/diagnostics'
import type { DataTest, Model, Snapshot } from '../../types/index.ts'
import type { NodeHooks } from '../hooks.ts'
import type { Response, StepContext } from '../step-context.ts'

/** What a materialization works with: a model, a snapshot, or a test whose failures are kept. */
export interface Build extends StepContext<Model | Snapshot | DataTest> {
  /** The compiled query. */
  readonly sql: TracedText
  /** Where the model goes, without a type. */
  readonly target: Relation
  /** What stands there now. */
  readonly existing: Relation | undefined
  readonly hooks: NodeHooks
}

/** Builds a model; the relation stands complete in the database when it returns. */
export type Materialization = (build: Build) => Promise<Response>

/** Whether the table is made anew; of a microbatch model only its first batch can want that. */
export function isFullRefresh({ batch, node, state }: StepContext): boolean {
  if (batch?.isIncremental) return false
  const configured = node.config['full_refresh']
  return typeof configured === 'boolean' ? configured : state.input.flags.full_refresh
}

/** Text that a macro wrote. */
export async function macroText(
  context: StepContext,
  ...call: Parameters<StepContext['scope']['callMacro']>
): Promise<TracedText | string> {
  const value = await context.scope.callMacro(...call)
  if (typeof value === 'string') return value
  if (value instanceof TracedText) return value
  throw new Error(`${call[0]} gave no text`)
}
