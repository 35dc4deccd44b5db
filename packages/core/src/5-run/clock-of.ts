import type { RunInput } from './run-input.ts'

interface RunClock {
  /** What counts as now. */
  readonly clock: Date
  /** The day of the run, or of its clock: `2025-12-10`. */
  readonly date: string
}

/** The time that monitors and alerts go by. */
export function clockOf({ asOf, date, host }: Pick<RunInput, 'asOf' | 'date' | 'host'>): RunClock {
  const clock = asOf ?? host.now()
  return { clock, date: date ?? clock.toISOString().slice(0, 10) }
}
