import { toAdjacency, type Adjacency, type Pair } from '../layout/adjacency.ts'
import { arrange, place, type Layout, type Structure } from '../layout/layout.ts'
import { cardHeight, columnHeight, foldCorner, heightOf, metrics } from './metrics.ts'
import type { ProjectGraph } from './project.ts'
import { SpatialIndex, type Rect } from './spatial.ts'

/** What is drawn: some rows of the project, with their places. Nodes of a scene are counted from zero; `rows` leads back. */
export interface Scene {
  readonly project: ProjectGraph
  readonly rows: readonly number[]
  readonly nodeOf: ReadonlyMap<number, number>
  readonly pairs: readonly Pair[]
  readonly parents: Adjacency
  readonly children: Adjacency
  readonly structure: Structure
  readonly layout: Layout
  /** Columns that a node shows, by node. */
  readonly open: ReadonlyMap<number, readonly string[]>
  readonly boxes: readonly Rect[]
  readonly index: SpatialIndex
}

/** Columns of unfolded rows, by row. */
export type OpenRows = ReadonlyMap<number, readonly string[]>

/** Lays out some rows, from nothing. */
export function makeScene(project: ProjectGraph, rows: readonly number[], open: OpenRows): Scene {
  const nodeOf = new Map(rows.map((row, node) => [row, node]))
  const pairs = project.pairs.flatMap(([from, to]): Pair[] => {
    const [a, b] = [nodeOf.get(from), nodeOf.get(to)]
    return a === undefined || b === undefined ? [] : [[a, b]]
  })
  const structure = arrange(rows.length, pairs, metrics)
  const parents = toAdjacency(rows.length, pairs, 'from')
  const children = toAdjacency(rows.length, pairs, 'to')
  return placeScene({ project, rows, nodeOf, pairs, parents, children, structure }, open)
}

/** The same with other columns unfolded: order and layers stay, so nothing jumps. */
export function reopenScene(scene: Scene, open: OpenRows): Scene {
  return placeScene(scene, open)
}

type Plan = Omit<Scene, 'layout' | 'open' | 'boxes' | 'index'>

function placeScene(plan: Plan, openRows: OpenRows): Scene {
  const open = new Map<number, readonly string[]>()
  for (const [row, columns] of openRows) {
    const node = plan.nodeOf.get(row)
    if (node !== undefined && columns.length > 0) open.set(node, columns)
  }
  const heights = plan.rows.map((_, node) => heightOf(open.get(node)?.length ?? 0))
  const layout = place(plan.structure, heights, metrics)
  const boxes = plan.rows.map((_, node): Rect => {
    const top = layout.y[node]! - heights[node]! / 2
    const left = layout.x[node]!
    return { left, top, right: left + metrics.nodeWidth, bottom: top + heights[node]! }
  })
  return { ...plan, layout, open, boxes, index: new SpatialIndex(boxes) }
}

export interface Hit {
  readonly node: number
  /** The column there, by its place in the list. */
  readonly column: number | undefined
  /** In the corner that folds and unfolds. */
  readonly isFold: boolean
}

/** What lies at a point. */
export function hitTest(scene: Scene, x: number, y: number): Hit | undefined {
  const node = scene.index.search({ left: x, right: x, top: y, bottom: y }).at(-1)
  if (node === undefined) return undefined
  const { top, right } = scene.boxes[node]!
  const row = Math.floor((y - top - cardHeight) / columnHeight)
  const columns = scene.open.get(node)?.length ?? 0
  const isHead = y < top + cardHeight
  return {
    node,
    column: row >= 0 && row < columns ? row : undefined,
    isFold: isHead && x > right - foldCorner && y > top + cardHeight - foldCorner,
  }
}

/** Where edges of a node begin and end: level with its name, or with a column that it shows. */
export function portOf(scene: Scene, node: number, column?: string): number {
  const { top } = scene.boxes[node]!
  const at = column === undefined ? -1 : (scene.open.get(node)?.indexOf(column) ?? -1)
  return at === -1 ? top + cardHeight / 2 : top + cardHeight + (at + 0.5) * columnHeight
}

export function wholeOf({ layout }: Scene): Rect {
  return { left: 0, top: 0, right: layout.width, bottom: layout.height }
}

export function around(rects: readonly Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined
  return {
    left: Math.min(...rects.map((it) => it.left)),
    top: Math.min(...rects.map((it) => it.top)),
    right: Math.max(...rects.map((it) => it.right)),
    bottom: Math.max(...rects.map((it) => it.bottom)),
  }
}
