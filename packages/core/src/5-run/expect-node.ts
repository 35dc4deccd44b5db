import type { Manifest, Node, NodeId } from '../types/index.ts'

/** The node of a step: plans are made from the manifest, so it is there. */
export function expectNode({ nodes }: Pick<Manifest, 'nodes'>, id: NodeId): Node {
  const node = nodes.get(id)
  if (!node) throw new Error(`${id} is not in the manifest`)
  return node
}
