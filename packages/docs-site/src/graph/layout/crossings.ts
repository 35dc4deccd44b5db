import type { Adjacency } from './adjacency.ts'

/** The vertices of each layer from top to bottom, and the place of each vertex in its layer. */
export interface Ranking {
  readonly rows: readonly Int32Array[]
  readonly places: Int32Array
}

/** How many pairs of steps cross between neighbouring layers. */
export function countCrossings(next: Adjacency, { rows, places }: Ranking): number {
  let crossings = 0
  for (let layer = 0; layer + 1 < rows.length; layer++) {
    crossings += countBetween(next, rows[layer]!, places, rows[layer + 1]!.length)
  }
  return crossings
}

/** Inversions among the lower ends, counted with a Fenwick tree. */
function countBetween(
  next: Adjacency,
  row: Int32Array,
  places: Int32Array,
  lowerCount: number,
): number {
  const tree = new Int32Array(lowerCount + 1)
  let crossings = 0
  let inserted = 0
  for (const v of row) {
    const [start, end] = [next.starts[v]!, next.starts[v + 1]!]
    for (let child = start; child < end; child++) {
      let notAbove = 0
      for (let at = places[next.items[child]!]! + 1; at > 0; at -= at & -at) notAbove += tree[at]!
      crossings += inserted - notAbove
    }
    for (let child = start; child < end; child++) {
      for (let at = places[next.items[child]!]! + 1; at <= lowerCount; at += at & -at) tree[at]!++
    }
    inserted += end - start
  }
  return crossings
}
