import { neighbours, type Adjacency } from './adjacency.ts'
import { countCrossings, type Ranking } from './crossings.ts'
import type { Ladder } from './ladder.ts'

/**
 * Orders each layer so that few edges cross: sweeps to and fro put every vertex at the mean place of its neighbours,
 * then neighbours change places where that helps. Work is bounded by the size of the graph, never by the clock: the
 * same project gives the same picture on every machine.
 */
export function orderLayers(ladder: Ladder): Ranking {
  const ranking = startRanking(ladder)
  let best = { crossings: countCrossings(ladder.next, ranking), ranking: copy(ranking) }
  const rounds = roundsFor(ladder)
  let idle = 0
  for (let round = 0; round < rounds && idle < patience && best.crossings > 0; round++) {
    sweep(ladder, ranking, round)
    if (round % 4 >= 2) switchNeighbours(ladder, ranking)
    const crossings = countCrossings(ladder.next, ranking)
    idle = crossings < best.crossings ? 0 : idle + 1
    if (idle === 0) best = { crossings, ranking: copy(ranking) }
  }
  polish(ladder, best.ranking)
  return best.ranking
}

/** Rounds without a better result before the sweeps stop. */
const patience = 8

/** About as many steps in all for a big graph as for one of middling size. */
function roundsFor({ next }: Ladder): number {
  return Math.max(10, Math.min(60, Math.round(250_000 / (next.items.length + 1))))
}

/** A first order: depth first from the left, so that what belongs together starts together. */
export function startRanking(ladder: Ladder): Ranking {
  const rows: number[][] = Array.from({ length: ladder.layerCount }, () => [])
  const seen = new Uint8Array(ladder.count)
  const byLayer = Array.from({ length: ladder.count }, (_, v) => v)
  byLayer.sort((a, b) => ladder.layers[a]! - ladder.layers[b]! || a - b)
  for (const root of byLayer) {
    const stack = [root]
    while (stack.length > 0) {
      const v = stack.pop()!
      if (seen[v]) continue
      seen[v] = 1
      rows[ladder.layers[v]!]!.push(v)
      for (const child of neighbours(ladder.next, v).toReversed())
        if (!seen[child]) stack.push(child)
    }
  }
  const ranking = {
    rows: rows.map((row) => Int32Array.from(row)),
    places: new Int32Array(seen.length),
  }
  for (const row of ranking.rows) notePlaces(row, ranking.places)
  return ranking
}

function copy({ rows, places }: Ranking): Ranking {
  return { rows: rows.map((row) => row.slice()), places: places.slice() }
}

function notePlaces(row: Int32Array, places: Int32Array): void {
  for (let at = 0; at < row.length; at++) places[row[at]!] = at
}

function sweep(ladder: Ladder, ranking: Ranking, round: number): void {
  const { layerCount } = ladder
  const isForward = round % 2 === 0
  for (let step = 1; step < layerCount; step++) {
    const layer = isForward ? step : layerCount - 1 - step
    sortByMeans(isForward ? ladder.previous : ladder.next, ranking, layer)
  }
}

function sortByMeans(fixed: Adjacency, { rows, places }: Ranking, layer: number): void {
  const row = rows[layer]!
  const means = new Float64Array(row.length)
  for (let at = 0; at < row.length; at++) {
    const [start, end] = [fixed.starts[row[at]!]!, fixed.starts[row[at]! + 1]!]
    let sum = 0
    for (let other = start; other < end; other++) sum += places[fixed.items[other]!]!
    means[at] = start === end ? Number.NaN : sum / (end - start)
  }
  keepLoose(means)
  const order = Array.from(row, (_, at) => at)
  order.sort((a, b) => means[a]! - means[b]! || a - b)
  rows[layer]!.set(order.map((at) => row[at]!))
  notePlaces(row, places)
}

/** A vertex without neighbours on that side stays behind the one before it. */
function keepLoose(means: Float64Array): void {
  let last = -1
  for (let at = 0; at < means.length; at++) {
    if (Number.isNaN(means[at]!)) means[at] = last
    else last = means[at]!
  }
}

const polishRounds = 8

function polish(ladder: Ladder, ranking: Ranking): void {
  for (let round = 0; round < polishRounds; round++) {
    if (switchNeighbours(ladder, ranking) === 0) return
  }
}

/** Exchanges vertices that stand next to each other wherever fewer edges cross then; tells how many were. */
function switchNeighbours(ladder: Ladder, { rows, places }: Ranking): number {
  let switched = 0
  for (const row of rows) {
    for (let at = 0; at + 1 < row.length; at++) {
      const [upper, lower] = [row[at]!, row[at + 1]!]
      const gain =
        gainOf(ladder.previous, upper, lower, places) + gainOf(ladder.next, upper, lower, places)
      if (gain <= 0) continue
      row[at] = lower
      row[at + 1] = upper
      places[lower] = at
      places[upper] = at + 1
      switched++
    }
  }
  return switched
}

/** A vertex with hundreds of neighbours is where the sweeps put it: comparing it with all others would take too long. */
const mostPairs = 4000

/** Crossings now less crossings after an exchange, on one side. */
function gainOf(side: Adjacency, upper: number, lower: number, places: Int32Array): number {
  const { starts, items } = side
  const [firstA, endA, firstB, endB] = [
    starts[upper]!,
    starts[upper + 1]!,
    starts[lower]!,
    starts[lower + 1]!,
  ]
  if ((endA - firstA) * (endB - firstB) > mostPairs) return 0
  let gain = 0
  for (let a = firstA; a < endA; a++) {
    const place = places[items[a]!]!
    for (let b = firstB; b < endB; b++) gain += Math.sign(place - places[items[b]!]!)
  }
  return gain
}
