import type { QueryColumns, ReadColumn } from '../src/index.ts'

/** `t.a`, `s.w.Q q`, `read_csv.x`. */
export function showColumn({ relation, column }: ReadColumn): string {
  if (relation.kind === 'function') return `${relation.name}.${column}`
  const schema = relation.schema === 'main' ? '' : `${relation.schema}.`
  return `${schema}${relation.name}.${column}`
}

/** The lineage of a query in few words, as the cases say it; parts in alphabetical order. */
export function showLineage(query: QueryColumns): Readonly<Record<string, string>> {
  const columns = query.columns.map(
    ({ name, from }) => [name, list(from.map((it) => `${it.how} ${showColumn(it)}`))] as const,
  )
  return Object.fromEntries(columns)
}

export function showUses(query: QueryColumns): string {
  return list(query.uses.map((it) => `${it.how} ${showColumn(it)}`))
}

/** Brings what a case says into the order in which it is compared. */
export function inOrder(text: string): string {
  return list(text === '' ? [] : text.split(', '))
}

function list(items: readonly string[]): string {
  return items.toSorted().join(', ')
}
