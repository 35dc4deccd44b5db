import { neighbours, toAdjacency, type Adjacency, type Pair } from './adjacency.ts'

/**
 * A layer for each vertex of an acyclic graph, so that every edge leads to a later one: first the longest path from the
 * left, then each vertex moves to where the chains that run past other layers are shortest.
 */
export function assignLayers(count: number, pairs: readonly Pair[]): Int32Array {
  const children = toAdjacency(count, pairs, 'to')
  const parents = toAdjacency(count, pairs, 'from')
  const order = topologicalOrder(count, children, parents)
  const layers = new Int32Array(count)
  for (const v of order) {
    for (const child of neighbours(children, v))
      layers[child] = Math.max(layers[child]!, layers[v]! + 1)
  }
  compact({ children, parents, layers, backwards: [...order].reverse() })
  return layers
}

function topologicalOrder(count: number, children: Adjacency, parents: Adjacency): number[] {
  const waiting = new Int32Array(count)
  const order: number[] = []
  for (let v = 0; v < count; v++) {
    waiting[v] = neighbours(parents, v).length
    if (waiting[v] === 0) order.push(v)
  }
  for (const v of order) {
    for (const child of neighbours(children, v)) if (--waiting[child]! === 0) order.push(child)
  }
  return order
}

interface Layered {
  readonly children: Adjacency
  readonly parents: Adjacency
  readonly layers: Int32Array
  readonly backwards: readonly number[]
}

const compactionRounds = 6

function compact(graph: Layered): void {
  for (let round = 0; round < compactionRounds; round++) {
    let moved = 0
    for (const v of graph.backwards) moved += moveRight(graph, v)
    if (moved === 0) return
  }
}

/** Moves a vertex towards its first child as far as its own chain shrinks by more than its parents' chains grow. */
function moveRight({ children, parents, layers }: Layered, v: number): number {
  const below = neighbours(children, v)
  if (below.length === 0) return 0
  let limit = Infinity
  for (const child of below) limit = Math.min(limit, layers[child]! - 1)
  const above = neighbours(parents, v)
  const start = layers[v]!
  while (layers[v]! < limit) {
    let growing = 0
    for (const parent of above) if (farthest(children, layers, parent) === layers[v]) growing++
    // One chain for another costs nothing, and lets the parent follow.
    if (growing > 1) break
    layers[v]!++
  }
  return layers[v]! - start
}

function farthest(children: Adjacency, layers: Int32Array, v: number): number {
  let far = 0
  for (const child of neighbours(children, v)) far = Math.max(far, layers[child]!)
  return far
}
