import type { Selectable, SelectableGraph } from '@btn/core/select'
import { idOf, kindAt, packageAt, type GraphData, type NodeTable } from '../../data/index.ts'

type NodeId = Selectable['id']

/** What the data files hold, as the selection of core wants to see it; `rowOf` leads back to a row of `NodeTable`. */
export interface SiteGraph extends SelectableGraph {
  readonly rowOf: ReadonlyMap<string, number>
  /** How nodes ended last, by id; undefined where no results are known. */
  readonly statusById: ReadonlyMap<string, string> | undefined
}

export function toSiteGraph(names: NodeTable, graph: GraphData, project: string): SiteGraph {
  const nodes = new Map<NodeId, Selectable>()
  const rowOf = new Map<string, number>()
  const ids: NodeId[] = []
  const statusById = new Map<string, string>()
  for (let row = 0; row < names.graphSize; row++) {
    const node = toNode(names, graph, row)
    nodes.set(node.id, node)
    rowOf.set(node.id, row)
    ids.push(node.id)
    const status = names.statuses[names.status[row] ?? -1]
    if (status !== undefined) statusById.set(node.id, status)
  }
  return {
    projectName: project,
    nodes,
    disabled: new Map(),
    ...toNeighbours(ids, graph.edges),
    rowOf,
    statusById: statusById.size > 0 ? statusById : undefined,
  }
}

function toNeighbours(
  ids: readonly NodeId[],
  edges: readonly number[],
): Pick<SelectableGraph, 'parents' | 'children'> {
  const parents = new Map<NodeId, NodeId[]>(ids.map((id) => [id, []]))
  const children = new Map<NodeId, NodeId[]>(ids.map((id) => [id, []]))
  for (let at = 0; at < edges.length; at += 2) {
    const [from, to] = [ids[edges[at] ?? -1], ids[edges[at + 1] ?? -1]]
    if (from === undefined || to === undefined) continue
    parents.get(to)?.push(from)
    children.get(from)?.push(to)
  }
  return { parents, children }
}

function toNode(names: NodeTable, graph: GraphData, row: number): Selectable {
  const kind = kindAt(names, row)
  const fqn = fqnOf(names, graph, row)
  const version = versions[graph.versionStates[graph.versionState[row] ?? -1] ?? 'none']
  const testName = graph.testNames[graph.testName[row] ?? -1]
  return {
    // Ids of the data files are those of the manifest.
    id: idOf(names, row) as NodeId,
    kind,
    name: nameOf(names, row, fqn, version !== undefined),
    packageName: packageAt(names, row),
    fqn,
    originalPath: names.files[names.file[row] ?? -1] ?? '',
    // Core keeps the package before it, as the manifest does.
    ...withPatch(graph.patches[graph.patch[row] ?? -1]),
    tags: graph.tagLists[graph.tags[row] ?? -1] ?? [],
    config: configOf(graph, row),
    access: graph.accesses[graph.access[row] ?? -1],
    ...version,
    ...(kind === 'source' && { sourceName: fqn.at(-2) }),
    ...(testName !== undefined && { generic: { name: testName } }),
  }
}

function withPatch(file: string | undefined): Pick<Selectable, 'patchPath'> {
  return file === undefined ? {} : { patchPath: `://${file}` }
}

/** Groups stand in a list of their own, whether a setting says so or not. */
function configOf(graph: GraphData, row: number): Selectable['config'] {
  const config = graph.configs[graph.config[row] ?? -1] ?? {}
  const group = graph.groups[graph.group[row] ?? -1]
  return group === undefined ? config : { ...config, group }
}

/** Versions only ever are compared with the latest one. */
const versions = {
  latest: { version: 2, latestVersion: 2 },
  old: { version: 1, latestVersion: 2 },
  prerelease: { version: 3, latestVersion: 2 },
  none: undefined,
} as const

function fqnOf(names: NodeTable, graph: GraphData, row: number): readonly string[] {
  const last = graph.fqnLast[row]
  const start = graph.fqns[graph.fqn[row] ?? -1] ?? []
  return [...start, last === 0 || last === undefined ? (names.name[row] ?? '') : last]
}

/** The name that dbt knows: tables of sources are shown with their source, versions with their number. */
function nameOf(
  names: NodeTable,
  row: number,
  fqn: readonly string[],
  isVersioned: boolean,
): string {
  if (isVersioned) return fqn.at(-2) ?? ''
  return (kindAt(names, row) === 'source' ? fqn.at(-1) : names.name[row]) ?? ''
}
