import type { Manifest, NodeId } from '../../types/index.ts'
import { childrenOf, findTestGates } from './test-gates.ts'

type Gates = Map<NodeId, readonly NodeId[]>

/** What a node of a build waits for besides its parents: the tests of what it is built upon, and the monitors that would stop it. */
export function findGates(
  manifest: Manifest,
  selected: readonly NodeId[],
): ReadonlyMap<NodeId, readonly NodeId[]> {
  const kindOf = (id: NodeId) => manifest.nodes.get(id)?.kind
  const gates = findTestGates(
    manifest,
    selected.filter((id) => kindOf(id) === 'test'),
  )
  const stopping = selected.filter((id) => {
    const node = manifest.nodes.get(id)
    return node?.kind === 'monitor' && node.spec.onError === 'stop'
  })
  if (stopping.length === 0) return gates
  const all: Gates = new Map(gates)
  for (const monitor of stopping) addGates(manifest, monitor, all)
  return all
}

/** Holds back whatever descends from anything that the monitor looks at, but for what the monitor itself waits for. */
function addGates(manifest: Manifest, monitor: NodeId, gates: Gates): void {
  const above = findAbove(manifest, monitor, gates)
  const todo = [...(manifest.parents.get(monitor) ?? [])]
  const seen = new Set<NodeId>(todo)
  for (const id of todo) {
    for (const child of childrenOf(manifest, id)) {
      if (seen.has(child)) continue
      seen.add(child)
      if (above.has(child)) todo.push(child)
      else gates.set(child, [...(gates.get(child) ?? []), monitor])
    }
  }
}

/** Everything that a node waits for, itself included. */
function findAbove(manifest: Manifest, id: NodeId, gates: Gates): ReadonlySet<NodeId> {
  const above = new Set([id])
  for (const node of above) {
    for (const parent of manifest.parents.get(node) ?? []) above.add(parent)
    for (const gate of gates.get(node) ?? []) above.add(gate)
  }
  return above
}
