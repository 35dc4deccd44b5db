import { metrics } from './metrics.ts'
import { portOf, type Scene } from './scene.ts'

/** A piece of an edge between two columns of nodes, and the level stretch past a node before it. */
export interface Curve {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface Ends {
  /** Columns that the edge joins, where it is one between columns. */
  readonly from?: string
  readonly to?: string
}

/** The pieces of an edge, from left to right: curves between columns of nodes, level lines past nodes. */
export function curvesOf(scene: Scene, edge: number, ends: Ends = {}): readonly Curve[] {
  const [from, to] = scene.pairs[edge]!
  const { layout } = scene
  const curves: Curve[] = []
  let x = layout.x[from]! + metrics.nodeWidth
  let y = portOf(scene, from, ends.from)
  for (const stop of layout.routes[edge]!) {
    curves.push({ x1: x, y1: y, x2: stop.left, y2: stop.y })
    curves.push({ x1: stop.left, y1: stop.y, x2: stop.right, y2: stop.y })
    x = stop.right
    y = stop.y
  }
  curves.push({ x1: x, y1: y, x2: layout.x[to]!, y2: portOf(scene, to, ends.to) })
  return curves
}

/** Pieces of several edges, each once: long edges of a node share their way. */
export function distinctCurves(scene: Scene, edges: Iterable<number>): readonly Curve[] {
  const found = new Map<string, Curve>()
  for (const edge of edges) {
    for (const curve of curvesOf(scene, edge)) {
      found.set(`${curve.x1} ${curve.y1} ${curve.x2} ${curve.y2}`, curve)
    }
  }
  return [...found.values()]
}

/** What a path of a canvas and the text of an SVG path have in common. */
export interface Pen {
  readonly moveTo: (x: number, y: number) => void
  readonly lineTo: (x: number, y: number) => void
  readonly bezierCurveTo: (
    ax: number,
    ay: number,
    bx: number,
    by: number,
    x: number,
    y: number,
  ) => void
}

export function drawCurve(pen: Pen, { x1, y1, x2, y2 }: Curve): void {
  pen.moveTo(x1, y1)
  const isBack = x2 < x1
  if (y1 === y2 && !isBack) pen.lineTo(x2, y2)
  else {
    // An edge that closes a cycle runs back, and swings out to be seen.
    const pull = isBack ? 80 : (x2 - x1) / 2
    pen.bezierCurveTo(x1 + pull, y1, x2 - pull, y2, x2, y2)
  }
}
