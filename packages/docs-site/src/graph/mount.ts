import { GraphView } from './view/graph-view.ts'
import type { GraphOptions, MountedGraph } from './options.ts'
import { addStyles } from './styles.ts'

/** Puts a graph into an element. Everything in it is made here, and taken away by `destroy`. */
export function mountGraph(element: HTMLElement, options: GraphOptions): MountedGraph {
  addStyles()
  const view = new GraphView(element, options)
  return {
    setState: (state) => view.setState(state),
    focusCanvas: () => view.focusCanvas(),
    destroy: () => view.destroy(),
  }
}
