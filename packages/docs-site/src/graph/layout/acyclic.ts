import { neighbours, toAdjacency, type Pair } from './adjacency.ts'

/**
 * The edges with those turned round that close a cycle, without loops and doubles. A dbt project has no cycles, but a
 * manifest may come from anywhere, and a drawing must not hang.
 */
export function toAcyclic(count: number, pairs: readonly Pair[]): readonly Pair[] {
  const plain = pairs.filter(([from, to]) => from !== to)
  const rank = finishRanks(count, plain)
  const seen = new Set<number>()
  const kept: Pair[] = []
  for (const [from, to] of plain) {
    const turned: Pair = rank[from]! > rank[to]! ? [from, to] : [to, from]
    const key = turned[0] * count + turned[1]
    if (seen.has(key)) continue
    seen.add(key)
    kept.push(turned)
  }
  return kept
}

/** When a depth-first walk left each vertex: in an acyclic graph every edge leads to a lower rank. */
function finishRanks(count: number, pairs: readonly Pair[]): Int32Array {
  const children = toAdjacency(count, pairs, 'to')
  const rank = new Int32Array(count).fill(-1)
  const next = children.starts.slice(0, count)
  const entered = new Uint8Array(count)
  let time = 0
  for (const root of rootsFirst(count, pairs)) {
    if (entered[root]) continue
    const stack = [root]
    entered[root] = 1
    while (stack.length > 0) {
      const v = stack.at(-1)!
      const end = children.starts[v + 1]!
      while (next[v]! < end && entered[children.items[next[v]!]!]) next[v]!++
      if (next[v]! < end) {
        const child = children.items[next[v]!]!
        entered[child] = 1
        stack.push(child)
      } else {
        rank[v] = time++
        stack.pop()
      }
    }
  }
  return rank
}

/** Vertices without parents first: then fewer edges of a cycle look back. */
function rootsFirst(count: number, pairs: readonly Pair[]): readonly number[] {
  const parents = toAdjacency(count, pairs, 'from')
  const all = Array.from({ length: count }, (_, v) => v)
  const isRoot = (v: number): boolean => neighbours(parents, v).length === 0
  return [...all.filter(isRoot), ...all.filter((v) => !isRoot(v))]
}
