import type { Entry } from './entries.ts'
import { textAt } from './json.ts'
import { pushTo } from './push-to.ts'

/** Ids by the names that people and SQL use. */
export interface Names {
  /** Models and their like by the name in `ref`, sources by `source.table`. */
  readonly named: ReadonlyMap<string, readonly Entry[]>
  /** By the name of the relation in SQL. */
  readonly relations: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
  /** Tables of a source, by `package.source`. */
  readonly sourceTables: ReadonlyMap<string, readonly string[]>
}

export function readNames(entries: ReadonlyMap<string, Entry>): Names {
  const named = new Map<string, Entry[]>()
  const relations = new Map<string, string>()
  const groups = new Map<string, string>()
  const sourceTables = new Map<string, string[]>()
  for (const entry of entries.values()) {
    const name = nameInCode(entry)
    const relation = textAt(entry.json, 'relation_name')
    if (name !== undefined) pushTo(named, name, entry)
    if (name !== undefined && relation) relations.set(relation, entry.id)
    if (entry.kind === 'group') groups.set(entry.name, entry.id)
    if (entry.kind === 'source') pushTo(sourceTables, sourceKey(entry), entry.id)
  }
  return { named, relations, groups, sourceTables }
}

export function sourceKey({ package: owner, json }: Entry): string {
  return `${owner}.${textAt(json, 'source_name') ?? ''}`
}

/** What `ref('orders')`, `source('raw', 'orders')` or the name of a relation means. */
export function findTarget(text: string, { named, relations }: Names): string | undefined {
  const quoted = [...text.matchAll(/'([^']*)'|"([^"]*)"/g)].map((it) => it[1] ?? it[2] ?? '')
  const call = /^\s*(?:\{\{\s*)?(ref|source)\b/.exec(text)?.[1]
  if (call === undefined) return relations.get(text)
  const name = call === 'source' ? quoted.slice(0, 2).join('.') : quoted.at(-1)
  return name === undefined ? undefined : named.get(name)?.[0]?.id
}

function nameInCode({ kind, name, json }: Entry): string | undefined {
  if (kind === 'source') return name
  return kind === 'model' || kind === 'seed' || kind === 'snapshot'
    ? textAt(json, 'name')
    : undefined
}
