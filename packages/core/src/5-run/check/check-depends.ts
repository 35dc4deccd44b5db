import { diagnostic, type Diagnostic, type Span, type TracedText } from '@btn/diagnostics'
import type { Model, Node, NodeId, Snapshot } from '../../types/index.ts'
import { quarantineOf } from '../../loads/request.ts'
import { escapePattern, wholeWord } from '../../names/escape-pattern.ts'
import { placeOf, spanIn } from '../user-place.ts'
import { relationOf } from './node-relation.ts'
import type { CheckInput } from './check-input.ts'
import { declaredBy } from './check-query.ts'

/** What a query reads, and what its template asked for besides. */
export interface Reading {
  readonly node: Model | Snapshot
  readonly sql: TracedText
  readonly reads: ReadonlySet<NodeId>
  /** The template asked the database: it may have been about any of the relations that it names. */
  readonly hasAsked: boolean
}

/** What is read and not declared, and the other way round: then nodes are built in the wrong order, or wait for nothing. */
export function checkDepends(input: CheckInput, reading: Reading): readonly Diagnostic[] {
  const declared = declaredBy(input, reading.node)
  const { reads, node, hasAsked } = reading
  const missing = [...reads].filter((id) => id !== node.id && !declared.has(id))
  const unused = hasAsked
    ? []
    : [...declared].filter(
        (id) => !reads.has(id) && !isKey(node, id) && !readsRejected(input, reads, id),
      )
  return [
    ...missing.flatMap((id) => tellMissing(input, reading, id)),
    ...unused.flatMap((id) => tellUnused(input, node, id)),
  ]
}

/** What a foreign key points to must be there, though nothing of it is read. */
function isKey(node: Model | Snapshot, id: NodeId): boolean {
  const ofModel = node.kind === 'model' ? node.constraints : []
  const ofColumns = [...node.columns.values()].flatMap(({ constraints }) => constraints)
  return [...ofModel, ...ofColumns].some(({ toNode }) => toNode === id)
}

/** Who reads the rows that a load has rejected waits for the load. */
function readsRejected({ manifest }: CheckInput, reads: ReadonlySet<NodeId>, id: NodeId): boolean {
  const source = manifest.nodes.get(id)
  if (source?.kind !== 'source' || !source.load?.quarantine.hasTable) return false
  const { schema, name } = quarantineOf(source)
  return [...reads].some((it) => {
    const other = manifest.nodes.get(it)
    return other?.kind === 'source' && other.schema === schema && other.identifier === name
  })
}

function tellMissing(
  { manifest, runtime }: CheckInput,
  { node, sql }: Reading,
  id: NodeId,
): readonly Diagnostic[] {
  const other = manifest.nodes.get(id)
  const relation = other && relationOf(other)
  if (!other || !relation) return []
  const found = new RegExp(`[\\w".]*"?\\b${escapePattern(relation.name)}\\b"?`, 'i').exec(sql.text)
  const origin = found && sql.originAt(found.index)
  const span: Span | undefined = origin
    ? origin.isVerbatim
      ? { ...origin.span, end: Math.min(origin.span.end, origin.span.start + found[0].length) }
      : origin.span
    : placeOf(runtime, node)
  const reads = found?.[0] ?? relation.name
  return [diagnostic('check-depends-missing', { reads, ...written(other) }, { span })]
}

/** How a template refers to a node. */
function written(node: Node): { readonly name: string; readonly call: string } {
  return node.kind === 'source'
    ? {
        name: `${node.sourceName}.${node.name}`,
        call: `source('${node.sourceName}', '${node.name}')`,
      }
    : { name: node.name, call: `ref('${node.name}')` }
}

function tellUnused(
  { manifest, runtime }: CheckInput,
  node: Model | Snapshot,
  id: NodeId,
): readonly Diagnostic[] {
  const other = manifest.nodes.get(id)
  if (!other || !relationOf(other)) return []
  const place =
    other.kind === 'source'
      ? node.sources.find((it) => it.source === other.sourceName && it.table === other.name)?.place
      : node.refs.find((it) => it.name === other.name)?.place
  const span = place && spanIn(runtime, place)
  if (!span || isMentionedElsewhere(other.name, span)) return []
  return [diagnostic('check-depends-unused', { name: written(other).name }, { span })]
}

/** `-- depends_on: {{ ref('x') }}` is for what other lines read in another run, or on another target. */
function isMentionedElsewhere(name: string, { source, start }: Span): boolean {
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = source.text.indexOf('\n', start)
  const others = [source.text.slice(0, lineStart), lineEnd < 0 ? '' : source.text.slice(lineEnd)]
  return new RegExp(wholeWord(name)).test(others.join(''))
}
