import type { Node } from '../types/index.ts'

/** What the large texts of a node were read from: as long as it is the same, so are they. */
export interface Origin {
  /** File, its size and time, and the place in it. */
  readonly rawCode: string
  /** When the file was changed last. */
  readonly modifiedMs: number
  /** The properties that the columns are made of, as text; empty where there are none. */
  readonly columns: string
}

// Beside the nodes, not in them: it says nothing about a node, only where its texts come from.
const origins = new WeakMap<Node, Origin>()

export function noteOrigin(node: Node, origin: Origin): void {
  origins.set(node, origin)
}

/** Undefined for a node whose texts depend on more than files: a description with a template, say. */
export function findOrigin(node: Node): Origin | undefined {
  return origins.get(node)
}
