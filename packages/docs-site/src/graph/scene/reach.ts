import { neighbours, type Adjacency } from '../layout/adjacency.ts'

/** The vertices within so many steps of `start`, which is among them. */
export function reach(edges: Adjacency, start: number, depth: number): Set<number> {
  const found = new Set([start])
  let layer = [start]
  for (let step = 0; step < depth && layer.length > 0; step++) {
    const next: number[] = []
    for (const v of layer) {
      for (const other of neighbours(edges, v)) {
        if (found.has(other)) continue
        found.add(other)
        next.push(other)
      }
    }
    layer = next
  }
  return found
}
