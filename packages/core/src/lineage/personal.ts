import type {
  BoundColumn,
  Checked,
  ColumnName,
  ColumnOrigin,
  Manifest,
  NodeId,
  PersonalMap,
  PersonalState,
  PersonalTrace,
} from '../types/index.ts'
import { keyOf, LineageGraph } from './graph.ts'
import { readSaid, type Said } from './read-said.ts'

const STATES: readonly PersonalState[] = ['protected', 'released', 'raw']

/**
 * Follows every class of personal data from where it is declared through all queries. What can be read from a value keeps its class;
 * counts, sums and comparisons do not.
 */
export function tracePersonal(
  { nodes, order }: Pick<Manifest, 'nodes' | 'order'>,
  checked: Pick<Checked, 'nodes'>,
): PersonalMap {
  const graph = new LineageGraph(checked.nodes)
  const found = new Map<string, readonly PersonalTrace[]>()
  for (const id of withSources(nodes, order)) {
    const node = nodes.get(id)
    if (!node) continue
    const said = readSaid(node)
    for (const column of columnsOf(graph, id, said)) {
      const name = { node: id, column: column.name }
      const inherited = join(column.from.flatMap((it) => inherit(found, it)))
      const own = said.get(column.name.toLowerCase())
      const traces = own ? declare(inherited, own) : inherited
      if (traces.length > 0) found.set(keyOf(name), traces)
    }
  }
  return found
}

/** Sources and seeds need not be in the order of the graph, where nothing reads them. */
function withSources(nodes: Manifest['nodes'], order: readonly NodeId[]): readonly NodeId[] {
  const isFirst = (id: NodeId) => nodes.get(id)?.kind === 'seed'
  const isSecond = (id: NodeId) => nodes.get(id)?.kind === 'source'
  const ids = [...nodes.keys()]
  return [
    ...ids.filter(isFirst),
    ...ids.filter(isSecond),
    ...order.filter((id) => !isFirst(id) && !isSecond(id)),
  ]
}

/** What is declared counts also where nobody knows the columns. */
function columnsOf(
  graph: LineageGraph,
  id: NodeId,
  said: ReadonlyMap<string, Said>,
): readonly BoundColumn[] {
  const known = graph.columnsOf(id)
  if (known.length > 0) return known
  return [...said.values()].map(({ name }) => ({ name, type: '', from: [] }))
}

function inherit(found: PersonalMap, from: ColumnOrigin): readonly PersonalTrace[] {
  if (from.hidden) return []
  const traces = found.get(keyOf(from)) ?? []
  return traces.map((it) => ({ class: it.class, state: it.state, from }))
}

function join(traces: readonly PersonalTrace[]): readonly PersonalTrace[] {
  const byClass = new Map<string, PersonalTrace>()
  for (const trace of traces) {
    const known = byClass.get(trace.class)
    if (!known || STATES.indexOf(known.state) < STATES.indexOf(trace.state))
      byClass.set(trace.class, trace)
  }
  return [...byClass.values()]
}

/** What people say of a column changes what it was taken for. */
function declare(inherited: readonly PersonalTrace[], said: Said): readonly PersonalTrace[] {
  const isMeant = (it: PersonalTrace) => said.class === undefined || it.class === said.class
  const state = stateOf(said)
  const changed = inherited.map((it) =>
    isMeant(it) && state
      ? { ...it, state, ...(said.policy && { policy: said.policy }), ...released(said) }
      : it,
  )
  if (said.class === undefined || inherited.some(isMeant)) return changed
  const own: PersonalTrace = {
    class: said.class,
    state: state ?? 'raw',
    ...(said.policy && { policy: said.policy }),
    ...released(said),
  }
  return [...changed, own]
}

function released({ release }: Said) {
  return release === undefined ? {} : { release }
}

function stateOf({ policy, release }: Said): PersonalState | undefined {
  if (release !== undefined) return 'released'
  if (policy === undefined) return undefined
  return policy === 'none' ? 'raw' : 'protected'
}

/** The column with those that it came from, back to where somebody declared what it holds. */
export function wayOf(
  found: PersonalMap,
  start: ColumnName,
  { class: wanted }: Pick<PersonalTrace, 'class'>,
): readonly (ColumnName & { readonly how?: string })[] {
  const way: (ColumnName & { readonly how?: string })[] = []
  const seen = new Set<string>()
  for (let at: ColumnName | undefined = start; at && !seen.has(keyOf(at));) {
    seen.add(keyOf(at))
    const trace: PersonalTrace | undefined = found.get(keyOf(at))?.find((it) => it.class === wanted)
    way.push({ node: at.node, column: at.column, ...(trace?.from && { how: trace.from.how }) })
    at = trace?.from
  }
  return way
}
