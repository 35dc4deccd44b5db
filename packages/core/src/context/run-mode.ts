import type { RunMode } from './context.ts'

type Given = Pick<RunMode, 'node' | 'linked' | 'session'> &
  Partial<Pick<RunMode, 'runEnd' | 'batch' | 'cteNames'>>

/** Rendering for a node that runs: nothing is stored, met or compiled yet. */
export function createRunMode(given: Given): RunMode {
  return {
    kind: 'run',
    runEnd: undefined,
    batch: undefined,
    ...given,
    stored: new Map(),
    ephemerals: [],
    called: new Set(),
    compiled: undefined,
  }
}
