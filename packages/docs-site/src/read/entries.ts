import { kinds, type JsonObject, type Kind } from '../data/index.ts'
import type { Artifacts } from './artifacts.ts'
import { entriesAt, objectAt, textAt, wordAt } from './json.ts'

/** Something with a page, as its artifact has it. */
export interface Entry {
  readonly id: string
  readonly kind: Kind
  /** As people call it. */
  readonly name: string
  readonly package: string
  readonly json: JsonObject
}

const sections = [
  'nodes',
  'sources',
  'exposures',
  'metrics',
  'semantic_models',
  'saved_queries',
  'unit_tests',
  'functions',
] as const

/** Everything with a page, in the order of kinds, then of packages (the project's first) and names. */
export function readEntries({ manifest, btn }: Artifacts): ReadonlyMap<string, Entry> {
  const found: Entry[] = []
  for (const section of sections) {
    for (const [id, json] of entriesAt(manifest, section)) add(found, id, json)
  }
  for (const section of ['reports', 'monitors']) {
    for (const [id, json] of entriesAt(btn, section)) add(found, id, json)
  }
  for (const [id, json] of entriesAt(manifest, 'macros')) add(found, id, json, 'macro')
  for (const [id, json] of entriesAt(manifest, 'groups')) add(found, id, json, 'group')
  const project = projectOf(manifest)
  found.sort((a, b) => compare(a, b, project))
  return new Map(found.map((it) => [it.id, it]))
}

export function projectOf(manifest: JsonObject): string {
  const named = textAt(objectAt(manifest, 'metadata'), 'project_name')
  if (named) return named
  // Until v9 the manifest did not say: the package of the most nodes is the best guess.
  const counts = new Map<string, number>()
  for (const [, node] of entriesAt(manifest, 'nodes')) {
    const owner = textAt(node, 'package_name') ?? ''
    counts.set(owner, (counts.get(owner) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'project'
}

const rank = new Map<string, number>(kinds.map((it, index) => [it, index]))

function add(found: Entry[], id: string, json: JsonObject, given?: Kind): void {
  const kind = given ?? kindOf(json)
  if (!kind) return
  const upgraded = withCode(json)
  const owner = textAt(json, 'package_name') ?? id.split('.')[1] ?? ''
  found.push({ id, kind, name: nameOf(kind, json, id), package: owner, json: upgraded })
}

function kindOf(json: JsonObject): Kind | undefined {
  const word = textAt(json, 'resource_type')
  return kinds.find((it) => it === word)
}

function nameOf(kind: Kind, json: JsonObject, id: string): string {
  const name = textAt(json, 'name') ?? id
  if (kind === 'source') return `${textAt(json, 'source_name') ?? ''}.${name}`
  const version = kind === 'model' ? wordAt(json, 'version') : undefined
  return version === undefined ? name : `${name}.v${version}`
}

/** Until v6 code was called SQL. */
function withCode(json: JsonObject): JsonObject {
  if (!('raw_sql' in json) && !('compiled_sql' in json)) return json
  const { raw_sql, compiled_sql, ...rest } = json
  return { ...rest, raw_code: raw_sql ?? null, compiled_code: compiled_sql ?? null }
}

function compare(a: Entry, b: Entry, project: string): number {
  const kind = (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0)
  if (kind !== 0) return kind
  if (a.package !== b.package) {
    if (a.package === project || b.package === project) return a.package === project ? -1 : 1
    return a.package < b.package ? -1 : 1
  }
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.id < b.id ? -1 : 1
}
