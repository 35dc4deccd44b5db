import type { ReadColumn, RowHow } from '../types.ts'
import type { Value } from './value.ts'

/** Which columns decide about rows, and how. */
export type Uses = ReadonlyMap<ReadColumn, ReadonlySet<RowHow>>

export const noUses: Uses = new Map()

export function joinUses(all: readonly Uses[]): Uses {
  const filled = new Set(all.filter((uses) => uses.size > 0))
  if (filled.size < 2) return [...filled][0] ?? noUses
  const joined = new Map<ReadColumn, ReadonlySet<RowHow>>()
  for (const uses of filled) {
    uses.forEach((hows, origin) => {
      const known = joined.get(origin)
      joined.set(origin, known && known !== hows ? new Set([...known, ...hows]) : hows)
    })
  }
  return joined
}

/** What it means for rows that values decide about them. */
export function useOf(values: readonly Value[], how: RowHow): Uses {
  const hows = new Set([how])
  const direct = new Map<ReadColumn, ReadonlySet<RowHow>>()
  for (const { from } of values) for (const origin of from.keys()) direct.set(origin, hows)
  return joinUses([direct, ...values.map((value) => value.uses)])
}
