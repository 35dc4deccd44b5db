import type { LoadOutcome } from '@btn/adapter'
import type { AuditLog } from '../audit/index.ts'
import type { LoadSpec, SourceTable } from '../types/index.ts'

type Loaded = Pick<SourceTable, 'schema' | 'identifier'> & { readonly load: LoadSpec }

/** What became of personal data in a load, for the transaction of the load. */
export function maskingRows(
  audit: Pick<AuditLog, 'statement'>,
  { schema, identifier, load }: Loaded,
  { masked }: Pick<LoadOutcome, 'masked'>,
): readonly string[] {
  return masked.map(({ column, rows, changed }) =>
    audit.statement('masking', {
      phase: 'done',
      relation: `${schema}.${identifier}`,
      column_name: column,
      class: load.personal[column]?.class,
      policy: load.personal[column]?.policy,
      rows,
      changed,
    }),
  )
}
