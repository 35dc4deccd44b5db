import type { Manifest, NodeId } from '../../types/index.ts'
import { addBit, addBits, BitRows, countBits } from './bit-rows.ts'

/** A node that becomes a step. */
export interface Ordered {
  readonly id: NodeId
  /** The nearest steps above it, over whatever lies between. */
  readonly after: readonly NodeId[]
  /** Number of steps below it. */
  readonly priority: number
}

export interface OrderOptions {
  readonly selected: ReadonlySet<NodeId>
  /** Selected nodes that become no step themselves but count as a level: ephemeral models. */
  readonly passesThrough: (id: NodeId) => boolean
  /** Further nodes that a node waits for; see `findTestGates`. */
  readonly gates: ReadonlyMap<NodeId, readonly NodeId[]>
}

interface Placed {
  /** Longest chain of selected nodes above. */
  readonly level: number
  readonly after: readonly NodeId[]
}

const nothing: readonly NodeId[] = []

/** The selected nodes in the order that dbt takes them with one thread: by level, then by id. */
export function orderSteps(manifest: Manifest, options: OrderOptions): readonly Ordered[] {
  const placed = place(manifest, options)
  const isStep = (id: NodeId): boolean => !options.passesThrough(id)
  const levelOf = (id: NodeId): number => placed.get(id)?.level ?? 0
  const ids = [...options.selected].filter(isStep)
  ids.sort((a, b) => levelOf(a) - levelOf(b) || (a < b ? -1 : 1))
  const steps = ids.map((id) => ({ id, after: placed.get(id)?.after ?? nothing }))
  const priorities = countDescendants(steps)
  return steps.map((step, index) => ({ ...step, priority: priorities[index] ?? 0 }))
}

function place(manifest: Manifest, options: OrderOptions): ReadonlyMap<NodeId, Placed> {
  const { selected, passesThrough, gates } = options
  const placed = new Map<NodeId, Placed>()
  const isStep = (id: NodeId): boolean => selected.has(id) && !passesThrough(id)
  for (const id of sortWithGates(manifest, options)) {
    const above = [...(manifest.parents.get(id) ?? nothing), ...(gates.get(id) ?? nothing)]
    const level = above.reduce((max, it) => Math.max(max, placed.get(it)?.level ?? -1), -1)
    const after = joinAfter(above, placed, isStep)
    placed.set(id, { level: level + (selected.has(id) ? 1 : 0), after })
  }
  return placed
}

/**
 * What stands between two steps hands on what itself waits for. What a step above already waits for is not repeated:
 * otherwise a chain of tests over unselected models would wait for each other in all pairs.
 */
function joinAfter(
  above: readonly NodeId[],
  placed: ReadonlyMap<NodeId, Placed>,
  isStep: (id: NodeId) => boolean,
): readonly NodeId[] {
  const steps = new Set<NodeId>()
  const handedOn = new Set<readonly NodeId[]>()
  const covered = new Set<readonly NodeId[]>()
  for (const id of above) {
    const after = placed.get(id)?.after ?? nothing
    if (isStep(id)) {
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

/** By position: how many steps wait for a step, directly or not. */
function countDescendants(steps: readonly Pick<Ordered, 'id' | 'after'>[]): readonly number[] {
  const position = new Map(steps.map((step, index) => [step.id, index]))
  const rows = new BitRows(steps.length)
  const below = new Map<number, Uint32Array>()
  const counts: number[] = new Array(steps.length).fill(0)
  for (let index = steps.length - 1; index >= 0; index--) {
    const own = below.get(index)
    counts[index] = own ? countBits(own) : 0
    for (const id of steps[index]?.after ?? nothing) {
      const above = position.get(id)
      if (above === undefined) continue
      let row = below.get(above)
      if (!row) below.set(above, (row = rows.take()))
      if (own) addBits(row, own)
      addBit(row, index)
    }
    below.delete(index)
    if (own) rows.giveBack(own)
  }
  return counts
}
