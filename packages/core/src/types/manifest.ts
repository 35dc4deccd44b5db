import type { JsonObject, MacroId, NodeId } from './basics.ts'
import type { AlertSpec } from './monitor.ts'
import type { DocBlock, Group, MacroInfo, Node } from './node.ts'

/** The linked project: every reference resolved, every setting final, the order known. Immutable. */
export interface Manifest {
  readonly projectName: string
  readonly adapterType: string
  /** Enabled nodes, in the order of parsing. */
  readonly nodes: ReadonlyMap<NodeId, Node>
  /** Tests of what is not there: dbt lists them among the nodes, switched off. */
  readonly dangling?: readonly Node[]
  /** Disabled ones, by id; several nodes may share one. */
  readonly disabled: ReadonlyMap<NodeId, readonly Node[]>
  readonly macros: ReadonlyMap<MacroId, MacroInfo>
  readonly docs: ReadonlyMap<string, DocBlock>
  /** Absent where there are none. */
  readonly alerts?: readonly AlertSpec[]
  readonly groups: ReadonlyMap<string, Group>
  /** The content of selectors.yml: `{selectors: [{name, definition, …}]}`. */
  readonly selectors: JsonObject
  /** Set where columns say whose data they hold. */
  readonly hasPersonal?: true
  /** Direct parents and children in the graph; every enabled node has an entry in both. */
  readonly parents: ReadonlyMap<NodeId, readonly NodeId[]>
  readonly children: ReadonlyMap<NodeId, readonly NodeId[]>
  /** Stands for everything that the manifest came from; undefined where that cannot be told. */
  readonly basis?: string | undefined
  /** Parents before children. */
  readonly order: readonly NodeId[]
}
