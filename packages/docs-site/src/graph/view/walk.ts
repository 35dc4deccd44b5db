import { nextTo } from '../scene/lit.ts'
import type { Scene } from '../scene/scene.ts'

/** The node that an arrow leads to: along an edge, or up and down in the column; undefined where there is none. */
export function walkTo(
  scene: Scene,
  from: number | undefined,
  to: 'parent' | 'child' | 'above' | 'below',
): number | undefined {
  if (from === undefined) return firstNode(scene)
  if (to === 'parent') return nearest(scene, from, nextTo(scene, scene.parents, from))
  if (to === 'child') return nearest(scene, from, nextTo(scene, scene.children, from))
  const { x, y } = scene.layout
  const sign = to === 'below' ? 1 : -1
  let best: number | undefined
  for (let node = 0; node < scene.rows.length; node++) {
    if (x[node] !== x[from] || (y[node]! - y[from]!) * sign <= 0) continue
    if (best === undefined || (y[node]! - y[best]!) * sign < 0) best = node
  }
  return best
}

function firstNode({ rows, layout: { x, y } }: Scene): number | undefined {
  let best: number | undefined
  rows.forEach((_, node) => {
    const isBefore =
      best === undefined || x[node]! < x[best]! || (x[node] === x[best] && y[node]! < y[best]!)
    if (isBefore) best = node
  })
  return best
}

function nearest(scene: Scene, from: number, nodes: readonly number[]): number | undefined {
  const { y } = scene.layout
  return [...nodes].sort((a, b) => Math.abs(y[a]! - y[from]!) - Math.abs(y[b]! - y[from]!))[0]
}
