import { drawRing } from '../draw/card.ts'
import type { Look, View } from '../draw/look.ts'
import { curvesOf, drawCurve } from '../scene/curves.ts'
import { edgesAt } from '../scene/lit.ts'

export interface Pointed {
  readonly hovered: number | undefined
  readonly focused: number | undefined
}

/** What changes from frame to frame: the node below the pointer with its edges, and the one that is looked at. */
export function drawOverlay(
  context: CanvasRenderingContext2D,
  view: View,
  look: Look,
  { hovered, focused }: Pointed,
): void {
  context.save()
  context.scale(view.scale, view.scale)
  context.translate(-view.x, -view.y)
  const line = 2 / view.scale
  if (hovered !== undefined) {
    context.beginPath()
    for (const edge of edgesAt(look.scene, hovered)) {
      for (const curve of curvesOf(look.scene, edge)) drawCurve(context, curve)
    }
    context.strokeStyle = look.theme.accent
    context.lineWidth = Math.min(line, 2.5)
    if (view.scale < 0.5) context.lineWidth = line * 0.75
    context.stroke()
    drawRing(context, look, hovered, look.theme.accent, line * 0.75)
  }
  if (focused !== undefined)
    drawRing(context, look, focused, look.theme.accent, Math.max(line * 1.25, 2.5))
  context.restore()
}
