import type { ColumnStep, ColumnWay } from '../scene/columns.ts'
import { drawCurve } from '../scene/curves.ts'
import { above, below, centre } from '../scene/lit.ts'
import type { Scene } from '../scene/scene.ts'
import type { Rect } from '../scene/spatial.ts'
import { drawCard, drawDots, drawRing } from './card.ts'
import { edgesOf, howStyles, litBatches, stepCurves, strokeBatches } from './edges.ts'
import { nameScale, type Look, type View } from './look.ts'

type Context = CanvasRenderingContext2D

/** Below this zoom a node is a box of its colour. */
const dotScale = 0.16
const fadedEdges = 0.14
const fadedNodes = 0.3
const cardsAtOnce = 24

/**
 * Paints a part of a scene, in small steps: whoever calls decides how many fit between two frames. The context's units are pixels of the page.
 */
export function* paint(context: Context, look: Look, view: View): Generator<void> {
  const area = areaOf(view)
  context.fillStyle = look.theme.soft
  context.fillRect(0, 0, view.width, view.height)
  context.save()
  context.scale(view.scale, view.scale)
  context.translate(-view.x, -view.y)
  try {
    yield* paintEdges(context, look, area, view.scale)
    const nodes = look.scene.index.search(area)
    const isFaded = fadeOf(look)
    yield* paintNodes(context, look, nodes.filter(isFaded), {
      scale: view.scale,
      alpha: fadedNodes,
    })
    if (look.way) yield* paintWay(context, look.scene, look.way, look)
    const plain = nodes.filter((node) => !isFaded(node))
    yield* paintNodes(context, look, plain, { scale: view.scale, alpha: 1 })
  } finally {
    context.restore()
  }
}

export function areaOf({ x, y, scale, width, height }: View): Rect {
  return { left: x, top: y, right: x + width / scale, bottom: y + height / scale }
}

function fadeOf({ lit, way, scene }: Look): (node: number) => boolean {
  if (way) return (node) => !way.columns.has(scene.rows[node]!)
  return lit ? (node) => lit.nodes[node] === 0 : () => false
}

function* paintEdges(context: Context, look: Look, area: Rect, scale: number): Generator<void> {
  const { scene, theme, lit, way } = look
  // A line keeps its width on the screen, but no line is thinner than half a pixel.
  const width = Math.max(0.6, Math.min(1.4, scale * 1.6)) / scale
  context.strokeStyle = theme.edge
  context.lineWidth = width
  context.globalAlpha = lit || way ? fadedEdges : alphaFor(scene, width)
  yield* strokeBatches(context, edgesOf(scene).batches, area, scale)
  context.globalAlpha = 1
  if (!lit || way) return
  const batches = litBatches(scene, lit)
  context.lineWidth = width * 1.5
  context.globalAlpha = 0.9
  context.strokeStyle = theme.up
  yield* strokeBatches(context, batches.up, area, scale)
  context.strokeStyle = theme.down
  yield* strokeBatches(context, batches.down, area, scale)
  context.globalAlpha = 1
}

/** Where edges would cover the ground between the nodes, they are fainter: a texture, with the nodes in front. */
function alphaFor(scene: Scene, width: number): number {
  const { layout } = scene
  const cover = (edgesOf(scene).length * width) / (layout.width * layout.height + 1)
  return Math.max(0.07, Math.min(0.75, 0.3 / cover))
}

interface Strength {
  readonly scale: number
  readonly alpha: number
}

function* paintNodes(
  context: Context,
  look: Look,
  nodes: readonly number[],
  { scale, alpha }: Strength,
): Generator<void> {
  context.globalAlpha = alpha
  if (scale < dotScale) drawDots(context, look, nodes, scale)
  else {
    for (const [at, node] of nodes.entries()) {
      drawCard(context, look, node, scale)
      if (at % cardsAtOnce === cardsAtOnce - 1) yield
    }
  }
  if (look.lit && alpha === 1 && scale >= nameScale) {
    for (const node of nodes) {
      const ring = { [above]: look.theme.up, [below]: look.theme.down }[look.lit.nodes[node]!]
      if (ring !== undefined && look.lit.nodes[node] !== centre)
        drawRing(context, look, node, ring, 1.5)
    }
  }
  context.globalAlpha = 1
  yield
}

/** Lines between columns, by how the one comes from the other. */
function* paintWay(context: Context, scene: Scene, way: ColumnWay, look: Look): Generator<void> {
  const { theme } = look
  context.lineCap = 'round'
  for (const step of way.steps) {
    const style = howStyles[step.how]
    context.lineWidth = style.width
    context.setLineDash([...style.dash])
    context.strokeStyle = isAbove(way, step) ? theme.up : theme.down
    context.beginPath()
    for (const curve of stepCurves(scene, step)) drawCurve(context, curve)
    context.stroke()
  }
  context.setLineDash([])
  context.lineCap = 'butt'
  yield
}

export function isAbove(way: ColumnWay, step: ColumnStep): boolean {
  return way.up.has(step.from) && (way.up.has(step.to) || step.to === way.row)
}
