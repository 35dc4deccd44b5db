import { toDocJson, toGroupJson, toMacroJson, toNodeJson, type Made } from '../artifact/index.ts'
import type { JsonObject, Manifest, Node, NodeId } from '../types/index.ts'

export interface ManifestParts {
  readonly metadata: JsonObject
  /** Definitions of selectors.yml in their long form; see `normalizeSelectors`. */
  readonly selectors: JsonObject
  /** What a run made of the nodes that it touched. */
  readonly made: ReadonlyMap<NodeId, Made>
}

/**
 * `manifest.json` v12, in pieces: with thousands of nodes it has many megabytes, and each is written out before the
 * next is made.
 */
export function* manifestPieces(manifest: Manifest, parts: ManifestParts): Generator<string> {
  const [sources, others] = partition([...manifest.nodes.values()])
  const inOrder = [...others, ...sources]
  const write = (node: Node): string => JSON.stringify(toNodeJson(node, parts.made.get(node.id)))
  yield `{"metadata":${JSON.stringify(parts.metadata)}`
  yield* section('nodes', others, write)
  yield* section('sources', sources, write)
  yield* section('macros', manifest.macros.values(), (it) => JSON.stringify(toMacroJson(it)))
  yield* section('docs', manifest.docs.values(), (it) => JSON.stringify(toDocJson(it)))
  yield ',"exposures":{},"metrics":{}'
  yield* section('groups', manifest.groups.values(), (it) => JSON.stringify(toGroupJson(it)))
  yield `,"selectors":${JSON.stringify(parts.selectors)}`
  yield* section('disabled', disabledOf(manifest), ({ nodes }) => disabledText(nodes))
  yield* section('parent_map', inOrder, ({ id }) => edgeText(manifest.parents.get(id)))
  yield* section('child_map', inOrder, ({ id }) => edgeText(manifest.children.get(id)))
  yield `,"group_map":${JSON.stringify(toGroupMap(manifest))}`
  yield ',"saved_queries":{},"semantic_models":{},"unit_tests":{},"functions":{}}'
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

function partition(nodes: readonly Node[]): readonly [readonly Node[], readonly Node[]] {
  const isSource = (node: Node): boolean => node.kind === 'source'
  return [nodes.filter(isSource), nodes.filter((node) => !isSource(node))]
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
