import type { Span } from '@btn/diagnostics'
import type { Json, NodeId } from '../../types/index.ts'

/** How tests come along that nobody named: with any parent, with all parents, also with built ancestors, or not. */
export type IndirectSelection = 'eager' | 'cautious' | 'buildable' | 'empty'

export const indirectSelections: readonly IndirectSelection[] = [
  'eager',
  'cautious',
  'buildable',
  'empty',
]

/** What the user asked for, as typed: one entry per occurrence of an option, each may hold several terms. */
export interface Selection {
  readonly select: readonly string[]
  readonly exclude: readonly string[]
  /** Name in selectors.yml. */
  readonly selector?: string
  readonly indirectSelection?: IndirectSelection
  readonly resourceTypes?: readonly string[]
  readonly excludeResourceTypes?: readonly string[]
  /** These and no others, whatever else is said: the nodes that are tried again. */
  readonly only?: ReadonlySet<NodeId>
  /** For `--inline`: nothing of the project, whatever else is said. */
  readonly isEmpty?: boolean
}

/** One term: `@1+method.argument:value+2`. */
export interface Criterion {
  readonly kind: 'criterion'
  readonly raw: string
  readonly method: string
  readonly methodArguments: readonly string[]
  /** A string on the command line; selectors.yml may have booleans and numbers. */
  readonly value: Json
  readonly takesChildrensParents: boolean
  readonly parents: Reach
  readonly children: Reach
  readonly indirect: IndirectSelection
  readonly span?: Span
}

/** How many steps from the matched nodes are taken, too. */
export type Reach = 'none' | 'all' | number

/** Several terms as one set. */
export interface Combination {
  readonly kind: 'union' | 'intersection' | 'difference'
  readonly parts: readonly Spec[]
  readonly indirect: IndirectSelection
  /** Set where an empty result deserves a warning: the term as typed. */
  readonly warnsAs?: { readonly term: string; readonly span: Span }
}

export type Spec = Criterion | Combination
