import type { EmptyDatabase } from '@btn/adapter'
import type { CatalogColumns } from '../../lineage/known-columns.ts'
import type { NodeId } from '../../types/index.ts'
import type { RunInput } from '../run-input.ts'

/** A project that is to be checked, and the nodes that somebody wants to know of. */
export interface CheckInput extends Pick<
  RunInput,
  'manifest' | 'runtime' | 'dialect' | 'host' | 'flags' | 'projectRoot' | 'targetPath' | 'batching'
> {
  readonly empty: EmptyDatabase
  /** Where the target's own tables lie: also the audit log. */
  readonly database: string
  /** Columns of relations as the database had them once. */
  readonly catalogued: CatalogColumns
  /** What these read is looked at, too. */
  readonly wanted: readonly NodeId[]
}
