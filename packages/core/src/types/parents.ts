import type { NodeId } from './basics.ts'
import type { Node } from './node.ts'

/** What a node depends on by its own word. */
export function parentsOf(node: Node): readonly NodeId[] {
  return 'dependsOn' in node ? (node.dependsOn?.nodes ?? []) : []
}
