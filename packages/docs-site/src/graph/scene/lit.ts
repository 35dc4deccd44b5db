import { neighbours, type Adjacency } from '../layout/adjacency.ts'
import { reach } from './reach.ts'
import type { Scene } from './scene.ts'

/** How a node stands to the one that is looked at. */
export const dim = 0
export const above = 1
export const below = 2
export const centre = 3

export interface Lit {
  /** By node: one of the four. */
  readonly nodes: Uint8Array
  /** Edges on a way from an ancestor, and on one to a descendant. */
  readonly up: readonly number[]
  readonly down: readonly number[]
}

/** Lights all that a node comes from and all that comes from it. */
export function lightNode(scene: Scene, node: number): Lit {
  const ancestors = reach(scene.parents, node, Infinity)
  const descendants = reach(scene.children, node, Infinity)
  const nodes = new Uint8Array(scene.rows.length)
  for (const v of ancestors) nodes[v] = above
  for (const v of descendants) nodes[v] = below
  nodes[node] = centre
  const inside = (set: ReadonlySet<number>): readonly number[] =>
    scene.pairs.flatMap(([from, to], edge) => (set.has(from) && set.has(to) ? [edge] : []))
  return { nodes, up: inside(ancestors), down: inside(descendants) }
}

/** The edges of a node. */
export function edgesAt(scene: Scene, node: number): readonly number[] {
  return scene.pairs.flatMap(([from, to], edge) => (from === node || to === node ? [edge] : []))
}

/** Parents or children of a node, from top to bottom. */
export function nextTo(scene: Scene, edges: Adjacency, node: number): readonly number[] {
  const { y } = scene.layout
  return [...neighbours(edges, node)].sort((a, b) => y[a]! - y[b]!)
}
