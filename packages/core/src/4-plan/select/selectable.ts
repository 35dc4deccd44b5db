import type { Config, JsonObject, NodeId } from '../../types/index.ts'

/**
 * What the methods look at: as much of a manifest as a selection needs. A `Manifest` is one; the docs site makes another
 * one from its data files.
 */
export interface SelectableGraph {
  readonly projectName: string
  readonly nodes: ReadonlyMap<NodeId, Selectable>
  readonly disabled: ReadonlyMap<NodeId, readonly Selectable[]>
  readonly parents: ReadonlyMap<NodeId, readonly NodeId[]>
  readonly children: ReadonlyMap<NodeId, readonly NodeId[]>
}

/** As much of a node as a selection needs. What comes after `config` only some kinds have. */
export interface Selectable {
  readonly id: NodeId
  readonly kind: string
  readonly name: string
  readonly packageName: string
  readonly fqn: readonly string[]
  readonly originalPath: string
  readonly tags: readonly string[]
  readonly config: Config | JsonObject
  readonly patchPath?: string | undefined
  readonly access?: string | undefined
  readonly version?: string | number | undefined
  readonly latestVersion?: string | number | undefined
  readonly sourceName?: string | undefined
  readonly generic?: { readonly name: string } | undefined
}

/** How nodes ended, and how fresh sources were, by id: at an earlier run, and now. */
export interface EarlierResults {
  readonly statusById?: ReadonlyMap<string, string>
  readonly loadedAtBefore?: ReadonlyMap<string, string>
  readonly loadedAtNow?: ReadonlyMap<string, string>
}
