/** A run that began, as the audit log has it. */
export interface BegunRun {
  readonly phase: string
  readonly host: string
  readonly pid: number
  readonly startedAt: Date
}

/** Who tells whether a process lives: the operating system of the host. */
export interface Processes {
  readonly host: string
  /** False for a process that was started later: it only got the number. */
  isAlive(pid: number, startedAt: Date): boolean
}

/** What is to be said of a run: one without an end whose process is gone was killed. Of another machine's processes nothing is known. */
export function stateOfRun(run: BegunRun, processes: Processes): string {
  const { phase, host, pid, startedAt } = run
  if (phase !== 'started') return phase
  if (host !== processes.host) return `started on ${host}`
  return processes.isAlive(pid, startedAt) ? 'running' : 'killed'
}
