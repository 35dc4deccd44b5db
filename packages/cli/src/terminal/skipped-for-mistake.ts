import type { StepResult } from '@btn/core'

/** As in dbt, what is skipped because an ephemeral model that it reads has a mistake, or was skipped, counts as an error. */
export function isSkippedForMistake(result: StepResult): boolean {
  return ephemeralStatus(result) !== undefined
}

/** How the ephemeral model ended. */
export function ephemeralStatus(result: StepResult): 'error' | 'skipped' | undefined {
  if (result.status !== 'skipped') return undefined
  if (result.diagnostics.length > 0) return 'error'
  return result.skippedBecauseOf && result.message !== undefined ? 'skipped' : undefined
}
