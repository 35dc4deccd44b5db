import type { PassOver } from '../../types/index.ts'
import type { StepHandler } from '../step-context.ts'

/** An exposure or a saved query: what it depends on is done, and there is nothing to do for itself. */
export const passOver: StepHandler<PassOver> = (context) => {
  context.startExecution()
  return Promise.resolve({ status: 'no-op', message: 'NO-OP', failures: 0 })
}
