import { readFileSync } from 'node:fs'
import type { SqlTable, SqlValue } from '@btn/adapter'
import { stateOfRun, type Processes } from '@btn/core/run'

/** What is to be said of the runs that have begun and not ended, by their ids. */
export type RunStates = ReadonlyMap<string, string>

export function readableRuns({ columns, rows }: SqlTable, host: string): RunStates {
  const index = new Map(columns.map(({ name }, at) => [name, at]))
  const cell = (row: readonly SqlValue[], name: string) => row[index.get(name) ?? -1] ?? null
  const unfinished = rows.filter((row) => cell(row, 'phase') === 'started')
  const states = unfinished.map((row) => {
    const run = {
      phase: 'started',
      host: String(cell(row, 'host')),
      pid: Number(cell(row, 'pid')),
      startedAt: toDate(cell(row, 'at')),
    }
    return [String(cell(row, 'run_id')), stateOfRun(run, processesOf(host))] as const
  })
  return new Map(states)
}

/** What was begun by a run that was killed has ended with it. */
export function withStates({ columns, rows }: SqlTable, states: RunStates): SqlTable {
  const phase = columns.findIndex(({ name }) => name === 'phase')
  const run = columns.findIndex(({ name }) => name === 'run_id')
  const told = rows.map((row) => {
    const state = row[phase] === 'started' ? states.get(String(row[run])) : undefined
    return state === undefined ? row : row.map((value, at) => (at === phase ? state : value))
  })
  return { columns, rows: told }
}

function toDate(value: SqlValue): Date {
  return new Date(
    typeof value === 'object' && value && 'text' in value ? value.text : String(value),
  )
}

function processesOf(host: string): Processes {
  return {
    host,
    isAlive(pid, startedAt) {
      try {
        process.kill(pid, 0)
      } catch (error) {
        // Somebody else's process lives, too.
        return error instanceof Error && 'code' in error && error.code === 'EPERM'
      }
      const born = bornAt(pid)
      return born === undefined || born <= startedAt.getTime() + CLOCK_STEP_MS
    },
  }
}

const CLOCK_STEP_MS = 1000

/** Of Linux: what /proc counts times of processes in. */
const TICKS_A_SECOND = 100

/** When a process began, where the system tells: in containers the same numbers are given again and again. */
function bornAt(pid: number): number | undefined {
  try {
    const booted = /^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Behind the name, which may have blanks and brackets in it, stand the fields from the third on.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    const born = (Number(booted) + Number(ticks) / TICKS_A_SECOND) * 1000
    return Number.isNaN(born) ? undefined : born
  } catch {
    return undefined
  }
}
