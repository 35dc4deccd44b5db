import type { GraphData, NodeTable } from '../../data/index.ts'
import type { GraphModule } from '../../graph/options.ts'
import { loadData } from '../../load/load-data.ts'
import { loadGraph } from '../../load/load-graph.ts'
import { useData, type Loaded } from './use-data.ts'

/** What a graph is drawn from, and what draws it. */
export interface GraphParts {
  readonly module: GraphModule
  readonly names: NodeTable
  readonly graph: GraphData
}

export function useGraphData(): Loaded<GraphParts> {
  return useData('graph.js', async () => {
    const [module, names, graph] = await Promise.all([
      loadGraph(),
      loadData('names'),
      loadData('graph'),
    ])
    return { module, names, graph }
  })
}
