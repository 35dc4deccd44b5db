import {
  idOf,
  kindAt,
  packageAt,
  statusAt,
  type GraphData,
  type NodeTable,
} from '../../data/index.ts'
import { toAdjacency, type Adjacency, type Pair } from '../layout/adjacency.ts'
import { toSiteGraph, type SiteGraph } from '../select/site-graph.ts'

/** The graph of the data files, with its neighbours at hand. Nodes are rows of `NodeTable`. */
export interface ProjectGraph {
  readonly names: NodeTable
  readonly graph: GraphData
  readonly project: string
  readonly size: number
  readonly pairs: readonly Pair[]
  readonly parents: Adjacency
  readonly children: Adjacency
  readonly rowOf: (id: string) => number | undefined
  readonly site: () => SiteGraph
}

export function toProjectGraph(names: NodeTable, graph: GraphData, project: string): ProjectGraph {
  const size = names.graphSize
  const pairs: Pair[] = []
  for (let at = 0; at + 1 < graph.edges.length; at += 2) {
    pairs.push([graph.edges[at]!, graph.edges[at + 1]!])
  }
  let rows: Map<string, number> | undefined
  let site: SiteGraph | undefined
  return {
    names,
    graph,
    project,
    size,
    pairs,
    parents: toAdjacency(size, pairs, 'from'),
    children: toAdjacency(size, pairs, 'to'),
    rowOf: (id) => {
      rows ??= new Map(Array.from({ length: size }, (_, row) => [idOf(names, row), row]))
      return rows.get(id)
    },
    site: () => (site ??= toSiteGraph(names, graph, project)),
  }
}

export function isTestRow({ names }: ProjectGraph, row: number): boolean {
  const kind = kindAt(names, row)
  return kind === 'test' || kind === 'unit_test'
}

/** The line below the name: what it is, and whose, where that is not the project's. */
export function describeRow({ names, graph, project }: ProjectGraph, row: number): string {
  const kind = kindAt(names, row)
  const materialized = graph.materializations[graph.materialized[row] ?? -1]
  const isBuilt = materialized !== undefined && kind === 'model'
  const what = isBuilt ? materialized : kind.replaceAll('_', ' ')
  const from = packageAt(names, row)
  return from === project ? what : `${what} · ${from}`
}

/** In full, for readers of the list and of the screen. */
export function tellRow(project: ProjectGraph, row: number): string {
  const { names } = project
  const status = statusAt(names, row)
  const kind = kindAt(names, row).replaceAll('_', ' ')
  return `${names.name[row]}, ${kind}${status === undefined ? '' : `, ${status}`}`
}
