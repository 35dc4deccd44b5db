import type { NodeId } from '../../types/index.ts'
import type { SelectableGraph } from './selectable.ts'
import type { Reach } from './spec.ts'

type Edges = ReadonlyMap<NodeId, readonly NodeId[]>

/** All nodes within reach of `start` along the edges; a start node is in it only when another one leads to it. */
export function walk(edges: Edges, start: Iterable<NodeId>, reach: Reach): Set<NodeId> {
  const found = new Set<NodeId>()
  if (reach === 'none') return found
  let layer: Iterable<NodeId> = start
  for (let depth = 0; reach === 'all' || depth < reach; depth++) {
    const next: NodeId[] = []
    for (const id of layer) {
      for (const other of edges.get(id) ?? []) {
        if (found.has(other)) continue
        found.add(other)
        next.push(other)
      }
    }
    if (next.length === 0) break
    layer = next
  }
  return found
}

/** The nodes, all their children, and all parents of those. */
export function withChildrensParents(
  manifest: SelectableGraph,
  start: ReadonlySet<NodeId>,
): Set<NodeId> {
  const found = walk(manifest.children, start, 'all')
  for (const id of start) found.add(id)
  for (const id of walk(manifest.parents, found, 'all')) found.add(id)
  return found
}
