import type { Adjacency } from './adjacency.ts'
import type { Ranking } from './crossings.ts'
import type { Rungs } from './ladder.ts'

/** What the places depend on besides the order. */
export interface Spacing {
  /** Height of each real vertex. */
  readonly heights: ArrayLike<number>
  /** Between two nodes, and beside an edge that passes. */
  readonly gap: number
  readonly edgeGap: number
}

const rounds = 14

/** Those that look to both sides: they find the balance, the last ones make chains straight to the pixel. */
const middleRounds = [6, 10] as const

/**
 * The middle of each vertex, top to bottom. Every vertex wants to stand level with the median of its neighbours, and
 * each layer is settled at once: the places nearest to all wishes that keep order and distances (isotonic regression
 * by pooling adjacent violators). Chains are the heaviest, so long edges come out straight.
 */
export function placeVertices(ladder: Rungs, ranking: Ranking, spacing: Spacing): Float64Array {
  const middles = new Float64Array(ladder.count)
  const offsets = ranking.rows.map((row) => offsetsOf(ladder, row, spacing))
  for (const [layer, row] of ranking.rows.entries()) {
    const base = (offsets[layer]!.at(-1) ?? 0) / 2
    row.forEach((v, at) => (middles[v] = offsets[layer]![at]! - base))
  }
  const settle = (layer: number, sides: readonly Adjacency[]): void =>
    settleRow({ ladder, row: ranking.rows[layer]!, offsets: offsets[layer]!, middles }, sides)
  for (let round = 0; round < rounds; round++) {
    const isForward = round % 2 === 0
    const side = isForward ? ladder.previous : ladder.next
    for (let step = 0; step < ladder.layerCount; step++) {
      const layer = isForward ? step : ladder.layerCount - 1 - step
      settle(
        layer,
        round >= middleRounds[0] && round < middleRounds[1]
          ? [ladder.previous, ladder.next]
          : [side],
      )
    }
  }
  ranking.rows.forEach((row, layer) =>
    straightenEnds({ ladder, row, offsets: offsets[layer]!, middles }),
  )
  return toTop(middles, ranking, spacing)
}

/** The least distance of each vertex of a row from its first. */
function offsetsOf(ladder: Rungs, row: Int32Array, spacing: Spacing): Float64Array {
  const offsets = new Float64Array(row.length)
  const heightOf = (v: number): number => (v < ladder.real ? spacing.heights[v]! : 0)
  for (let at = 1; at < row.length; at++) {
    const [upper, lower] = [row[at - 1]!, row[at]!]
    const isNode = upper < ladder.real && lower < ladder.real
    const gap = isNode ? spacing.gap : spacing.edgeGap
    offsets[at] = offsets[at - 1]! + (heightOf(upper) + heightOf(lower)) / 2 + gap
  }
  return offsets
}

interface Row {
  readonly ladder: Rungs
  readonly row: Int32Array
  readonly offsets: Float64Array
  readonly middles: Float64Array
}

function settleRow(line: Row, sides: readonly Adjacency[]): void {
  const { ladder, row, offsets, middles } = line
  const wishes = new Float64Array(row.length)
  const weights = new Float64Array(row.length)
  for (let at = 0; at < row.length; at++) {
    const wish = findWish(ladder, row[at]!, middles, sides)
    wishes[at] = wish.middle - offsets[at]!
    weights[at] = wish.weight
  }
  const settled = toRising(wishes, weights)
  for (let at = 0; at < row.length; at++) middles[row[at]!] = settled[at]! + offsets[at]!
}

/** The last sweep ran to the left: what nothing uses moves level with what it comes from, as far as there is room. */
function straightenEnds({ ladder, row, offsets, middles }: Row): void {
  row.forEach((v, at) => {
    if (ladder.next.starts[v] !== ladder.next.starts[v + 1]) return
    const { middle } = findWish(ladder, v, middles, [ladder.previous])
    const [upper, lower] = [row[at - 1], row[at + 1]]
    const least =
      upper === undefined ? -Infinity : middles[upper]! + offsets[at]! - offsets[at - 1]!
    const most = lower === undefined ? Infinity : middles[lower]! + offsets[at]! - offsets[at + 1]!
    middles[v] = Math.max(least, Math.min(most, middle))
  })
}

/** Whoever wants nothing follows its neighbours in the row, but from where it stands. */
const loose = 0.01

function findWish(
  ladder: Rungs,
  v: number,
  middles: Float64Array,
  sides: readonly Adjacency[],
): { readonly middle: number; readonly weight: number } {
  const ends: (readonly [middle: number, weight: number])[] = []
  let weight = 0
  for (const side of sides) {
    for (let at = side.starts[v]!; at < side.starts[v + 1]!; at++) {
      const other = side.items[at]!
      const pull = pullOf(ladder, v, other)
      ends.push([middles[other]!, pull])
      weight += pull
    }
  }
  if (ends.length === 0) return { middle: middles[v]!, weight: loose }
  return { middle: medianOf(ends, weight), weight }
}

function pullOf({ real }: Rungs, v: number, other: number): number {
  if (v >= real && other >= real) return 8
  return v >= real || other >= real ? 1 : 2
}

/** The weighted median; halfway between two where both are as good. */
function medianOf(ends: (readonly [number, number])[], weight: number): number {
  if (ends.length === 1) return ends[0]![0]
  ends.sort((a, b) => a[0] - b[0])
  let passed = 0
  for (let at = 0; at < ends.length; at++) {
    passed += ends[at]![1]
    if (passed * 2 > weight) return ends[at]![0]
    if (passed * 2 === weight) return (ends[at]![0] + (ends[at + 1]?.[0] ?? ends[at]![0])) / 2
  }
  return ends.at(-1)![0]
}

/** The rising numbers that are nearest to the given ones, by weighted squares. */
export function toRising(values: Float64Array, weights: Float64Array): Float64Array {
  const means = new Float64Array(values.length)
  const loads = new Float64Array(values.length)
  const sizes = new Int32Array(values.length)
  let blocks = 0
  for (let at = 0; at < values.length; at++) {
    means[blocks] = values[at]!
    loads[blocks] = weights[at]!
    sizes[blocks] = 1
    while (blocks > 0 && means[blocks - 1]! > means[blocks]!) {
      const load = loads[blocks - 1]! + loads[blocks]!
      means[blocks - 1] =
        (means[blocks - 1]! * loads[blocks - 1]! + means[blocks]! * loads[blocks]!) / load
      loads[blocks - 1] = load
      sizes[blocks - 1]! += sizes[blocks]!
      blocks--
    }
    blocks++
  }
  const rising = new Float64Array(values.length)
  for (let block = 0, at = 0; block < blocks; at += sizes[block]!, block++) {
    rising.fill(means[block]!, at, at + sizes[block]!)
  }
  return rising
}

/** Moves everything so that the topmost border lies at zero; whole numbers make lines level to the pixel. */
function toTop(middles: Float64Array, { rows }: Ranking, { heights }: Spacing): Float64Array {
  let top = Infinity
  for (const row of rows)
    for (const v of row.slice(0, 1)) top = Math.min(top, middles[v]! - (heights[v] ?? 0) / 2)
  return middles.map((middle) => Math.ceil(middle - top - 1e-6))
}
