import { diagnostic, type Diagnostic, type Related, type Source, type Span } from '@btn/diagnostics'
import type {
  Checked,
  ColumnName,
  Leak,
  Manifest,
  Node,
  NodeId,
  PersonalMap,
  PersonalTrace,
  Place,
} from '../types/index.ts'
import { parentsOf } from '../types/parents.ts'
import { escapePattern } from '../names/escape-pattern.ts'
import { shownName } from './find-columns.ts'
import { keyOf, LineageGraph } from './graph.ts'
import { wayOf } from './personal.ts'
import { readSaid } from './read-said.ts'

type Nodes = Manifest['nodes']

interface Sight {
  readonly nodes: Nodes
  readonly checked: Pick<Checked, 'nodes'>
  readonly personal: PersonalMap
}

/** Each column, where it gets out first. */
export function findLeaks(sight: Sight, wanted: (id: NodeId) => boolean): readonly Leak[] {
  const graph = new LineageGraph(sight.checked.nodes)
  return [...sight.nodes.values()].flatMap((node) => {
    if (!wanted(node.id)) return []
    const exit = exitOf(node)
    if (!exit) return []
    return seenThrough(node, graph).flatMap((column) =>
      rawIn(sight.personal, column).map((it) => ({
        ...column,
        class: it.class,
        by: node.id,
        exit,
      })),
    )
  })
}

function exitOf(node: Node): Leak['exit'] | undefined {
  if (node.kind === 'report' || node.kind === 'exposure') return node.kind
  if (node.kind !== 'model') return undefined
  if (node.access === 'public') return 'public'
  return node.config['materialized'] === 'external' ? 'external' : undefined
}

/** The columns that are seen: of a report those of its queries, of an exposure all of what it stands on. */
function seenThrough(node: Node, graph: LineageGraph): readonly ColumnName[] {
  const all = (id: NodeId) => graph.columnsOf(id).map(({ name }) => ({ node: id, column: name }))
  return node.kind === 'exposure' ? node.dependsOn.nodes.flatMap(all) : all(node.id)
}

function rawIn(personal: PersonalMap, column: ColumnName): readonly PersonalTrace[] {
  return (personal.get(keyOf(column)) ?? []).filter(({ state }) => state === 'raw')
}

/** Programs and queries that nobody understands: what becomes of the personal data that they read is not known. */
export function findLost(
  { nodes, checked, personal }: Sight,
  wanted: (id: NodeId) => boolean,
): readonly (ColumnName & { readonly class: string; readonly in: NodeId })[] {
  const graph = new LineageGraph(checked.nodes)
  return [...nodes.values()].flatMap((node) => {
    if (!wanted(node.id) || !isDark(node, checked.nodes) || readSaid(node).size > 0) return []
    const [first] = parentsOf(node).flatMap((id) =>
      graph.columnsOf(id).flatMap(({ name }) => {
        const column = { node: id, column: name }
        return rawIn(personal, column).map((it) => ({ ...column, class: it.class, in: node.id }))
      }),
    )
    return first ? [first] : []
  })
}

function isDark({ id, kind }: Node, nodes: Checked['nodes']): boolean {
  const found = nodes.get(id)
  if (kind === 'report') return found?.kind === 'checked' && found.problem !== undefined
  if (kind !== 'model' && kind !== 'snapshot') return false
  if (found?.kind === 'unchecked') return true
  if (found?.kind !== 'checked') return false
  return found.problem !== undefined || found.doubt?.node === id
}

type FindSource = (file: string) => Source | undefined

const EXITS = {
  public: 'a public model',
  external: 'which is written to a file',
  report: 'a report',
  exposure: 'an exposure',
} as const

/** A mistake for each leak, with the way that the data took, column by column. */
export function tellLeak(
  { nodes, personal }: Sight,
  leak: Leak,
  findSource: FindSource,
): Diagnostic {
  const way = wayOf(personal, leak, leak)
  const by = nodes.get(leak.by)
  const span = by && placeOf(by, leak.column, findSource)
  const origin = way[1]
  const fromNode = origin && nodes.get(origin.node)
  const first = origin && { how: way[0]?.how ?? '', column: origin.column }
  const related = way.flatMap(({ node: id, column, how }, at): Related[] => {
    const node = nodes.get(id)
    const next = way[at + 1]
    if (!node) return []
    const from = next && nodes.get(next.node)
    const message =
      from && next
        ? `${shownName(node)}.${column} is ${how} from ${shownName(from)}.${next.column}`
        : `${shownName(node)}.${column} is declared to be ${leak.class}`
    const place = next ? placeOf(node, column, findSource) : declaredAt(node, column, findSource)
    return place && !isSamePlace(place, span) ? [{ message, span: place }] : []
  })
  const params = {
    class: leak.class,
    column: leak.column,
    name: by ? shownName(by) : leak.by,
    exit: EXITS[leak.exit],
    from:
      first && fromNode ? `${first.how} from ${shownName(fromNode)}.${first.column}` : undefined,
  }
  return diagnostic('pii-reaches', params, { span, related })
}

function isSamePlace(one: Span, other: Span | undefined): boolean {
  return one.source.path === other?.source.path && one.start === other.start
}

export function tellLost(
  { nodes }: Sight,
  lost: ReturnType<typeof findLost>[number],
  findSource: FindSource,
): Diagnostic {
  const node = nodes.get(lost.in)
  const from = nodes.get(lost.node)
  const params = {
    class: lost.class,
    column: `${from ? shownName(from) : lost.node}.${lost.column}`,
    name: node?.name ?? lost.in,
    isReport: node?.kind === 'report',
  }
  return diagnostic('pii-lost', params, { span: node && placeOf(node, '', findSource) })
}

/** Where a column is written in the node's own file, or the file's beginning. */
function placeOf(node: Node, column: string, findSource: FindSource): Span | undefined {
  if (node.kind === 'source' || node.kind === 'seed') return declaredAt(node, column, findSource)
  const source = findSource(node.file)
  if (!source) return undefined
  const word = escapePattern(column)
  const found =
    word === ''
      ? undefined
      : new RegExp(`(?<![\\w.])(?:\\w+\\.)?"?\\b${word}\\b`, 'i').exec(source.text)
  const start = found?.index ?? 0
  return { source, start, end: start + (found?.[0].length ?? 0) }
}

function declaredAt(node: Node, column: string, findSource: FindSource): Span | undefined {
  const place: Place | undefined =
    readSaid(node).get(column.toLowerCase())?.place ??
    ('columns' in node ? node.columns.get(column)?.place : undefined)
  const source = place && findSource(place.file)
  return place && source && { source, start: place.start, end: place.end }
}
