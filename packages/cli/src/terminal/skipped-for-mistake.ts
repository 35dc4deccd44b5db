import type { StepResult } from '@btn/core'

/** As in dbt, a model is skipped when an ephemeral one that it needs has a mistake, and that counts as an error. */
export function isSkippedForMistake({ status, diagnostics }: StepResult): boolean {
  return status === 'skipped' && diagnostics.length > 0
}
