import type { DescribedNode, Node } from '../types/index.ts'

/** True for what is told of the data and never built. */
export function isDescribed(node: Node): node is DescribedNode {
  switch (node.kind) {
    case 'exposure':
    case 'metric':
    case 'semantic_model':
    case 'saved_query':
      return true
    default:
      return false
  }
}
