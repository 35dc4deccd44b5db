import { toAcyclic } from './acyclic.ts'
import type { Pair } from './adjacency.ts'
import { splitComponents, type Component } from './components.ts'
import type { Ranking } from './crossings.ts'
import { routeOf, toLadder, type Ladder } from './ladder.ts'
import { assignLayers } from './layers.ts'
import { orderLayers } from './order.ts'
import { packShelves, type Box } from './pack.ts'
import { placeVertices } from './place.ts'

/** Sizes of a drawing, in its own units: pixels at a zoom of one. */
export interface Metrics {
  readonly nodeWidth: number
  readonly gap: number
  readonly edgeGap: number
  /** Between two columns of nodes, at least. */
  readonly columnGap: number
  /** Between parts that nothing connects. */
  readonly partGap: number
}

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
}

/** Where an edge passes: straight within a column, curved between two. */
export interface Waypoint {
  readonly left: number
  readonly right: number
  readonly y: number
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
export function arrange(count: number, pairs: readonly Pair[]): Structure {
  const parts = splitComponents(count, pairs).map((component): Part => {
    const acyclic = toAcyclic(component.vertices.length, component.pairs)
    const layers = assignLayers(component.vertices.length, acyclic)
    const ladder = toLadder(component.vertices.length, acyclic, layers)
    return { component, ladder, ranking: orderLayers(ladder) }
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
  structure.parts.forEach(({ component, ladder }, index) => {
    const part = drawn[index]!
    const shift = shifts[index]!
    component.vertices.forEach((v, local) => {
      x[v] = shift.x + part.columns[ladder.layers[local]!]!
      y[v] = shift.y + part.middles[local]!
    })
    for (const [from, to] of component.pairs) {
      const key = component.vertices[from]! * structure.count + component.vertices[to]!
      routes.set(key, waypoints(ladder, part, shift, [from, to], metrics))
    }
  })
  const routeList = structure.pairs.map(
    ([from, to]) => routes.get(from * structure.count + to) ?? [],
  )
  return { x, y, width: packed.width, height: packed.height, routes: routeList }
}

interface PlacedPart extends Box {
  readonly middles: Float64Array
  /** The left border of each layer. */
  readonly columns: readonly number[]
}

function placePart(part: Part, heights: ArrayLike<number>, metrics: Metrics): PlacedPart {
  const { component, ladder, ranking } = part
  const own = component.vertices.map((v) => heights[v]!)
  const middles = placeVertices(ladder, ranking, { heights: own, ...metrics })
  const columns = placeColumns(ladder, middles, metrics)
  let height = 0
  for (let v = 0; v < ladder.count; v++) height = Math.max(height, middles[v]! + (own[v] ?? 0) / 2)
  return { middles, columns, width: columns.at(-1)! + metrics.nodeWidth, height }
}

/** How much room edges get for what they rise and fall: enough to be told apart, and a bound. */
const slope = 0.2
const mostRoom = 2600

function placeColumns(ladder: Ladder, middles: Float64Array, metrics: Metrics): readonly number[] {
  const rise = new Float64Array(ladder.layerCount)
  const steps = new Float64Array(ladder.layerCount)
  for (let v = 0; v < ladder.count; v++) {
    const layer = ladder.layers[v]!
    for (let at = ladder.next.starts[v]!; at < ladder.next.starts[v + 1]!; at++) {
      rise[layer]! += Math.abs(middles[ladder.next.items[at]!]! - middles[v]!)
      steps[layer]!++
    }
  }
  const columns = [0]
  for (let layer = 0; layer + 1 < ladder.layerCount; layer++) {
    const room = Math.min(mostRoom, (slope * rise[layer]!) / Math.max(1, steps[layer]!))
    columns.push(columns[layer]! + metrics.nodeWidth + metrics.columnGap + Math.round(room))
  }
  return columns
}

function waypoints(
  ladder: Ladder,
  part: PlacedPart,
  shift: { readonly x: number; readonly y: number },
  [from, to]: Pair,
  metrics: Metrics,
): readonly Waypoint[] {
  const isTurned = ladder.layers[from]! > ladder.layers[to]!
  const route = isTurned ? routeOf(ladder, to, from) : routeOf(ladder, from, to)
  const passed = route.slice(1, -1).map((v): Waypoint => {
    const left = shift.x + part.columns[ladder.layers[v]!]!
    return { left, right: left + metrics.nodeWidth, y: shift.y + part.middles[v]! }
  })
  return isTurned ? passed.toReversed() : passed
}
