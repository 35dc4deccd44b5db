import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A file that is written has changed in this time, even if nobody here can see who writes it: in another container, on another machine. */
const STILL_MS = 60_000

/** Where a file is written before it gets its name. */
export function temporaryPath(path: string): string {
  return `${path}.${process.pid}.tmp`
}

/** Removes what processes left beside a file that were killed before they could give it its name. */
export function removeLeftovers(path: string, now = Date.now()): void {
  const folder = dirname(path)
  const prefix = `${basename(path)}.`
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue
    const [, processId] = /^(\d+)\.tmp$/.exec(name.slice(prefix.length)) ?? []
    if (processId === undefined || isRunning(Number(processId))) continue
    const left = join(folder, name)
    const modified = statSync(left, { throwIfNoEntry: false })?.mtimeMs
    if (modified !== undefined && now - modified > STILL_MS) rmSync(left, { force: true })
  }
}

export function isRunning(processId: number): boolean {
  if (existsSync(`/proc/${processId}`)) return true
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    // A process of somebody else cannot be signalled, but lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
