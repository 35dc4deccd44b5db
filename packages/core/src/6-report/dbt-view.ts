import { INLINE } from '../inline.ts'
import type { Manifest, Monitor, Node, NodeId, ReportNode } from '../types/index.ts'

/** What dbt's artifacts have a place for. */
export type OfDbt = Exclude<Node, ReportNode | Monitor>

export function isOfDbt(node: Node): node is OfDbt {
  return node.kind !== 'report' && node.kind !== 'monitor'
}

/** The manifest without what dbt's has not: kinds of btn's own, and the query of the command line. */
export function dbtView(manifest: Manifest): Manifest {
  const all = [...manifest.nodes.values(), ...[...manifest.disabled.values()].flat()]
  const foreign = new Set(
    all.filter((it) => !isOfDbt(it) || it.file === INLINE).map(({ id }) => id),
  )
  if (foreign.size === 0) return manifest
  const isKnown = (id: NodeId): boolean => !foreign.has(id)
  const edges = (all: Manifest['parents']): Manifest['parents'] =>
    new Map([...all].flatMap(([id, list]) => (isKnown(id) ? [[id, list.filter(isKnown)]] : [])))
  const known = (node: Node): Node =>
    'dependsOn' in node && node.dependsOn?.nodes.some((id) => !isKnown(id))
      ? { ...node, dependsOn: { ...node.dependsOn, nodes: node.dependsOn.nodes.filter(isKnown) } }
      : node
  return {
    ...manifest,
    nodes: new Map(
      [...manifest.nodes].flatMap(([id, it]) => (isKnown(id) ? [[id, known(it)]] : [])),
    ),
    disabled: new Map([...manifest.disabled].filter(([id]) => isKnown(id))),
    order: manifest.order.filter(isKnown),
    parents: edges(manifest.parents),
    children: edges(manifest.children),
  }
}
