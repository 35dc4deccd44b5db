import type { Manifest, NodeId } from '../../types/index.ts'

/** A node that becomes a step. */
export interface Ordered {
  readonly node: NodeId
  /** The nearest steps above it, over whatever lies between. */
  readonly after: readonly NodeId[]
  /** What lies right above it and becomes no step, with the steps above that. */
  readonly through?: readonly Ordered[]
}

export interface OrderOptions {
  readonly selected: ReadonlySet<NodeId>
  /** Selected nodes that become no step themselves but count as a level: ephemeral models. */
  readonly passesThrough: (id: NodeId) => boolean
  /** Further nodes that a node waits for; see `findTestGates`. */
  readonly gates: ReadonlyMap<NodeId, readonly NodeId[]>
  /** Steps that come right before a node, one after the other: in a build, the unit tests of a model. */
  readonly before: ReadonlyMap<NodeId, readonly NodeId[]>
}

interface Placed {
  /** Longest chain of selected nodes above. */
  readonly level: number
  readonly after: readonly NodeId[]
}

const nothing: readonly NodeId[] = []

/**
 * The selected nodes in the order that dbt takes them with one thread: first what waits for nothing, then what each
 * finished node sets free; what is free at the same time goes by level, then by id.
 */
export function orderSteps(manifest: Manifest, options: OrderOptions): readonly Ordered[] {
  const placed = place(manifest, options)
  const afterOf = new Map<NodeId, readonly NodeId[]>()
  const steps: Ordered[] = []
  for (const id of takeInOrder(placed)) {
    const above = placed.get(id)?.after ?? nothing
    const passed = above.filter(options.passesThrough)
    let after = joinAfter(above, afterOf, options.passesThrough)
    for (const first of options.before.get(id) ?? nothing) {
      steps.push({ node: first, after })
      after = [...after, first]
    }
    afterOf.set(id, after)
    if (options.passesThrough(id)) continue
    const through = passed.map((node) => ({ node, after: afterOf.get(node) ?? nothing }))
    steps.push({ node: id, after, ...(through.length > 0 && { through }) })
  }
  return steps
}

/** The selected nodes, each with its level and the nearest selected nodes above it. */
function place(manifest: Manifest, options: OrderOptions): ReadonlyMap<NodeId, Placed> {
  const { selected, gates } = options
  const levels = new Map<NodeId, number>()
  const afterOf = new Map<NodeId, readonly NodeId[]>()
  const placed = new Map<NodeId, Placed>()
  const isUnselected = (id: NodeId): boolean => !selected.has(id)
  for (const id of sortWithGates(manifest, options)) {
    const parents = manifest.parents.get(id) ?? nothing
    const waits = gates.get(id)
    const above = waits ? [...parents, ...waits] : parents
    const max = above.reduce((level, it) => Math.max(level, levels.get(it) ?? -1), -1)
    const level = max + (selected.has(id) ? 1 : 0)
    const after = joinAfter(above, afterOf, isUnselected)
    levels.set(id, level)
    afterOf.set(id, after)
    if (selected.has(id)) placed.set(id, { level, after })
  }
  return placed
}

function takeInOrder(placed: ReadonlyMap<NodeId, Placed>): readonly NodeId[] {
  const below = new Map<NodeId, NodeId[]>()
  const waiting = new Map<NodeId, number>()
  for (const [id, { after }] of placed) {
    waiting.set(id, after.length)
    for (const above of after) {
      const list = below.get(above)
      if (list) list.push(id)
      else below.set(above, [id])
    }
  }
  const byLevel = (a: NodeId, b: NodeId): number =>
    (placed.get(a)?.level ?? 0) - (placed.get(b)?.level ?? 0) || (a < b ? -1 : 1)
  const taken = [...placed.keys()].filter((id) => waiting.get(id) === 0).sort(byLevel)
  // The list grows while it is walked: what a node sets free comes at its end.
  for (const id of taken) {
    const freed: NodeId[] = []
    for (const next of below.get(id) ?? nothing) {
      const left = (waiting.get(next) ?? 0) - 1
      waiting.set(next, left)
      if (left === 0) freed.push(next)
    }
    taken.push(...freed.sort(byLevel))
  }
  return taken
}

/**
 * What stands between two steps hands on what itself waits for. What a step above already waits for is not repeated:
 * otherwise a chain of tests over unselected models would wait for each other in all pairs.
 */
function joinAfter(
  above: readonly NodeId[],
  afterOf: ReadonlyMap<NodeId, readonly NodeId[]>,
  passesThrough: (id: NodeId) => boolean,
): readonly NodeId[] {
  if (!above.some(passesThrough)) return above
  const steps = new Set<NodeId>()
  const handedOn = new Set<readonly NodeId[]>()
  const covered = new Set<readonly NodeId[]>()
  for (const id of above) {
    const after = afterOf.get(id) ?? nothing
    if (!passesThrough(id)) {
      steps.add(id)
      covered.add(after)
    } else if (after.length > 0) handedOn.add(after)
  }
  const rest = [...handedOn].filter((after) => !covered.has(after))
  const [only, ...others] = rest
  if (steps.size === 0 && others.length === 0) return only ?? nothing
  for (const after of rest) for (const id of after) steps.add(id)
  return [...steps]
}

/** Every node that lies above a selected one, parents and gates first. */
function sortWithGates(manifest: Manifest, options: OrderOptions): readonly NodeId[] {
  const sorted: NodeId[] = []
  const state = new Map<NodeId, 'open' | 'done'>()
  const stack = [...options.selected]
  while (stack.length > 0) {
    const id = stack.at(-1)
    if (id === undefined) break
    if (state.has(id)) {
      if (state.get(id) === 'open') sorted.push(id)
      state.set(id, 'done')
      stack.pop()
      continue
    }
    state.set(id, 'open')
    for (const above of manifest.parents.get(id) ?? nothing)
      if (!state.has(above)) stack.push(above)
    for (const above of options.gates.get(id) ?? nothing) if (!state.has(above)) stack.push(above)
  }
  return sorted
}
