import { routeOf, type Ladder } from './ladder.ts'
import type { Metrics } from './metrics.ts'
import type { Box } from './pack.ts'
import { shelfWidth, type Shelves } from './shelves.ts'

/** Where an edge passes: straight within a column, curved between two. */
export interface Waypoint {
  readonly left: number
  readonly right: number
  readonly y: number
}

export interface PlacedPart extends Box {
  /** By vertex of the shelves' rungs. */
  readonly middles: Float64Array
  /** By shelf. */
  readonly heights: Float64Array
  /** The left border of each layer. */
  readonly columns: readonly number[]
}

/** A part of a graph in its place. */
export interface Drawing {
  readonly ladder: Ladder
  readonly shelves: Shelves
  readonly part: PlacedPart
  readonly shift: { readonly x: number; readonly y: number }
  readonly metrics: Metrics
}

export function leftOf({ ladder, shelves, part, shift, metrics }: Drawing, v: number): number {
  const slot = shelves.slots[v] ?? 0
  const column = part.columns[ladder.layers[v]!]!
  return shift.x + column + slot * (metrics.nodeWidth + metrics.slotGap)
}

export function middleOf({ shelves, part, shift }: Drawing, v: number): number {
  return shift.y + part.middles[shelves.shelfOf[v]!]!
}

/** Where an edge passes on its way: layers in between, and others on the shelves where it begins and ends. */
export function waypoints(drawing: Drawing, from: number, to: number): readonly Waypoint[] {
  const { ladder } = drawing
  const isTurned = ladder.layers[from]! > ladder.layers[to]!
  const [first, last] = isTurned ? [to, from] : [from, to]
  const passed = routeOf(ladder, first, last)
    .slice(1, -1)
    .map((v) => acrossLayer(drawing, v, middleOf(drawing, v)))
  const after = passed[0]?.y ?? middleOf(drawing, last)
  const before = passed.at(-1)?.y ?? middleOf(drawing, first)
  const whole = [
    ...outOfShelf(drawing, first, after),
    ...passed,
    ...intoShelf(drawing, last, before),
  ]
  return isTurned ? whole.toReversed() : whole
}

function acrossLayer({ ladder, part, shelves, shift, metrics }: Drawing, v: number, y: number) {
  const layer = ladder.layers[v]!
  const left = shift.x + part.columns[layer]!
  return { left, right: left + shelfWidth(shelves.sizes[layer]!, metrics), y }
}

/** From a node that others stand to the right of: along the lane above or below them. */
function outOfShelf(drawing: Drawing, v: number, towards: number): readonly Waypoint[] {
  const { shelves, ladder, metrics } = drawing
  if (shelves.slots[v]! === shelves.sizes[ladder.layers[v]!]! - 1) return []
  const way = acrossLayer(drawing, v, laneOf(drawing, v, towards))
  return [{ ...way, left: leftOf(drawing, v) + metrics.nodeWidth + metrics.slotGap }]
}

function intoShelf(drawing: Drawing, v: number, towards: number): readonly Waypoint[] {
  if (drawing.shelves.slots[v]! === 0) return []
  const way = acrossLayer(drawing, v, laneOf(drawing, v, towards))
  return [{ ...way, right: leftOf(drawing, v) - drawing.metrics.slotGap }]
}

/** The lane beside a shelf that is nearer to where an edge leads. */
function laneOf(drawing: Drawing, v: number, towards: number): number {
  const { shelves, part, metrics } = drawing
  const middle = middleOf(drawing, v)
  const away = part.heights[shelves.shelfOf[v]!]! / 2 + metrics.gap / 2 - metrics.laneRoom / 2
  return towards < middle ? middle - away : middle + away
}
