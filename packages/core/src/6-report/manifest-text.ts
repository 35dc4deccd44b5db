import type { Piece } from '../host.ts'
import {
  toDocJson,
  toGroupJson,
  toMacroJson,
  toNodeJson,
  toNodeTexts,
  type Made,
} from '../artifact/index.ts'
import { isDescribed } from '../described/is-described.ts'
import type {
  DescribedNode,
  JsonObject,
  Manifest,
  Node,
  NodeId,
  SourceTable,
  UnitTest,
  UserFunction,
} from '../types/index.ts'
import { dbtView, isOfDbt, type OfDbt } from './dbt-view.ts'
import type { KeptTexts } from './kept-texts.ts'

export interface ManifestParts {
  readonly metadata: JsonObject
  /** Definitions of selectors.yml in their long form; see `normalizeSelectors`. */
  readonly selectors: JsonObject
  /** What a run made of the nodes that it touched. */
  readonly made: ReadonlyMap<NodeId, Made>
  /** Large texts of the last manifest; none where texts are changed on their way out. */
  readonly kept: KeptTexts | undefined
}

/**
 * `manifest.json` v12, in pieces: with thousands of nodes it has many megabytes, and each is written out before the
 * next is made.
 */
export function* manifestPieces(whole: Manifest, parts: ManifestParts): Generator<Piece> {
  const manifest = dbtView(whole)
  const { sources, unitTests, described, functions, others } = divide([
    ...[...manifest.nodes.values()].filter(isOfDbt),
    ...(manifest.dangling ?? []).filter(isOfDbt),
  ])
  const inOrder = [...others, ...sources, ...described, ...unitTests, ...functions]
  const ofKind = (kind: DescribedNode['kind']) => described.filter((it) => it.kind === kind)
  const head = `{"metadata":${JSON.stringify(parts.metadata)},"nodes":{`
  yield head
  yield* nodePieces(others, parts, Buffer.byteLength(head))
  yield '}'
  yield* section('sources', sources, nodeJson)
  yield* section('macros', manifest.macros.values(), (it) => JSON.stringify(toMacroJson(it)))
  yield* section('docs', manifest.docs.values(), (it) => JSON.stringify(toDocJson(it)))
  yield* section('exposures', ofKind('exposure'), nodeJson)
  yield* section('metrics', ofKind('metric'), nodeJson)
  yield* section('groups', manifest.groups.values(), (it) => JSON.stringify(toGroupJson(it)))
  yield `,"selectors":${JSON.stringify(parts.selectors)}`
  yield* section('disabled', disabledOf(manifest), ({ nodes }) => disabledText(nodes))
  yield* section('parent_map', inOrder, ({ id }) => edgeText(manifest.parents.get(id)))
  yield* section('child_map', inOrder, ({ id }) => edgeText(manifest.children.get(id)))
  yield `,"group_map":${JSON.stringify(toGroupMap(manifest))}`
  yield* section('saved_queries', ofKind('saved_query'), nodeJson)
  yield* section('semantic_models', ofKind('semantic_model'), nodeJson)
  yield* section('unit_tests', unitTests, nodeJson)
  yield* section('functions', functions, (it) =>
    JSON.stringify(toNodeJson(it, parts.made.get(it.id))),
  )
  yield '}'
}

const nodeJson = (node: Node): string => JSON.stringify(toNodeJson(node))

/** `at` is the place of the first piece in the file, in bytes. */
function* nodePieces(
  nodes: readonly CodedNode[],
  { made, kept }: ManifestParts,
  at: number,
): Generator<Piece> {
  let separator = ''
  for (const node of nodes) {
    const key = `${separator}${JSON.stringify(node.id)}:`
    for (const piece of [key, ...nodeText(node, made.get(node.id), kept, at + sizeOf(key))]) {
      yield piece
      at += sizeOf(piece)
    }
    separator = ','
  }
}

function sizeOf(piece: Piece): number {
  return typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
}

/** With the large texts of the last manifest, where they are known to be the same; notes where they lie in this one. */
function nodeText(
  node: CodedNode,
  made: Made | undefined,
  kept: KeptTexts | undefined,
  at: number,
): readonly Piece[] {
  const origin = kept?.originOf(node)
  if (!kept || origin === undefined) return [JSON.stringify(toNodeJson(node, made))]
  const { rest, columns, rawCode } = toNodeTexts(node, made, kept.find(node, origin))
  const columnsAt = at + sizeOf(rest[0])
  const rawAt = columnsAt + sizeOf(columns) + sizeOf(rest[1])
  kept.note(node, [origin, columnsAt, sizeOf(columns), rawAt, sizeOf(rawCode)])
  return [rest[0], columns, rest[1], rawCode, rest[2]]
}

function* section<T extends { readonly id: string }>(
  name: string,
  values: Iterable<T>,
  write: (value: T) => string,
): Generator<string> {
  yield `,"${name}":{`
  let separator = ''
  for (const value of values) {
    yield `${separator}${JSON.stringify(value.id)}:`
    yield write(value)
    separator = ','
  }
  yield '}'
}

type CodedNode = Exclude<OfDbt, SourceTable | UnitTest | UserFunction | DescribedNode>

interface Sections {
  readonly sources: readonly SourceTable[]
  readonly unitTests: readonly UnitTest[]
  readonly functions: readonly UserFunction[]
  readonly described: readonly DescribedNode[]
  /** What belongs below `nodes`. */
  readonly others: readonly CodedNode[]
}

function divide(nodes: readonly OfDbt[]): Sections {
  const sources: SourceTable[] = []
  const unitTests: UnitTest[] = []
  const functions: UserFunction[] = []
  const described: DescribedNode[] = []
  const others: CodedNode[] = []
  for (const node of nodes) {
    if (node.kind === 'source') sources.push(node)
    else if (node.kind === 'unit_test') unitTests.push(node)
    else if (node.kind === 'function') functions.push(node)
    else if (isDescribed(node)) described.push(node)
    else others.push(node)
  }
  return { sources, unitTests, functions, described, others }
}

function edgeText(ids: readonly NodeId[] = []): string {
  if (ids.length === 0) return '[]'
  return JSON.stringify(ids.length > 1 ? [...ids].sort() : ids)
}

interface Disabled {
  readonly id: NodeId
  readonly nodes: readonly Node[]
}

function disabledOf(manifest: Manifest): readonly Disabled[] {
  return [...manifest.disabled].map(([id, nodes]) => ({ id, nodes }))
}

function disabledText(nodes: readonly Node[]): string {
  return JSON.stringify(nodes.map((node) => toNodeJson(node)))
}

/** The nodes of each group, by the group's name. */
function toGroupMap(manifest: Manifest): JsonObject {
  const map: Record<string, NodeId[]> = {}
  for (const group of manifest.groups.values()) map[group.name] = []
  if (manifest.groups.size === 0) return map
  for (const node of manifest.nodes.values()) {
    if ('group' in node && node.group !== undefined) map[node.group]?.push(node.id)
  }
  return map
}
