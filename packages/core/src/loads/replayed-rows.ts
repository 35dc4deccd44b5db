import type { ReplayOutcome } from '@btn/adapter'
import { loggedName, type AuditLog } from '../audit/index.ts'
import { contractHashOf, type PrivacyDoor } from '../privacy/for-load.ts'
import { maskingRows } from '../privacy/masking-rows.ts'
import type { LoadedSource } from '../types/index.ts'

interface Replayed {
  readonly date: string | undefined
  readonly privacy: PrivacyDoor | undefined
  readonly startedMs: number
  readonly replayedAt: Date
}

/** What the log says of rows that were tried again, for the transaction that loads them. */
export function replayedRows(
  audit: AuditLog,
  source: LoadedSource,
  { date, privacy, startedMs, replayedAt }: Replayed,
): (outcome: ReplayOutcome) => readonly string[] {
  return (outcome) => [
    audit.statement('loads', {
      phase: 'replayed',
      load_id: audit.nextId(),
      relation: loggedName(source),
      partition: date,
      rows_read: outcome.rowsTried,
      rows_loaded: outcome.rowsLoaded,
      rows_rejected: outcome.rowsTried - outcome.rowsLoaded,
      reasons: outcome.reasons,
      contract_hash: contractHashOf(source, privacy),
      duration_ms: Math.round(performance.now() - startedMs),
      loaded_at: replayedAt,
    }),
    ...maskingRows(audit, source, outcome),
  ]
}
