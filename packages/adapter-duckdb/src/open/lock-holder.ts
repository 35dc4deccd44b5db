import { readFile } from 'node:fs/promises'

const MAX_COMMAND = 200

/** Names the process that holds a database, from DuckDB's message: its number and, where the system tells it, its command line. */
export async function describeHolder(message: string): Promise<string> {
  const match = /Conflicting lock is held in (.*?)\s*\(PID (\d+)\)/.exec(message)
  const pid = match?.[2]
  if (pid === undefined) return 'it could not be found out which'
  const command = (await readCommand(pid)) ?? match?.[1]
  return command ? `process ${pid} (${command})` : `process ${pid}`
}

async function readCommand(pid: string): Promise<string | undefined> {
  try {
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').filter(Boolean)
    const command = words.join(' ').replace(/\s+/g, ' ')
    if (command === '') return undefined
    return command.length > MAX_COMMAND ? `${command.slice(0, MAX_COMMAND)}…` : command
  } catch {
    // No /proc on this system, or a process of somebody else.
    return undefined
  }
}
