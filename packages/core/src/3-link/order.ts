import type { NodeId } from '../types/index.ts'

export interface Order {
  /** Parents before children; nodes that lie on a cycle are missing. */
  readonly order: readonly NodeId[]
  /** One cycle as a path that ends where it begins; undefined when there is none. */
  readonly cycle: readonly NodeId[] | undefined
}

/** Kahn's algorithm: linear, and stable in the order of `nodes`. */
export function sortTopologically(
  nodes: Iterable<NodeId>,
  parents: ReadonlyMap<NodeId, readonly NodeId[]>,
  children: ReadonlyMap<NodeId, readonly NodeId[]>,
): Order {
  const waiting = new Map<NodeId, number>()
  const order: NodeId[] = []
  for (const id of nodes) {
    const count = parents.get(id)?.length ?? 0
    if (count === 0) order.push(id)
    else waiting.set(id, count)
  }
  for (let index = 0; index < order.length; index++) {
    const id = order[index]
    for (const child of (id && children.get(id)) ?? []) {
      const left = (waiting.get(child) ?? 0) - 1
      if (left > 0) waiting.set(child, left)
      else if (waiting.delete(child)) order.push(child)
    }
  }
  return { order, cycle: waiting.size === 0 ? undefined : findCycle(waiting, parents) }
}

/** Walking from child to parent among the nodes left over must come back to one that was seen. */
function findCycle(
  waiting: ReadonlyMap<NodeId, number>,
  parents: ReadonlyMap<NodeId, readonly NodeId[]>,
): readonly NodeId[] {
  const path: NodeId[] = []
  const seen = new Map<NodeId, number>()
  let [at] = waiting.keys()
  while (at !== undefined && !seen.has(at)) {
    seen.set(at, path.length)
    path.push(at)
    at = parents.get(at)?.find((parent) => waiting.has(parent))
  }
  const start = at === undefined ? 0 : (seen.get(at) ?? 0)
  const loop = path.slice(start)
  return [...loop, ...loop.slice(0, 1)]
}
