import {
  kinds,
  type ColumnChunk,
  type GraphData,
  type Kind,
  type NodeTable,
} from '../../data/index.ts'
import { toProjectGraph, type ProjectGraph } from './project.ts'
import { makeScene, type OpenRows, type Scene } from './scene.ts'

/** The data files of a project of a few nodes, by name: what each one uses. A name may say its kind: `test:unique`. */
export function dataOf(uses: Readonly<Record<string, readonly string[]>>): {
  readonly names: NodeTable
  readonly graph: GraphData
} {
  const nodes = Object.keys(uses).map((text) => {
    const [kind, name] = text.includes(':') ? text.split(':') : ['model', text]
    return { kind: kind as Kind, name: name ?? '', text }
  })
  const rowOf = new Map(nodes.map(({ text }, row) => [text, row]))
  const each = <T>(value: T): T[] => nodes.map(() => value)
  return {
    names: {
      graphSize: nodes.length,
      name: nodes.map(({ name }) => name),
      kind: nodes.map(({ kind }) => kinds.indexOf(kind)),
      package: each(0),
      rest: each(0 as const),
      file: each(0),
      schema: each(-1),
      status: nodes.map((_, row) => (row % 3) - 1),
      hidden: each(0 as const),
      kindNames: kinds,
      packages: ['shop'],
      files: ['models/all.sql'],
      schemas: [],
      statuses: ['success', 'error'],
    },
    graph: {
      edges: nodes.flatMap(({ text }, row) =>
        (uses[text] ?? []).flatMap((it) => [rowOf.get(it) ?? 0, row]),
      ),
      fqn: each(0),
      fqnLast: nodes.map(({ name }) => name),
      tags: each(-1),
      config: each(-1),
      patch: each(-1),
      owner: each(-1),
      group: each(-1),
      access: each(-1),
      materialized: each(-1),
      color: each(-1),
      testType: each(-1),
      testName: each(-1),
      testOf: each(-1),
      versionState: each(-1),
      freshness: each(-1),
      fqns: [['shop']],
      tagLists: [],
      configs: [],
      patches: [],
      owners: [],
      groups: [],
      accesses: [],
      materializations: [],
      colors: [],
      testTypes: [],
      testNames: [],
      versionStates: [],
      freshnessStates: [],
      selectors: {},
    },
  }
}

export function projectOf(uses: Readonly<Record<string, readonly string[]>>): ProjectGraph {
  const { names, graph } = dataOf(uses)
  return toProjectGraph(names, graph, 'shop')
}

/** All nodes of a project, with the columns that some of them show. */
export function sceneOf(
  uses: Readonly<Record<string, readonly string[]>>,
  open: OpenRows = new Map(),
): Scene {
  const project = projectOf(uses)
  return makeScene(
    project,
    Array.from({ length: project.size }, (_, row) => row),
    open,
  )
}

/** Columns by row: each with where it comes from, as triples of row, column and how. */
export function columnsOf(
  rows: readonly Readonly<Record<string, readonly number[]>>[],
  first = 0,
): ColumnChunk {
  const to = rows.map((columns) => Object.keys(columns).map((): number[] => []))
  rows.forEach((columns, row) => {
    Object.values(columns).forEach((from, index) => {
      for (let at = 0; at < from.length; at += 3) {
        to[from[at]!]![from[at + 1]!]!.push(row, index, from[at + 2]!)
      }
    })
  })
  const nodes = rows.map((columns, row) => ({
    names: Object.keys(columns),
    types: Object.keys(columns).map(() => ''),
    from: Object.values(columns),
    to: to[row]!,
    uses: [],
  }))
  return { first, nodes: nodes.slice(first) }
}
