import type { Diagnostic } from '@btn/diagnostics'
import type { NodeId } from './basics.ts'
import type { PrivacyPolicy } from './privacy.ts'

/** How a column comes from another: the strongest on the way. A cast counts as computed. */
export type OriginHow = 'copied' | 'renamed' | 'computed' | 'aggregated'
/** How a column decides which rows come out, or in which order. */
export type UseHow = 'filtered' | 'joined' | 'grouped' | 'ordered' | 'distinct'

/** A column of a node that another one comes from. */
export interface ColumnOrigin {
  readonly node: NodeId
  readonly column: string
  readonly how: OriginHow
  /** No value of that column can be read from what was made of it: it was counted, summed up or compared. */
  readonly hidden?: true
}

export interface ColumnUse {
  readonly node: NodeId
  readonly column: string
  readonly how: UseHow
}

export interface BoundColumn {
  readonly name: string
  /** As the database writes it. */
  readonly type: string
  readonly from: readonly ColumnOrigin[]
}

/** Why it cannot be said for sure what a node is. */
export interface Doubt {
  readonly node: NodeId
  readonly why: 'asks-rows' | 'declared-only' | 'not-built' | 'own-materialization' | 'own-hooks'
}

/** Why nothing could be found out about a node. */
export type Unchecked =
  /** Something that it reads was not checked, or is wrong. */
  | { readonly why: 'parent'; readonly node: NodeId }
  /** Nobody says which columns a source has. */
  | { readonly why: 'source-unknown' }
  /** A relation that is no node of the project. */
  | { readonly why: 'relation-unknown'; readonly name: string }
  /** Files, extensions or functions that are not here. */
  | { readonly why: 'not-here'; readonly problem: string }
  | { readonly why: 'python' }

/** What the engine says of a node. */
export type NodeCheck =
  | {
      readonly kind: 'checked'
      /** Empty for what has no columns: a test. */
      readonly columns: readonly BoundColumn[]
      readonly uses: readonly ColumnUse[]
      /** Why nothing is known of where the columns come from. */
      readonly problem?: string
      readonly doubt?: Doubt | undefined
    }
  | { readonly kind: 'broken' }
  | { readonly kind: 'unchecked'; readonly because: Unchecked }

export interface ColumnName {
  readonly node: NodeId
  readonly column: string
}

/** `raw`: the values themselves. `protected`: what a policy made of them. `released`: raw, and somebody has said why it may be. */
export type PersonalState = 'raw' | 'protected' | 'released'

/** One class of personal data in a column. */
export interface PersonalTrace {
  readonly class: string
  readonly state: PersonalState
  /** The column that it came from; absent where it is declared. */
  readonly from?: ColumnOrigin
  /** What is said of it here. */
  readonly policy?: PrivacyPolicy
  readonly release?: string
}

/** By node and column (`keyOf` in `lineage/`): what is known of the personal data in it. */
export type PersonalMap = ReadonlyMap<string, readonly PersonalTrace[]>

/** Raw personal data where others can see it. */
export interface Leak extends ColumnName {
  readonly class: string
  /** The node through which it gets out: the model itself, an exposure or a report. */
  readonly by: NodeId
  readonly exit: 'public' | 'external' | 'report' | 'exposure'
}

/** What a project is, found out without its database. */
export interface Checked {
  readonly nodes: ReadonlyMap<NodeId, NodeCheck>
  /** Mistakes and warnings, in the order of the graph. */
  readonly diagnostics: readonly (Diagnostic & { readonly node?: NodeId })[]
  /** Absent where nobody declares any. */
  readonly personal?: PersonalMap
  readonly leaks?: readonly Leak[]
  /** Extensions and settings of the target that could not be had. */
  readonly missing: readonly string[]
}
