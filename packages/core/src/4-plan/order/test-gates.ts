import { isDescribed } from '../../described/is-described.ts'
import type { Manifest, NodeId } from '../../types/index.ts'
import { addBit, addBits, hasBit } from './bit-rows.ts'

type Gates = Map<NodeId, NodeId[]>

/**
 * For a build: the tests that a node waits for, so that nothing is built upon data that failed its checks. A test holds
 * back what descends from all nodes that it is about; only the first such nodes are listed, the rest follow from them.
 */
export function findTestGates(
  manifest: Manifest,
  tests: readonly NodeId[],
): ReadonlyMap<NodeId, readonly NodeId[]> {
  const gates: Gates = new Map()
  const wide: NodeId[] = []
  for (const test of tests) {
    const [only, ...others] = manifest.parents.get(test) ?? []
    if (only === undefined) continue
    if (others.length > 0) wide.push(test)
    else for (const child of childrenOf(manifest, only)) addGate(gates, child, test)
  }
  if (wide.length > 0) addWideGates(manifest, wide, gates)
  return gates
}

function addGate(gates: Gates, node: NodeId, test: NodeId): void {
  const list = gates.get(node)
  if (list) list.push(test)
  else gates.set(node, [test])
}

/** Tests about several nodes: walks down from the last of them until a node descends from all. */
function addWideGates(manifest: Manifest, tests: readonly NodeId[], gates: Gates): void {
  const tested = new Map<NodeId, number>()
  for (const test of tests) {
    for (const parent of manifest.parents.get(test) ?? []) {
      if (!tested.has(parent)) tested.set(parent, tested.size)
    }
  }
  const ancestors = findTestedAncestors(manifest, tested)
  for (const test of tests) {
    const wanted = (manifest.parents.get(test) ?? []).map((parent) => tested.get(parent) ?? 0)
    const seen = new Set<NodeId>()
    const todo = [...childrenOf(manifest, lastOf(manifest.parents.get(test) ?? [], ancestors.rank))]
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
      if (seen.has(node)) continue
      seen.add(node)
      const row = ancestors.rows.get(node)
      if (row && wanted.every((index) => hasBit(row, index))) addGate(gates, node, test)
      else todo.push(...childrenOf(manifest, node))
    }
  }
}

interface Ancestors {
  /** By node: which of the tested nodes it descends from. */
  readonly rows: ReadonlyMap<NodeId, Uint32Array>
  /** Position in the order of the project. */
  readonly rank: ReadonlyMap<NodeId, number>
}

function findTestedAncestors(manifest: Manifest, tested: ReadonlyMap<NodeId, number>): Ancestors {
  const rows = new Map<NodeId, Uint32Array>()
  const rank = new Map<NodeId, number>()
  const words = (tested.size + 31) >>> 5
  for (const id of manifest.order) {
    rank.set(id, rank.size)
    if (isTest(id)) continue
    const row = new Uint32Array(words)
    for (const parent of manifest.parents.get(id) ?? []) {
      const above = rows.get(parent)
      if (above) addBits(row, above)
      const index = tested.get(parent)
      if (index !== undefined) addBit(row, index)
    }
    rows.set(id, row)
  }
  return { rows, rank }
}

function lastOf(ids: readonly NodeId[], rank: ReadonlyMap<NodeId, number>): NodeId {
  const position = (id: NodeId): number => rank.get(id) ?? -1
  return ids.reduce((last, id) => (position(id) > position(last) ? id : last))
}

/** What may be held back; nothing is built for an exposure, a metric and the like. */
export function childrenOf(manifest: Manifest, id: NodeId): readonly NodeId[] {
  const isBuilt = (child: NodeId): boolean => {
    const node = manifest.nodes.get(child)
    return node === undefined || !isDescribed(node)
  }
  return (manifest.children.get(id) ?? []).filter((child) => !isCheck(child) && isBuilt(child))
}

function isCheck(id: NodeId): boolean {
  return isTest(id) || id.startsWith('monitor.')
}

function isTest(id: NodeId): boolean {
  return id.startsWith('test.') || id.startsWith('unit_test.')
}
