import type { Diagnostic } from '@btn/diagnostics'
import type { NodeId } from '../../../types/index.ts'
import type { FqnIndex } from '../fqn-index.ts'
import type { EarlierResults, Selectable, SelectableGraph } from '../selectable.ts'
import type { Criterion } from '../spec.ts'

/** What a method may look at while it searches. */
export interface Search {
  readonly manifest: SelectableGraph
  readonly criterion: Criterion
  /** The criterion's value as text. */
  readonly value: string
  readonly fqnIndex: FqnIndex
  readonly state: EarlierResults | undefined
  readonly report: (fault: Diagnostic) => void
  /** The nodes that the selectors named so (a pattern) select. */
  readonly useSelectors: (pattern: string) => Iterable<NodeId>
}

/** One method of the selection grammar: `tag` in `tag:nightly`. */
export interface Method {
  readonly name: string
  readonly search: (search: Search) => Iterable<NodeId>
}

/** A method that looks at each node by itself. */
export function nodeMethod(
  name: string,
  matcher: (search: Search) => ((node: Selectable) => boolean) | undefined,
): Method {
  return {
    name,
    search(search) {
      const isMatch = matcher(search)
      return isMatch ? matching(search.manifest, isMatch) : []
    },
  }
}

function matching(manifest: SelectableGraph, isMatch: (node: Selectable) => boolean): NodeId[] {
  const found: NodeId[] = []
  for (const node of manifest.nodes.values()) if (isMatch(node)) found.push(node.id)
  return found
}
