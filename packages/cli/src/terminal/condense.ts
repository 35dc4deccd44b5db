import { catalogue, positionAt, type Code, type Diagnostic } from '@btn/diagnostics'

/**
 * Deprecations come by the dozen in projects that grew: the first ones of each kind are told in full, of the others the number
 * and where they are, as dbt sums them up. Everything else stays.
 */
export function condenseDeprecations(items: readonly Diagnostic[]): readonly Diagnostic[] {
  const groups = new Map<Code, Diagnostic[]>()
  for (const item of items.filter(isDeprecation)) {
    const group = groups.get(item.code)
    if (group) group.push(item)
    else groups.set(item.code, [item])
  }
  const shown = new Map<Diagnostic, Diagnostic>()
  for (const [code, group] of groups) {
    const told = group.slice(0, TOLD.get(code) ?? 1)
    const others = group.slice(told.length)
    const last = told.pop()
    for (const item of told) shown.set(item, item)
    if (last) shown.set(last, others.length === 0 ? last : withOthers(last, others))
  }
  return items.flatMap((item) => (isDeprecation(item) ? (shown.get(item) ?? []) : item))
}

/** Words that are misspelt are mistakes of today: some of them are told in full. */
const TOLD = new Map<Code, number>([
  ['config-key-unknown', 5],
  ['yaml-key-unknown', 5],
  ['yaml-key-unknown-top', 5],
])
const MAX_PLACES = 4

function withOthers(item: Diagnostic, others: readonly Diagnostic[]): Diagnostic {
  const places = others.flatMap(({ span }) => {
    if (!span) return []
    const { line, column } = positionAt(span.source, span.start)
    return [`${span.source.path}:${line}:${column}`]
  })
  const rest = places.length > MAX_PLACES ? ', …' : ''
  const where = places.length === 0 ? '' : ` (${places.slice(0, MAX_PLACES).join(', ')}${rest})`
  const more = `${others.length} more like it${where}; --show-all-deprecations shows them.`
  return { ...item, hint: item.hint === undefined ? more : `${item.hint} ${more}` }
}

/** dbt numbers its deprecations D001 and up. */
function isDeprecation({ code, severity }: Diagnostic): boolean {
  return severity === 'warning' && catalogue[code].dbt?.code.startsWith('D') === true
}
