import type { Manifest, Model, Node, Seed, Snapshot, SourceTable } from '../types/index.ts'

/** A relation that is missing is often one that the project makes, and has not made yet. */
export function adviseMissing(manifest: Manifest, node: Node, name: string): string | undefined {
  for (const id of node.kind === 'source' ? [] : node.dependsOn.nodes) {
    const parent = manifest.nodes.get(id)
    if (parent?.kind === 'source' && parent.identifier === name) {
      const maker = findMaker(manifest, parent)
      if (maker) return adviseMaker(maker)
    }
    if (parent && isMade(parent) && parent.alias === name)
      return `The ${parent.kind} is not in the database yet: btn build --select ${parent.name}`
  }
  return undefined
}

type Made = Model | Seed | Snapshot

function isMade(node: Node): node is Made {
  return node.kind === 'model' || node.kind === 'seed' || node.kind === 'snapshot'
}

/** The node whose own table a source names: the graph knows nothing of it, and so the order neither. */
function findMaker({ nodes }: Manifest, { relationName }: SourceTable): Made | undefined {
  for (const node of nodes.values())
    if (isMade(node) && node.relationName === relationName) return node
  return undefined
}

function adviseMaker({ kind, name }: Made): string {
  return `The ${kind} ${name} makes the table of this source, but a source waits for nothing: say ref('${name}') instead, or btn build --select ${name} first.`
}
