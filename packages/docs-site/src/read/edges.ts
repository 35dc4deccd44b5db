import type { Artifacts } from './artifacts.ts'
import type { Entry } from './entries.ts'
import { objectAt, textAt, textsAt } from './json.ts'
import { pushTo } from './push-to.ts'

export interface Edges {
  /** What a node is made from, tests and macros apart. Ids that are no entries are kept: pages show their names. */
  readonly parents: ReadonlyMap<string, readonly string[]>
  readonly children: ReadonlyMap<string, readonly string[]>
}

/** The graph: `parent_map` where the manifest has it, and what btn's own artifact adds. */
export function readEdges(
  { manifest, btn }: Artifacts,
  entries: ReadonlyMap<string, Entry>,
): Edges {
  const parents = new Map<string, readonly string[]>()
  const children = new Map<string, string[]>()
  const [dbt, own] = [objectAt(manifest, 'parent_map'), objectAt(btn, 'parent_map')]
  for (const entry of entries.values()) {
    if (entry.kind === 'macro' || entry.kind === 'group') continue
    const named = Array.isArray(dbt[entry.id]) ? textsAt(dbt, entry.id) : dependsOn(entry)
    const all = [...new Set([...named, ...textsAt(own, entry.id)])].sort()
    parents.set(entry.id, all)
    for (const id of all) pushTo(children, id, entry.id)
  }
  return { parents, children }
}

function dependsOn({ json }: Entry): readonly string[] {
  return textsAt(objectAt(json, 'depends_on'), 'nodes')
}

/** The macros that a node or a macro calls itself. */
export function macrosOf({ json }: Entry): readonly string[] {
  return [...new Set(textsAt(objectAt(json, 'depends_on'), 'macros'))].sort()
}

/** Who calls each macro. */
export function readCallers(
  entries: ReadonlyMap<string, Entry>,
): ReadonlyMap<string, readonly string[]> {
  const callers = new Map<string, string[]>()
  for (const entry of entries.values()) {
    for (const id of macrosOf(entry)) pushTo(callers, id, entry.id)
  }
  return callers
}

/** What a test, a unit test or a monitor is of: the node that it is attached to, or the only one that it reads. */
export function subjectOf(entry: Entry, parents: readonly string[]): string | undefined {
  const attached = textAt(entry.json, 'attached_node')
  if (attached) return attached
  if (entry.kind === 'unit_test') return textsAt(objectAt(entry.json, 'depends_on'), 'nodes')[0]
  if (parents.length === 1) return parents[0]
  return relationshipOf(entry, parents)
}

/** Until v9 tests did not say what they are attached to; `ref` order puts the tested model last in dbt's `relationships`. */
function relationshipOf({ json }: Entry, parents: readonly string[]): string | undefined {
  const model = textAt(objectAt(objectAt(json, 'test_metadata'), 'kwargs'), 'model')
  if (!model) return undefined
  const names = [...model.matchAll(/'([^']+)'/g)].map((it) => it[1])
  const wanted = names.at(-1)
  return parents.find((id) => id.split('.').at(-1) === wanted || id.split('.').at(2) === wanted)
}
