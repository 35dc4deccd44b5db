import type { EmptyDatabase } from '@btn/adapter'
import type { CatalogColumns } from '../../lineage/known-columns.ts'
import type { Node, NodeId } from '../../types/index.ts'
import type { RunInput } from '../run-input.ts'

/** A project that is to be checked, and the nodes that somebody wants to know of. */
export interface CheckInput extends Pick<
  RunInput,
  'manifest' | 'runtime' | 'dialect' | 'host' | 'flags' | 'projectRoot' | 'targetPath' | 'batching'
> {
  readonly openEmpty: () => Promise<EmptyDatabase>
  /** What a node's template asks the database; undefined when nothing. */
  readonly asksDatabase: (node: Node) => string | undefined
  /** What an earlier check has kept, and what has to be the same for that to hold. */
  readonly cache: {
    readonly basis: string
    readonly text: string | undefined
    readonly keep: (text: string) => void
  }
  /** All of the project is wanted. */
  readonly isWhole: boolean
  /** Hooks and contracts of loads are looked at, too: nothing but mistakes is learned from them. */
  readonly findsMistakes: boolean
  /** Where the target's own tables lie: also the audit log. */
  readonly database: string
  /** Columns of relations as the database had them once. */
  readonly catalogued: CatalogColumns
  /** What these read is looked at, too. */
  readonly wanted: readonly NodeId[]
}
