/** An edge by the indexes of its ends. */
export type Pair = readonly [from: number, to: number]

/** Lists of neighbours in two flat arrays: those of `v` stand in `items` from `starts[v]` to `starts[v + 1]`. */
export interface Adjacency {
  readonly starts: Int32Array
  readonly items: Int32Array
}

/** The neighbours of each of `count` vertices: where its edges lead to, or where they come from. */
export function toAdjacency(
  count: number,
  pairs: readonly Pair[],
  direction: 'to' | 'from',
): Adjacency {
  const [key, value] = direction === 'to' ? ([0, 1] as const) : ([1, 0] as const)
  const starts = new Int32Array(count + 1)
  for (const pair of pairs) starts[pair[key] + 1]!++
  for (let v = 0; v < count; v++) starts[v + 1]! += starts[v]!
  const next = starts.slice(0, count)
  const items = new Int32Array(pairs.length)
  for (const pair of pairs) items[next[pair[key]]!++] = pair[value]
  return { starts, items }
}

/** A view of the neighbours of `v`; costs nothing to make. */
export function neighbours({ starts, items }: Adjacency, v: number): Int32Array {
  return items.subarray(starts[v], starts[v + 1])
}
