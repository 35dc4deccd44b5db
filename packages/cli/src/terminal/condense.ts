import { catalogue, type Diagnostic } from '@btn/diagnostics'

/**
 * Deprecations come by the dozen in projects that grew: the first of each kind is told in full, with the number of the
 * others, as dbt sums them up. Everything else stays.
 */
export function condenseDeprecations(items: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>()
  for (const { code } of items) counts.set(code, (counts.get(code) ?? 0) + 1)
  const told = new Set<string>()
  return items.flatMap((item) => {
    if (!isDeprecation(item)) return [item]
    if (told.has(item.code)) return []
    told.add(item.code)
    const others = (counts.get(item.code) ?? 1) - 1
    if (others === 0) return [item]
    const more = `${others} more like it; --show-all-deprecations shows them.`
    return [{ ...item, hint: item.hint === undefined ? more : `${item.hint} ${more}` }]
  })
}

/** dbt numbers its deprecations D001 and up. */
function isDeprecation({ code, severity }: Diagnostic): boolean {
  return severity === 'warning' && catalogue[code].dbt?.code.startsWith('D') === true
}
