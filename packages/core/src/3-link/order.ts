import type { NodeId } from '../types/index.ts'

export interface Order {
  /** Parents before children; nodes that lie on a cycle are missing. */
  readonly order: readonly NodeId[]
  /** Cycles as paths that end where they begin. Those that share nodes are told one after the other: one of them is here. */
  readonly cycles: readonly (readonly NodeId[])[]
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
  return { order, cycles: findCycles(waiting, parents) }
}

/** Walking from child to parent among the nodes left over comes back to one that was seen, or ends where no cycle is. */
function findCycles(
  waiting: ReadonlyMap<NodeId, number>,
  parents: ReadonlyMap<NodeId, readonly NodeId[]>,
): readonly (readonly NodeId[])[] {
  const left = new Set(waiting.keys())
  const cycles: (readonly NodeId[])[] = []
  for (const start of waiting.keys()) {
    const path = left.has(start) ? [start] : []
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const parent = parents.get(at)?.find((id) => left.has(id))
      const seenAt = parent === undefined ? path.length - 1 : path.indexOf(parent)
      if (parent !== undefined && seenAt < 0) path.push(parent)
      else {
        const ended = path.splice(seenAt)
        for (const id of ended) left.delete(id)
        if (parent !== undefined) cycles.push([...ended, parent])
      }
    }
  }
  return cycles
}
