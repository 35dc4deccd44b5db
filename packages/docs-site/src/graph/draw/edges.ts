import type { How } from '../../data/index.ts'
import { curvesOf, distinctCurves, drawCurve, type Curve, type Pen } from '../scene/curves.ts'
import type { ColumnStep } from '../scene/columns.ts'
import type { Lit } from '../scene/lit.ts'
import type { Scene } from '../scene/scene.ts'
import { isTouching, type Rect } from '../scene/spatial.ts'

/** Edges that lie near each other, as one path to stroke. */
export interface Batch {
  readonly area: Rect
  readonly curves: readonly Curve[]
  /** As curves, and as straight lines for when nobody can tell the difference; made when they are first seen so. */
  curved?: Path2D
  straight?: Path2D
}

const batchSize = 96
/** Below this zoom edges are straight. */
const curveScale = 0.14

const known = new WeakMap<Scene, Edges>()

export interface Edges {
  readonly batches: readonly Batch[]
  /** Of all edges together. */
  readonly length: number
}

/** All edges of a scene in batches; made once. */
export function edgesOf(scene: Scene): Edges {
  let edges = known.get(scene)
  if (!edges) {
    const curves = distinctCurves(scene, scene.pairs.keys())
    const length = curves.reduce((sum, { x1, y1, x2, y2 }) => sum + Math.hypot(x2 - x1, y2 - y1), 0)
    edges = { batches: toBatches(curves), length }
    known.set(scene, edges)
  }
  return edges
}

function toBatches(curves: readonly Curve[]): readonly Batch[] {
  const sorted = [...curves].sort((a, b) => a.x1 - b.x1 || a.y1 + a.y2 - b.y1 - b.y2)
  const batches: Batch[] = []
  for (let at = 0; at < sorted.length; at += batchSize) {
    batches.push(toBatch(sorted.slice(at, at + batchSize)))
  }
  return batches
}

function toBatch(curves: readonly Curve[]): Batch {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x1, y1, x2, y2 } of curves) {
    left = Math.min(left, x1, x2)
    right = Math.max(right, x1, x2)
    top = Math.min(top, y1, y2)
    bottom = Math.max(bottom, y1, y2)
  }
  return { area: { left, top, right, bottom }, curves }
}

function pathOf(batch: Batch, scale: number): Path2D {
  return scale < curveScale
    ? (batch.straight ??= toPath(batch.curves, drawLine))
    : (batch.curved ??= toPath(batch.curves, drawCurve))
}

function toPath(curves: readonly Curve[], draw: (pen: Pen, curve: Curve) => void): Path2D {
  const path = new Path2D()
  for (const curve of curves) draw(path, curve)
  return path
}

function drawLine(pen: Pen, { x1, y1, x2, y2 }: Curve): void {
  pen.moveTo(x1, y1)
  pen.lineTo(x2, y2)
}

/** Strokes batches that touch an area, one at each step. */
export function* strokeBatches(
  context: CanvasRenderingContext2D,
  batches: readonly Batch[],
  area: Rect,
  scale: number,
): Generator<void> {
  for (const batch of batches) {
    if (!isTouching(batch.area, area)) continue
    context.stroke(pathOf(batch, scale))
    yield
  }
}

const litKnown = new WeakMap<
  Lit,
  { readonly up: readonly Batch[]; readonly down: readonly Batch[] }
>()

/** The lit edges, above and below. */
export function litBatches(
  scene: Scene,
  lit: Lit,
): { readonly up: readonly Batch[]; readonly down: readonly Batch[] } {
  let batches = litKnown.get(lit)
  if (!batches) {
    batches = {
      up: toBatches(distinctCurves(scene, lit.up)),
      down: toBatches(distinctCurves(scene, lit.down)),
    }
    litKnown.set(lit, batches)
  }
  return batches
}

/** A line style for each way a column comes from another one. */
export const howStyles: Readonly<
  Record<How, { readonly dash: readonly number[]; readonly width: number }>
> = {
  copied: { dash: [], width: 1.75 },
  renamed: { dash: [9, 3], width: 1.75 },
  computed: { dash: [4, 4], width: 1.75 },
  aggregated: { dash: [1.5, 4.5], width: 3 },
}

/** The pieces of a step between columns: the way of the edge between the nodes, from column to column; none where that edge is not drawn. */
export function stepCurves(scene: Scene, step: ColumnStep): readonly Curve[] {
  const from = scene.nodeOf.get(step.from)
  const to = scene.nodeOf.get(step.to)
  if (from === undefined || to === undefined) return []
  const edge = edgeBetween(scene, from, to)
  return edge === undefined
    ? []
    : curvesOf(scene, edge, { from: step.fromColumn, to: step.toColumn })
}

const edgesKnown = new WeakMap<Scene['pairs'], ReadonlyMap<number, number>>()

export function edgeBetween({ pairs, rows }: Scene, from: number, to: number): number | undefined {
  let edges = edgesKnown.get(pairs)
  if (!edges) {
    edges = new Map(pairs.map(([a, b], edge) => [a * rows.length + b, edge]))
    edgesKnown.set(pairs, edges)
  }
  return edges.get(from * rows.length + to)
}
