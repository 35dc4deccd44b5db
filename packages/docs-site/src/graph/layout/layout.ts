import { toAcyclic } from './acyclic.ts'
import { neighbours, type Pair } from './adjacency.ts'
import { splitComponents, type Component } from './components.ts'
import type { Ranking } from './crossings.ts'
import { toLadder, type Ladder } from './ladder.ts'
import { assignLayers } from './layers.ts'
import type { Metrics } from './metrics.ts'
import { orderLayers } from './order.ts'
import { packShelves } from './pack.ts'
import { placeVertices } from './place.ts'
import { leftOf, middleOf, waypoints, type PlacedPart, type Waypoint } from './route.ts'
import { shelfWidth, toShelves, type Shelves } from './shelves.ts'

/** What is left of a layout when heights change: layers and order, which stay. */
export interface Structure {
  readonly count: number
  readonly pairs: readonly Pair[]
  readonly parts: readonly Part[]
}

interface Part {
  readonly component: Component
  readonly ladder: Ladder
  readonly ranking: Ranking
  readonly shelves: Shelves
}

/** A drawing: nodes by their left border and middle; `routes` has the columns that each edge passes on its way. */
export interface Layout {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly width: number
  readonly height: number
  /** By edge, in the order given; without both ends. */
  readonly routes: readonly (readonly Waypoint[])[]
}

/** Layers and order of a graph: everything that does not depend on heights. Takes half a second for 5,000 vertices. */
export function arrange(count: number, pairs: readonly Pair[], metrics: Metrics): Structure {
  const parts = splitComponents(count, pairs).map((component): Part => {
    const acyclic = toAcyclic(component.vertices.length, component.pairs)
    const layers = assignLayers(component.vertices.length, acyclic)
    const ladder = toLadder(component.vertices.length, acyclic, layers)
    const ranking = orderLayers(ladder)
    return { component, ladder, ranking, shelves: toShelves(ladder, ranking, metrics) }
  })
  return { count, pairs, parts }
}

/** Puts an arranged graph into the plane. */
export function place(structure: Structure, heights: ArrayLike<number>, metrics: Metrics): Layout {
  const drawn = structure.parts.map((part) => placePart(part, heights, metrics))
  const packed = packShelves(drawn, metrics.partGap)
  const x = new Float64Array(structure.count)
  const y = new Float64Array(structure.count)
  const routes = new Map<number, readonly Waypoint[]>()
  const shifts = packed.places
  structure.parts.forEach(({ component, ladder, shelves }, index) => {
    const drawing = { ladder, shelves, part: drawn[index]!, shift: shifts[index]!, metrics }
    component.vertices.forEach((v, local) => {
      x[v] = leftOf(drawing, local)
      y[v] = middleOf(drawing, local)
    })
    for (const [from, to] of component.pairs) {
      const key = component.vertices[from]! * structure.count + component.vertices[to]!
      routes.set(key, waypoints(drawing, from, to))
    }
  })
  const routeList = structure.pairs.map(
    ([from, to]) => routes.get(from * structure.count + to) ?? [],
  )
  return { x, y, width: packed.width, height: packed.height, routes: routeList }
}

function placePart(part: Part, heights: ArrayLike<number>, metrics: Metrics): PlacedPart {
  const { component, shelves } = part
  const { rungs, sizes } = shelves
  const own = new Float64Array(rungs.real)
  component.vertices.forEach((v, local) => {
    const shelf = shelves.shelfOf[local]!
    const lane = sizes[rungs.layers[shelf]!]! > 1 ? metrics.laneRoom : 0
    own[shelf] = Math.max(own[shelf]!, heights[v]! + lane)
  })
  const middles = placeVertices(rungs, shelves.ranking, { heights: own, ...metrics })
  const columns = placeColumns(shelves, middles, metrics)
  let height = 0
  for (let v = 0; v < rungs.count; v++) height = Math.max(height, middles[v]! + (own[v] ?? 0) / 2)
  const width = columns.at(-1)! + shelfWidth(sizes.at(-1)!, metrics)
  return { middles, heights: own, columns, width, height }
}

/** How much room edges get for what they rise and fall: enough to be told apart, and a bound. */
const slope = 0.2
const mostRoom = 2600

function placeColumns(
  { rungs, sizes }: Shelves,
  middles: Float64Array,
  metrics: Metrics,
): readonly number[] {
  const rise = new Float64Array(rungs.layerCount)
  const steps = new Float64Array(rungs.layerCount)
  for (let v = 0; v < rungs.count; v++) {
    const layer = rungs.layers[v]!
    for (const next of neighbours(rungs.next, v)) {
      rise[layer]! += Math.abs(middles[next]! - middles[v]!)
      steps[layer]!++
    }
  }
  const columns = [0]
  for (let layer = 0; layer + 1 < rungs.layerCount; layer++) {
    const room = Math.min(mostRoom, (slope * rise[layer]!) / Math.max(1, steps[layer]!))
    const width = shelfWidth(sizes[layer]!, metrics)
    columns.push(columns[layer]! + width + metrics.columnGap + Math.round(room))
  }
  return columns
}
