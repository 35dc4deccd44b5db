import { catalogue, positionAt, type Code, type Diagnostic } from '@btn/diagnostics'
import { count, line, type Entry } from './entry.ts'

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

/** Numbered like deprecations, but told each time and not summed up: one is an example of what another one counts, two are the adapter's. */
const NOT_COUNTED: ReadonlySet<Code> = new Set([
  'adapter-method-deprecated',
  'freshness-table-returned',
  'name-with-spaces',
])

/** dbt numbers its deprecations D001 and up. */
export function isDeprecation({ code, severity }: Diagnostic): boolean {
  const isNumbered = catalogue[code].dbt?.code.startsWith('D') === true
  return severity === 'warning' && isNumbered && !NOT_COUNTED.has(code)
}

/**
 * dbt's last word on deprecations: how often each was met, by its name of the event. People have seen them with their places; this is for
 * programs and the log file.
 */
export function deprecationsSummary(
  told: readonly Diagnostic[],
  showsAll: boolean,
): readonly Entry[] {
  const summaries = new Map<string, Summary>()
  for (const item of told.filter(isDeprecation)) {
    const event = catalogue[item.code].dbt
    if (!event) continue
    const { occurrences = 0 } = summaries.get(event.name) ?? {}
    const met = { event_name: event.name, event_code: event.code, occurrences: occurrences + 1 }
    summaries.set(event.name, met)
  }
  if (summaries.size === 0) return []
  const all = [...summaries.values()]
  const lines = all.map((it) => `- ${it.event_name}: ${count(it.occurrences, 'occurrence')}`)
  const text = ['Deprecations that were met:', ...lines].join('\n')
  const entry = line('DeprecationsSummary', 'D028', text, {
    summaries: all.map((it) => ({ ...it })),
    show_all_hint: !showsAll,
  })
  return [{ ...entry, level: 'warn', show: 'structured' }]
}

interface Summary {
  readonly event_name: string
  readonly event_code: string
  readonly occurrences: number
}
