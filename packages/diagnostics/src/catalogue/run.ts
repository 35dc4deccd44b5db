import { error } from '../entry.ts'

/** What goes wrong while the plan is run. */
export const runCodes = {
  'database-error': error((p: { readonly problem: string }) => p.problem),
}
