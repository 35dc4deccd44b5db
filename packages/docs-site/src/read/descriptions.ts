import type { KnownColumn } from './columns.ts'
import { columnKey, type LineageEdge, type Origin } from './lineage.ts'

export interface Inherited extends Origin {
  readonly text: string
}

type Columns = ReadonlyMap<string, readonly KnownColumn[]>

/**
 * What columns without words of their own inherit, by `columnKey`: the description of the column that they copy or rename, also over
 * several steps. A column that copies several (of a union) inherits what they agree on.
 */
export function inheritDescriptions(columns: Columns): ReadonlyMap<string, Inherited> {
  const byKey = new Map<string, KnownColumn>()
  for (const [id, list] of columns) {
    for (const it of list) byKey.set(columnKey(id, it.name), it)
  }
  const known = new Map<string, Inherited | undefined>()
  for (const [id, list] of columns) {
    for (const it of list) {
      if (it.text === undefined) resolve(columnKey(id, it.name), { byKey, known })
    }
  }
  const found = new Map<string, Inherited>()
  for (const [key, inherited] of known) {
    if (inherited) found.set(key, inherited)
  }
  return found
}

interface Resolving {
  readonly byKey: ReadonlyMap<string, KnownColumn>
  readonly known: Map<string, Inherited | undefined>
}

function resolve(key: string, resolving: Resolving): Inherited | undefined {
  const { byKey, known } = resolving
  if (known.has(key)) return known.get(key)
  // Lineage of a snapshot may lead back to itself.
  known.set(key, undefined)
  const edges = byKey.get(key)?.lineage?.from ?? []
  const found = edges.every(isCopy) ? agreed(edges, resolving) : undefined
  known.set(key, found)
  return found
}

function isCopy({ how }: LineageEdge): boolean {
  return how === 'copied' || how === 'renamed'
}

function agreed(edges: readonly LineageEdge[], resolving: Resolving): Inherited | undefined {
  const all = edges.flatMap(({ node, column }): readonly Inherited[] => {
    const key = columnKey(node, column)
    const text = resolving.byKey.get(key)?.text
    if (text !== undefined) return [{ node, column, text }]
    const further = resolve(key, resolving)
    return further ? [further] : []
  })
  const [first, ...others] = all
  return others.every((it) => it.text === first?.text) ? first : undefined
}
