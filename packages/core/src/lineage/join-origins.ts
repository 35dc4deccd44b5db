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
    found.set(key, known ? joinTwo(known, origin) : origin)
  }
  return [...found.values()]
}

/** What can be read from one of them can be read. */
function joinTwo(one: ColumnOrigin, other: ColumnOrigin): ColumnOrigin {
  const isStronger = STRENGTH.indexOf(one.how) < STRENGTH.indexOf(other.how)
  const { hidden: _, ...strongest } = isStronger ? other : one
  return one.hidden && other.hidden ? { ...strongest, hidden: true } : strongest
}
