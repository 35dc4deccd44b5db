import { isMicrobatch } from '../../config/microbatch.ts'
import type { Model } from '../../types/index.ts'
import type { StepContext } from '../step-context.ts'

/** Whether the model is built batch by batch: always, unless a macro of the project's own shall do without batches. */
export function isBatched(context: StepContext): context is StepContext<Model> {
  const { node, state } = context
  if (node.kind !== 'model' || !isMicrobatch(node.config)) return false
  const { flags, runtime } = state.input
  return (
    flags.require_batched_execution_for_custom_microbatch_strategy ||
    runtime.isBuiltin('get_incremental_microbatch_sql')
  )
}
