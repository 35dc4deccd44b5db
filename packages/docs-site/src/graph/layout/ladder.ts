import { toAdjacency, type Adjacency, type Pair } from './adjacency.ts'

/** Vertices in layers, with steps from one layer to the next. */
export interface Rungs {
  readonly real: number
  readonly count: number
  readonly layers: Int32Array
  readonly layerCount: number
  /** Steps to the next layer, and from the one before. */
  readonly next: Adjacency
  readonly previous: Adjacency
}

/**
 * The layered graph with every edge cut into steps from one layer to the next. The vertices below `real` are the
 * graph's own, those above stand where an edge passes a layer. All long edges of a vertex share one chain of them.
 */
export interface Ladder extends Rungs {
  /** The first vertex of the chain of each real vertex; its chain lies in consecutive layers and numbers. */
  readonly chains: Int32Array
}

export function toLadder(count: number, pairs: readonly Pair[], layers: Int32Array): Ladder {
  const reach = layers.slice()
  for (const [from, to] of pairs) reach[from] = Math.max(reach[from]!, layers[to]! - 1)
  const chains = new Int32Array(count)
  let total = count
  for (let v = 0; v < count; v++) {
    chains[v] = total
    total += reach[v]! - layers[v]!
  }
  const all = new Int32Array(total)
  all.set(layers)
  const steps: Pair[] = []
  for (let v = 0; v < count; v++) {
    for (let layer = layers[v]! + 1; layer <= reach[v]!; layer++) {
      const link = chains[v]! + layer - layers[v]! - 1
      all[link] = layer
      steps.push([layer === layers[v]! + 1 ? v : link - 1, link])
    }
  }
  for (const [from, to] of pairs) steps.push([linkBefore({ chains, layers }, from, to), to])
  return {
    real: count,
    count: total,
    layers: all,
    layerCount: all.reduce((most, layer) => Math.max(most, layer + 1), 0),
    next: toAdjacency(total, steps, 'to'),
    previous: toAdjacency(total, steps, 'from'),
    chains,
  }
}

/** The vertex from which an edge takes its last step. */
function linkBefore(
  { chains, layers }: Pick<Ladder, 'chains' | 'layers'>,
  from: number,
  to: number,
): number {
  const links = layers[to]! - layers[from]! - 1
  return links === 0 ? from : chains[from]! + links - 1
}

/** The vertices that an edge passes, both ends included. */
export function routeOf(ladder: Ladder, from: number, to: number): readonly number[] {
  const links = Math.max(0, ladder.layers[to]! - ladder.layers[from]! - 1)
  const first = ladder.chains[from]!
  return [from, ...Array.from({ length: links }, (_, index) => first + index), to]
}
