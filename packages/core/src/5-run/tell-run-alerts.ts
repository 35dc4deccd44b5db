import { tellAlerts, toOccurrences } from '../alerts/index.ts'
import type { AuditLog } from '../audit/index.ts'
import type { RunEvent, StepResult } from '../types/index.ts'
import { clockOf } from './clock-of.ts'
import type { RunState } from './step-context.ts'

interface Told {
  readonly state: RunState
  readonly audit: AuditLog | undefined
  readonly log: (event: RunEvent) => void
}

/** Tells whoever listens what a run has found. */
export async function tellRunAlerts(
  results: readonly StepResult[],
  { state, audit, log }: Told,
): Promise<void> {
  const { manifest, host, projectRoot, alertWorld } = state.input
  if (!manifest.alerts || !audit || !alertWorld) return
  await tellAlerts(toOccurrences(results, manifest, state.monitored), {
    manifest,
    audit,
    host,
    world: await alertWorld(),
    projectRoot,
    ...clockOf(state.input),
    log,
  })
}
