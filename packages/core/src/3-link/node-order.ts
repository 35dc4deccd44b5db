import type { Project } from '../1-load/index.ts'
import type { Node, NodeKind } from '../types/index.ts'

const KINDS: readonly NodeKind[] = [
  'model',
  'snapshot',
  'analysis',
  'test',
  'seed',
  'function',
  'operation',
]

/**
 * Nodes in the order in which dbt reads them, which templates see in `graph`: the root project's before those of packages, of each by
 * kind, and at last what properties files say, such as generic tests.
 */
export function inReadingOrder(project: Project, nodes: readonly Node[]): readonly Node[] {
  const packages = [...new Set([project.name, ...project.packages.keys()])]
  const rankOf = new Map(packages.map((name, index) => [name, index * KINDS.length]))
  const last = packages.length * KINDS.length
  const rank = (node: Node): number => {
    const kind = KINDS.indexOf(node.kind)
    if (kind < 0 || (node.kind === 'test' && node.generic)) return last
    return (rankOf.get(node.packageName) ?? last) + kind
  }
  return nodes
    .map((node) => ({ node, rank: rank(node) }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ node }) => node)
}
