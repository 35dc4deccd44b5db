import type { JsonObject } from '../data/index.ts'
import type { Catalog, CatalogColumn } from './catalog.ts'
import type { Entry } from './entries.ts'
import { entriesAt, settled, textAt } from './json.ts'
import type { Lineage, LineageColumn } from './lineage.ts'

/** A column with all that artifacts say of it. */
export interface KnownColumn {
  readonly name: string
  readonly type?: string
  /** As the properties file describes it. */
  readonly json?: JsonObject
  readonly catalog?: CatalogColumn
  readonly lineage?: LineageColumn
  /** Its own words; where nobody wrote any, the comment in the database. */
  readonly text?: string
}

/**
 * The columns of a node in the order of the relation: as the database has it, else as lineage knows it, else as described. A column that is
 * described and is not there comes at the end.
 */
export function columnsOf(
  entry: Entry,
  catalog: Catalog,
  lineage: Lineage,
): readonly KnownColumn[] {
  const inCatalog = catalog.get(entry.id)?.columns ?? []
  const inLineage = lineage.nodes.get(entry.id)?.columns ?? []
  const declared = entriesAt(entry.json, 'columns').map(([key, json]) => ({
    name: textAt(json, 'name') ?? key,
    json,
  }))
  const drafts = new Map<string, Parts>()
  const add = (name: string, part: Omit<Parts, 'name'>): void => {
    const key = name.toLowerCase()
    drafts.set(key, { name, ...part, ...drafts.get(key) })
  }
  for (const it of inCatalog) add(it.name, { catalog: it })
  for (const it of inLineage) add(it.name, { lineage: it })
  for (const { name, json } of declared) add(name, { json })
  return [...drafts.values()].map(toColumn)
}

interface Parts {
  readonly name: string
  readonly json?: JsonObject
  readonly catalog?: CatalogColumn
  readonly lineage?: LineageColumn
}

function toColumn(parts: Parts): KnownColumn {
  const { json, catalog, lineage } = parts
  const type = [catalog?.type, lineage?.type, textAt(json, 'data_type')].find((it) => it)
  const text = textAt(json, 'description') ?? catalog?.comment
  return settled<KnownColumn>({ ...parts, type, text })
}
