import type { Manifest, Node } from '../../../../core/src/types/index.ts'
import {
  kinds,
  type GraphData,
  type JsonObject,
  type Kind,
  type NodeTable,
} from '../../data/index.ts'

/** A list whose entries are named by number. */
class Words<T> {
  readonly list: T[] = []
  readonly #known = new Map<string, number>()

  of(value: T | undefined): number {
    if (value === undefined) return -1
    const key = JSON.stringify(value)
    const at = this.#known.get(key) ?? this.list.push(value) - 1
    this.#known.set(key, at)
    return at
  }
}

/** The data files of a linked project, as far as the graph reads them. */
export function dataOf(
  manifest: Manifest,
  statuses: ReadonlyMap<string, NodeTable['statuses'][number]> = new Map(),
): { readonly names: NodeTable; readonly graph: GraphData } {
  const nodes = [...manifest.nodes.values()].filter((node) => kindsOfSite.has(node.kind))
  const rowOf = new Map<string, number>(nodes.map((node, row) => [node.id, row]))
  const edges = nodes.flatMap((node, row) =>
    (manifest.parents.get(node.id) ?? []).flatMap((id) => {
      const parent = rowOf.get(id)
      return parent === undefined ? [] : [parent, row]
    }),
  )
  const words = {
    package: new Words<string>(),
    file: new Words<string>(),
    status: new Words<NodeTable['statuses'][number]>(),
  }
  const names: NodeTable = {
    graphSize: nodes.length,
    name: nodes.map(shownName),
    kind: nodes.map((node) => kinds.indexOf(node.kind as Kind)),
    package: nodes.map((node) => words.package.of(node.packageName)),
    rest: nodes.map((node) => node.id.split('.').slice(2).join('.')),
    file: nodes.map((node) => words.file.of(node.originalPath)),
    schema: nodes.map(() => -1),
    status: nodes.map((node) => words.status.of(statuses.get(node.id))),
    hidden: nodes.map(() => 0),
    kindNames: kinds,
    packages: words.package.list,
    files: words.file.list,
    schemas: [],
    statuses: words.status.list,
  }
  return { names, graph: toGraph(nodes, edges, manifest) }
}

const kindsOfSite: ReadonlySet<string> = new Set(kinds)

function shownName(node: Node): string {
  if (node.kind === 'source') return `${node.sourceName}.${node.name}`
  return node.kind === 'model' && node.version !== undefined
    ? `${node.name}.v${node.version}`
    : node.name
}

function toGraph(nodes: readonly Node[], edges: readonly number[], manifest: Manifest): GraphData {
  const fqns = new Words<readonly string[]>()
  const tags = new Words<readonly string[]>()
  const configs = new Words<JsonObject>()
  const patches = new Words<string>()
  const groups = new Words<string>()
  const accesses = new Words<string>()
  const testNames = new Words<string>()
  const materializations = new Words<string>()
  const versionStates = ['latest', 'old', 'prerelease', 'none'] as const
  return {
    edges,
    fqn: nodes.map((node) => fqns.of(node.fqn.slice(0, -1))),
    fqnLast: nodes.map((node) => node.fqn.at(-1) ?? 0),
    tags: nodes.map((node) => tags.of(node.tags)),
    config: nodes.map((node) => configs.of(node.config as JsonObject)),
    patch: nodes.map((node) => patches.of(patchOf(node))),
    owner: nodes.map(() => -1),
    group: nodes.map((node) =>
      node.kind === 'source' ? -1 : groups.of(textOf(node.config['group'])),
    ),
    access: nodes.map((node) => (node.kind === 'model' ? accesses.of(node.access) : -1)),
    materialized: nodes.map((node) => materializations.of(textOf(node.config['materialized']))),
    color: nodes.map(() => -1),
    testType: nodes.map(() => -1),
    testName: nodes.map((node) => (node.kind === 'test' ? testNames.of(node.generic?.name) : -1)),
    testOf: nodes.map(() => -1),
    versionState: nodes.map((node) => versionStates.indexOf(versionStateOf(node))),
    freshness: nodes.map(() => -1),
    fqns: fqns.list,
    tagLists: tags.list,
    configs: configs.list,
    patches: patches.list,
    owners: [],
    groups: groups.list,
    accesses: accesses.list,
    materializations: materializations.list,
    colors: [],
    testTypes: [],
    testNames: testNames.list,
    versionStates,
    freshnessStates: [],
    selectors: manifest.selectors,
  }
}

function patchOf(node: Node): string | undefined {
  return 'patchPath' in node ? node.patchPath?.split('://')[1] : undefined
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function versionStateOf(node: Node): GraphData['versionStates'][number] {
  if (node.kind !== 'model' || node.version === undefined) return 'none'
  const difference = Number(node.version) - Number(node.latestVersion)
  return difference === 0 ? 'latest' : difference < 0 ? 'old' : 'prerelease'
}
