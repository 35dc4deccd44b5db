import type { Pair } from './adjacency.ts'

/** A part of the graph that no edge leaves: its vertices in their order, its edges by places in that list. */
export interface Component {
  readonly vertices: readonly number[]
  readonly pairs: readonly Pair[]
}

/** The connected parts, biggest first, then by their first vertex. */
export function splitComponents(count: number, pairs: readonly Pair[]): readonly Component[] {
  const roots = unite(count, pairs)
  const parts = new Map<number, { vertices: number[]; pairs: Pair[] }>()
  const local = new Int32Array(count)
  for (let v = 0; v < count; v++) {
    const part = parts.get(roots[v]!) ?? { vertices: [], pairs: [] }
    parts.set(roots[v]!, part)
    local[v] = part.vertices.length
    part.vertices.push(v)
  }
  for (const [from, to] of pairs) parts.get(roots[from]!)?.pairs.push([local[from]!, local[to]!])
  return [...parts.values()].sort((a, b) => b.vertices.length - a.vertices.length)
}

/** For each vertex the one that stands for its component. */
function unite(count: number, pairs: readonly Pair[]): Int32Array {
  const parent = Int32Array.from({ length: count }, (_, v) => v)
  const find = (v: number): number => {
    let root = v
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!
    return root
  }
  for (const [from, to] of pairs) {
    const [a, b] = [find(from), find(to)]
    parent[Math.max(a, b)] = Math.min(a, b)
  }
  return parent.map((_, v) => find(v))
}
