import type { ColumnChunk, GraphData, NodeTable } from '../data/index.ts'
import type { GraphState } from './state.ts'

/** What a page gives to `mountGraph`. */
export interface GraphOptions {
  readonly names: NodeTable
  readonly graph: GraphData
  /** `SiteIndex.project`: also the beginning of the names of exported files. */
  readonly project: string
  /** Where columns are known: `SiteIndex.chunks.columns`, and a way to a file of them. */
  readonly columns?: ColumnFiles | undefined
  /** `near`: the neighbourhood of `state.focus` on its page, with less around it. */
  readonly kind: 'whole' | 'near'
  readonly state: GraphState
  /** The reader changed something that an address should tell; `isStep`: worth a step back of its own. */
  readonly onState: (state: GraphState, isStep: boolean) => void
  /** The address of a node's page. */
  readonly hrefOf: (id: string) => string
  readonly onOpen: (id: string) => void
}

export interface ColumnFiles {
  readonly perFile: number
  readonly load: (chunk: number) => Promise<ColumnChunk>
}

export interface MountedGraph {
  /** Another address: draws what is different; does not call `onState`. */
  readonly setState: (state: GraphState) => void
  readonly focusCanvas: () => void
  readonly destroy: () => void
}

declare global {
  interface Window {
    /** Set when `graph.js` has run. */
    btnGraph?: GraphModule
  }
}

/** What `graph.js` offers as `window.btnGraph`. */
export interface GraphModule {
  readonly mountGraph: (element: HTMLElement, options: GraphOptions) => MountedGraph
  readonly fromQuery: (text: string) => GraphState
  readonly toQuery: (state: GraphState) => string
}
