import type { DataTest } from '../../types/index.ts'
import type { StepContext } from '../step-context.ts'

/** `store_failures_as` decides where it is said; then `store_failures`, then the command line. */
export function storesFailures(
  { state }: Pick<StepContext, 'state'>,
  { config }: Pick<DataTest, 'config'>,
): boolean {
  const as = config['store_failures_as']
  if (typeof as === 'string') return as !== 'ephemeral'
  const configured = config['store_failures']
  return typeof configured === 'boolean' ? configured : state.input.flags.store_failures
}
