import { diagnostic, findNearest, type Diagnostic } from '@btn/diagnostics'
import type { ColumnName, Manifest, Node } from '../types/index.ts'
import { sayWhy } from './lineage-json.ts'
import type { LineageGraph } from './graph.ts'

/** As people call a node where they ask for its columns: `orders`, `source:raw.orders`. */
export function shownName(node: Node): string {
  return node.kind === 'source' ? `source:${node.sourceName}.${node.name}` : node.name
}

/** All ways to call it. */
function namesOf(node: Node): readonly string[] {
  if (node.kind === 'source') {
    const name = `${node.sourceName}.${node.name}`
    return [`source:${name}`, name, node.id]
  }
  const { name, packageName, id } = node
  const version = node.kind === 'model' ? node.version : undefined
  const names = version === undefined ? [name] : [`${name}.v${version}`, `${name}_v${version}`]
  const isLatest = node.kind === 'model' && node.version === node.latestVersion
  return [...names, ...(isLatest ? [name] : []), ...names.map((it) => `${packageName}.${it}`), id]
}

/**
 * The columns that a text such as `orders.amount` names: one, or all of a node. A mistake where there is no such column, or nothing
 * is known of it.
 */
export function findColumns(
  { nodes }: Pick<Manifest, 'nodes'>,
  graph: LineageGraph,
  text: string,
): { readonly columns: readonly ColumnName[] } | { readonly mistake: Diagnostic } {
  const all = [...nodes.values()].filter(isRelation)
  const named = all.flatMap((node) => namesOf(node).map((name) => ({ name, node })))
  const wanted = text.toLowerCase()
  const [best] = named
    .filter(
      ({ name }) => wanted === name.toLowerCase() || wanted.startsWith(`${name.toLowerCase()}.`),
    )
    .sort((a, b) => b.name.length - a.name.length)
  if (!best) {
    const nearest = nearestOf(
      text,
      named.map(({ name }) => name),
    )
    return { mistake: diagnostic('lineage-node-unknown', { name: text, nearest }) }
  }
  const { id } = best.node
  const found = graph.find(id)
  if (found?.kind !== 'checked') return { mistake: unknown(best.node, nodes, graph) }
  const column = text.slice(best.name.length + 1)
  const columns = graph.columnsOf(id).map(({ name }) => name)
  if (column === '') return { columns: columns.map((it) => ({ node: id, column: it })) }
  const exact = graph.findColumn({ node: id, column })
  if (exact) return { columns: [{ node: id, column: exact.name }] }
  const nearest = findNearest(column, columns)
  const params = { node: shownName(best.node), column, nearest, columns }
  return { mistake: diagnostic('lineage-column-unknown', params) }
}

function isRelation({ kind }: Node): boolean {
  return kind === 'model' || kind === 'source' || kind === 'seed' || kind === 'snapshot'
}

/** The text may have a column behind the name. */
function nearestOf(text: string, names: readonly string[]): string | undefined {
  const dot = text.lastIndexOf('.')
  return findNearest(text, names) ?? (dot > 0 ? findNearest(text.slice(0, dot), names) : undefined)
}

function unknown(node: Node, nodes: Manifest['nodes'], graph: LineageGraph): Diagnostic {
  const found = graph.find(node.id)
  const why =
    found?.kind === 'unchecked'
      ? sayWhy(found.because, nodes)
      : 'its query has a mistake: btn check tells it'
  return diagnostic('lineage-unknown', { name: shownName(node), why })
}

/** Every column that can be reached, and the hops between them, each once. */
export interface Reached {
  readonly columns: readonly ColumnName[]
  readonly hops: readonly {
    readonly from: ColumnName
    readonly to: ColumnName
    readonly how: string
  }[]
}

export function reach(
  graph: LineageGraph,
  start: readonly ColumnName[],
  directions: readonly ('up' | 'down')[],
): Reached {
  const columns = new Map<string, ColumnName>()
  const hops = new Map<string, Reached['hops'][number]>()
  for (const direction of directions) {
    const queue = [...start]
    const seen = new Set<string>()
    for (const at of queue) {
      const key = `${at.node}\0${at.column}`
      if (seen.has(key)) continue
      seen.add(key)
      columns.set(key, at)
      for (const { node, column, how } of graph[direction](at)) {
        const other = { node, column }
        const [from, to] = direction === 'up' ? [other, at] : [at, other]
        hops.set([from.node, from.column, to.node, to.column].join('\0'), { from, to, how })
        queue.push(other)
      }
    }
  }
  return { columns: [...columns.values()], hops: [...hops.values()] }
}
