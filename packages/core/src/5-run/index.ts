export { run } from './run.ts'
export type { RunFlags, RunInput, RunOutcome } from './run-input.ts'
