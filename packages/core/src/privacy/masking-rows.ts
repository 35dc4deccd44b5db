import type { LoadOutcome } from '@btn/adapter'
import { loggedName, type AuditLog } from '../audit/index.ts'
import type { LoadedSource } from '../types/index.ts'

/** What became of personal data in a load, for the transaction of the load. */
export function maskingRows(
  audit: Pick<AuditLog, 'now' | 'statement'>,
  source: Pick<LoadedSource, 'schema' | 'identifier' | 'load'>,
  { masked }: Pick<LoadOutcome, 'masked'>,
): readonly string[] {
  const { load } = source
  // One event, however many columns: its rows have one time.
  const at = audit.now
  return masked.map(({ column, rows, changed }) =>
    audit.statement('masking', {
      at,
      phase: 'done',
      relation: loggedName(source),
      column_name: column,
      class: load.personal[column]?.class,
      policy: load.personal[column]?.policy,
      rows,
      changed,
    }),
  )
}
