import type { NodeId } from '../../types/index.ts'
import { walk } from './graph.ts'
import type { SelectableGraph } from './selectable.ts'
import type { IndirectSelection } from './spec.ts'

/** What a selection takes for sure, and the tests that it would take once all their parents are there. */
export interface Taken {
  readonly direct: ReadonlySet<NodeId>
  readonly waiting: ReadonlySet<NodeId>
}

export const takesNothing: Taken = { direct: new Set(), waiting: new Set() }

/** Adds the tests of the selected nodes, as the way of indirect selection asks. */
export function addTests(
  manifest: SelectableGraph,
  selected: ReadonlySet<NodeId>,
  indirect: IndirectSelection,
): Taken {
  if (indirect === 'empty') return { direct: selected, waiting: new Set() }
  const enough = indirect === 'buildable' ? buildableFrom(manifest, selected) : selected
  const direct = new Set(selected)
  const waiting = new Set<NodeId>()
  for (const id of selected) {
    for (const child of manifest.children.get(id) ?? []) {
      if (direct.has(child) || !isTest(manifest, child)) continue
      const isTaken = indirect === 'eager' || hasParentsIn(manifest, child, enough)
      ;(isTaken ? direct : waiting).add(child)
    }
  }
  return { direct, waiting }
}

/** After sets were combined: the waiting tests whose parents are all there by now. */
export function settleTests(
  manifest: SelectableGraph,
  taken: Taken,
  indirect: IndirectSelection,
): ReadonlySet<NodeId> {
  const { direct, waiting } = taken
  if (indirect !== 'cautious' && indirect !== 'buildable') return direct
  const settled = new Set(direct)
  const enough = indirect === 'cautious' ? direct : withParents(manifest, direct)
  for (const id of waiting) if (hasParentsIn(manifest, id, enough)) settled.add(id)
  return settled
}

function withParents(manifest: SelectableGraph, selected: ReadonlySet<NodeId>): Set<NodeId> {
  const found = walk(manifest.parents, selected, 'all')
  for (const id of selected) found.add(id)
  return found
}

/** What stands in the database once the selection is built: its ancestors and every source. */
function buildableFrom(
  manifest: SelectableGraph,
  selected: ReadonlySet<NodeId>,
): ReadonlySet<NodeId> {
  const found = withParents(manifest, selected)
  for (const node of manifest.nodes.values()) if (node.kind === 'source') found.add(node.id)
  return found
}

function isTest(manifest: SelectableGraph, id: NodeId): boolean {
  const kind = manifest.nodes.get(id)?.kind
  return kind === 'test' || kind === 'unit_test'
}

function hasParentsIn(manifest: SelectableGraph, id: NodeId, set: ReadonlySet<NodeId>): boolean {
  return (manifest.parents.get(id) ?? []).every((parent) => set.has(parent))
}
