import { neighbours, toAdjacency, type Adjacency, type Pair } from './adjacency.ts'
import type { Ranking } from './crossings.ts'
import type { Ladder, Rungs } from './ladder.ts'
import type { Metrics } from './metrics.ts'

/**
 * A ranked ladder whose high layers are wrapped: nodes that follow each other in a layer stand side by side on a shelf, so that a project with
 * hundreds of nodes in a layer is a picture and not a strip. Where no layer is high, every node has a shelf of its own.
 */
export interface Shelves {
  /** The ladder with a vertex for each shelf, in place of the nodes on it. */
  readonly rungs: Rungs
  readonly ranking: Ranking
  /** By vertex of the ladder that was wrapped: its vertex in `rungs`. */
  readonly shelfOf: Int32Array
  /** By node: its place on the shelf, from the left. */
  readonly slots: Int32Array
  /** By layer: how many nodes fit on a shelf. */
  readonly sizes: readonly number[]
}

export function toShelves(ladder: Ladder, ranking: Ranking, metrics: Metrics): Shelves {
  const sizes = chooseSizes(ladder, ranking, metrics)
  if (sizes.every((size) => size === 1)) {
    const shelfOf = Int32Array.from({ length: ladder.count }, (_, v) => v)
    return { rungs: ladder, ranking, shelfOf, slots: new Int32Array(ladder.real), sizes }
  }
  return fill(ladder, ranking, sizes)
}

/** A picture that is no higher than wide needs no wrapping; one that does becomes wider than high, also when its shelves keep some distance. */
const wrappedShape = 1.7
/** Lower ones are seen whole with their names. */
const lowEnough = 900
const shrink = 0.93

function chooseSizes(ladder: Ladder, { rows }: Ranking, metrics: Metrics): readonly number[] {
  const layers = rows.map((row): LayerSize => {
    const nodes = row.reduce((sum, v) => sum + (v < ladder.real ? 1 : 0), 0)
    const passing = (row.length - nodes) * metrics.edgeGap
    return { nodes, passing }
  })
  const step = metrics.nodeHeight + metrics.gap
  const heights = layers.map(({ nodes, passing }) => nodes * step + passing)
  let height = heights.reduce((most, it) => Math.max(most, it), 0)
  let sizes = layers.map(() => 1)
  if (height <= lowEnough || widthOf(sizes, height, metrics) >= height) return sizes
  while (height > lowEnough && widthOf(sizes, height, metrics) < wrappedShape * height) {
    height *= shrink
    sizes = layers.map((layer) => sizeFor(layer, height, metrics))
  }
  return sizes
}

interface LayerSize {
  readonly nodes: number
  /** What the edges that pass take of its height. */
  readonly passing: number
}

/** How many have to stand side by side for a layer to be no higher than wanted, as far as edges leave room. */
function sizeFor({ nodes, passing }: LayerSize, height: number, metrics: Metrics): number {
  const step = metrics.nodeHeight + metrics.gap
  if (nodes * step + passing <= height) return 1
  const room = Math.max(height - passing, height / 4)
  return Math.max(1, Math.ceil((nodes * (step + metrics.laneRoom)) / room))
}

/** About as wide as it will be: edges that rise and fall get a part of the height. */
function widthOf(sizes: readonly number[], height: number, metrics: Metrics): number {
  const between = metrics.columnGap + height / 16
  return sizes.reduce((sum, size) => sum + shelfWidth(size, metrics) + between, 0)
}

export function shelfWidth(size: number, { nodeWidth, slotGap }: Metrics): number {
  return size * (nodeWidth + slotGap) - slotGap
}

function fill(ladder: Ladder, { rows }: Ranking, sizes: readonly number[]): Shelves {
  const shelves = rows.flatMap((row, layer) =>
    chunk(
      row.filter((v) => v < ladder.real),
      sizes[layer]!,
    ),
  )
  const shelfOf = new Int32Array(ladder.count)
  const slots = new Int32Array(ladder.real)
  for (const [shelf, nodes] of shelves.entries()) {
    ordered(ladder, nodes).forEach((v, slot) => {
      shelfOf[v] = shelf
      slots[v] = slot
    })
  }
  for (let v = ladder.real; v < ladder.count; v++) shelfOf[v] = v - ladder.real + shelves.length
  const rungs = contract(ladder, shelfOf, shelves.length)
  return { rungs, ranking: rank(rows, shelfOf, rungs), shelfOf, slots, sizes }
}

function chunk(row: Int32Array, size: number): readonly Int32Array[] {
  const count = Math.ceil(row.length / size)
  return Array.from({ length: count }, (_, at) => row.subarray(at * size, (at + 1) * size))
}

/** Who uses much stands at the left, who is used much at the right: their edges are shorter so. */
function ordered({ next, previous }: Ladder, nodes: Int32Array): readonly number[] {
  const balance = (v: number): number => neighbours(next, v).length - neighbours(previous, v).length
  return [...nodes].sort((a, b) => balance(a) - balance(b))
}

function contract(ladder: Ladder, shelfOf: Int32Array, real: number): Rungs {
  const count = real + ladder.count - ladder.real
  const layers = new Int32Array(count)
  const steps: Pair[] = []
  for (let v = 0; v < ladder.count; v++) {
    layers[shelfOf[v]!] = ladder.layers[v]!
    for (const next of neighbours(ladder.next, v)) steps.push([shelfOf[v]!, shelfOf[next]!])
  }
  const side = (direction: 'to' | 'from'): Adjacency => toAdjacency(count, steps, direction)
  const { layerCount } = ladder
  return { real, count, layers, layerCount, next: side('to'), previous: side('from') }
}

/** A shelf stands where its first node stood; edges that passed between its nodes pass below it. */
function rank(rows: readonly Int32Array[], shelfOf: Int32Array, { count }: Rungs): Ranking {
  const places = new Int32Array(count)
  const ranked = rows.map((row) => Int32Array.from(new Set(row.map((v) => shelfOf[v]!))))
  for (const row of ranked) row.forEach((shelf, place) => (places[shelf] = place))
  return { rows: ranked, places }
}
