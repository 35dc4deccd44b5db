import type { View } from '../draw/look.ts'
import type { Rect } from '../scene/spatial.ts'

export const leastScale = 0.004
export const mostScale = 2.5

/** The view after its content moved by some pixels. */
export function panned(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale }
}

/** The view at another zoom, with the point below (x, y) where it was. */
export function zoomed(view: View, factor: number, x: number, y: number): View {
  const scale = Math.max(leastScale, Math.min(mostScale, view.scale * factor))
  return {
    ...view,
    scale,
    x: view.x + x / view.scale - x / scale,
    y: view.y + y / view.scale - y / scale,
  }
}

/** The view that shows an area, no closer than `most`. */
export function fitted(view: View, area: Rect, most = 1, margin = 40): View {
  const width = Math.max(1, area.right - area.left)
  const height = Math.max(1, area.bottom - area.top)
  const [roomX, roomY] = [view.width - margin * 2, view.height - margin * 2]
  const scale = Math.max(
    leastScale,
    Math.min(most, Math.max(1, roomX) / width, Math.max(1, roomY) / height),
  )
  return centred({ ...view, scale }, (area.left + area.right) / 2, (area.top + area.bottom) / 2)
}

export function centred(view: View, x: number, y: number): View {
  return { ...view, x: x - view.width / 2 / view.scale, y: y - view.height / 2 / view.scale }
}

export function toPlane(view: View, x: number, y: number): readonly [x: number, y: number] {
  return [view.x + x / view.scale, view.y + y / view.scale]
}

/** Halfway from one view to another: zoom changes by factors, places by what is seen of them. */
export function between(from: View, to: View, part: number): View {
  const scale = from.scale * (to.scale / from.scale) ** part
  const at = (a: number, b: number): number => a + (b - a) * part
  const middle = (view: View): readonly [number, number] => [
    view.x + view.width / 2 / view.scale,
    view.y + view.height / 2 / view.scale,
  ]
  const [a, b] = [middle(from), middle(to)]
  return centred({ ...to, scale }, at(a[0], b[0]), at(a[1], b[1]))
}
