import type { BoundColumn, ColumnOrigin, NodeId } from '../types/index.ts'

/** From the weakest to the strongest. */
const STRENGTH = ['copied', 'renamed', 'computed', 'aggregated'] as const

/** Columns that come from one query or the other, leaving out what they take from themselves. */
export function joinOrigins(
  first: readonly BoundColumn[],
  other: readonly BoundColumn[],
  self: NodeId,
): readonly BoundColumn[] {
  const others = new Map(other.map((it) => [it.name.toLowerCase(), it.from]))
  return first.map((column) => {
    const more = (others.get(column.name.toLowerCase()) ?? []).filter(({ node }) => node !== self)
    return more.length === 0 ? column : { ...column, from: join([...column.from, ...more]) }
  })
}

function join(origins: readonly ColumnOrigin[]): readonly ColumnOrigin[] {
  const found = new Map<string, ColumnOrigin>()
  for (const origin of origins) {
    const key = `${origin.node} ${origin.column}`
    const known = found.get(key)
    if (!known || STRENGTH.indexOf(known.how) < STRENGTH.indexOf(origin.how)) found.set(key, origin)
  }
  return [...found.values()]
}
