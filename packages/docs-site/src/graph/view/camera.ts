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

/** How to bring an area into sight. */
export interface Fit {
  /** No closer than this. */
  readonly most?: number
  readonly margin?: number
  readonly covered?: Covered
}

/** Pixels that something else covers. */
export interface Covered {
  readonly left: number
  readonly right: number
  readonly bottom: number
}

const free: Covered = { left: 0, right: 0, bottom: 0 }

/** The view that shows an area. */
export function fitted(
  view: View,
  area: Rect,
  { most = 1, margin = 28, covered = free }: Fit = {},
): View {
  const width = Math.max(1, area.right - area.left)
  const height = Math.max(1, area.bottom - area.top)
  const roomX = Math.max(1, view.width - covered.left - covered.right - margin * 2)
  const roomY = Math.max(1, view.height - covered.bottom - margin * 2)
  const scale = Math.max(leastScale, Math.min(most, roomX / width, roomY / height))
  const [x, y] = [(area.left + area.right) / 2, (area.top + area.bottom) / 2]
  return centred({ ...view, scale }, x, y, covered)
}

/** The view that shows an area beside a box in the lower left corner: as it is where the two do not meet, else to the right of the box or above it. */
export function fittedBeside(
  view: View,
  area: Rect,
  covered: Covered,
  corner: { readonly width: number; readonly height: number },
): View {
  const whole = fitted(view, area, { covered })
  const [x, y] = toPlane(whole, corner.width, view.height - corner.height)
  if (area.left > x || area.bottom < y) return whole
  const beside = fitted(view, area, { covered: { ...covered, left: corner.width } })
  const above = fitted(view, area, { covered: { ...covered, bottom: corner.height } })
  return beside.scale >= above.scale ? beside : above
}

/** The view with a point in the middle of what is not covered. */
export function centred(view: View, x: number, y: number, covered: Covered = free): View {
  return {
    ...view,
    x: x - (view.width + covered.left - covered.right) / 2 / view.scale,
    y: y - (view.height - covered.bottom) / 2 / view.scale,
  }
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
