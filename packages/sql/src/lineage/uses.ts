import type { ReadColumn, RowHow } from '../types.ts'
import type { Value } from './value.ts'

/** Which columns decide about rows, and how. */
export type Uses = ReadonlyMap<ReadColumn, ReadonlySet<RowHow>>

export const noUses: Uses = new Map()

export function joinUses(all: readonly Uses[]): Uses {
  const filled = all.filter((uses) => uses.size > 0)
  if (filled.length < 2) return filled[0] ?? noUses
  const joined = new Map<ReadColumn, ReadonlySet<RowHow>>()
  for (const uses of new Set(filled)) {
    for (const [origin, hows] of uses) {
      const known = joined.get(origin)
      joined.set(origin, known ? new Set([...known, ...hows]) : hows)
    }
  }
  return joined
}

/** What it means for rows that values decide about them. */
export function useOf(values: readonly Value[], how: RowHow): Uses {
  const hows = new Set([how])
  const direct = values.map((value) => new Map([...value.from.keys()].map((it) => [it, hows])))
  return joinUses([...direct, ...values.map((value) => value.uses)])
}
