export { check } from './check/check.ts'
export type { CheckInput } from './check/check-input.ts'
export { run } from './run.ts'
export type { RunFlags, RunInput, RunOutcome } from './run-input.ts'
