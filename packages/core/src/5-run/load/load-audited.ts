import type { InputFile, LoadOutcome, LoadRequest } from '@btn/adapter'
import { loggedName, type AuditLog } from '../../audit/index.ts'
import { contractHashOf } from '../../privacy/for-load.ts'
import { replayedRows } from '../../loads/replayed-rows.ts'
import { maskingRows } from '../../privacy/masking-rows.ts'
import type { LoadedSource } from '../../types/index.ts'
import type { StepContext } from '../step-context.ts'
import { partitionOf, type Chosen } from './load-context.ts'

/** What was loaded is noted in the transaction that loads it; that it was begun, or has failed, is noted whatever becomes of that. */
export async function loadAudited(
  context: StepContext<LoadedSource>,
  audit: AuditLog,
  request: LoadRequest,
): Promise<LoadOutcome> {
  const { node, session } = context
  const startedMs = performance.now()
  const of = (file: InputFile, loadId: bigint) => ({
    load_id: loadId,
    ...describe(context, file),
  })
  for (const { file, loadId } of request.files) {
    audit.write('loads', { phase: 'started', ...of(file, loadId) })
  }
  const rows = (phase: string) => (outcome: LoadOutcome) =>
    outcome.files.map((it) =>
      audit.statement('loads', {
        phase,
        ...of(it.file, it.loadId),
        rows_read: it.rowsRead,
        rows_loaded: phase === 'done' ? it.rowsLoaded : 0,
        rows_rejected: it.rowsRejected,
        rows_warned: it.rowsWarned,
        rows_repaired: it.rowsRepaired,
        duplicate_rows: it.duplicateRows,
        duplicate_keys: it.duplicateKeys,
        reasons: it.reasons,
        drift: it.drift,
        duration_ms: Math.round(performance.now() - startedMs),
        loaded_at: phase === 'done' ? request.loadedAt : undefined,
      }),
    )
  const done = rows('done')
  const beforeCommit = (outcome: LoadOutcome) => [
    ...done(outcome),
    ...maskingRows(audit, node, outcome),
  ]
  try {
    return await session.load({
      ...request,
      mended: {
        form: node.load,
        beforeCommit: replayedRows(audit, node, {
          date: partitionOf(context),
          privacy: context.state.input.privacy,
          startedMs,
          replayedAt: request.loadedAt,
        }),
      },
      beforeCommit,
      onRefused: rows('failed'),
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    for (const { file, loadId } of request.files) {
      audit.write('loads', { phase: 'failed', ...of(file, loadId), message })
    }
    throw error
  }
}

/** That a file came again and changed nothing is worth a row, too. */
export async function noteSkipped(
  context: StepContext<LoadedSource>,
  audit: AuditLog,
  { inspection, files }: Chosen,
): Promise<void> {
  const message = 'the same content was loaded before'
  for (const file of inspection.files) {
    if (files.includes(file)) continue
    const none = { rows_read: 0, rows_loaded: 0, rows_rejected: 0 }
    audit.write('loads', { phase: 'skipped', ...describe(context, file), ...none, message })
  }
  // What is built after the load may ask for it.
  await audit.flush()
}

/** What the log knows a file by. */
function describe(context: StepContext<LoadedSource>, file: InputFile) {
  const { node } = context
  return {
    relation: loggedName(node),
    file_name: file.name,
    file_path: file.shownPath,
    checksum: file.checksum,
    bytes: file.bytes,
    partition: partitionOf(context),
    contract_hash: contractHashOf(node, context.state.input.privacy),
  }
}
