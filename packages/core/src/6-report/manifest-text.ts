import {
  macroJsonText,
  nodeJsonText,
  toDocJson,
  toGroupJson,
  toNodeJson,
  type Made,
} from '../artifact/index.ts'
import type { Json, JsonObject, Manifest, Node, NodeId } from '../types/index.ts'

export interface ManifestParts {
  readonly metadata: JsonObject
  /** Definitions of selectors.yml in their long form; see `normalizeSelectors`. */
  readonly selectors: JsonObject
  /** What a run made of the nodes that it touched. */
  readonly made: ReadonlyMap<NodeId, Made>
}

/**
 * `manifest.json` v12. Joined from the texts of the single nodes, which are written once per node object (and may come
 * from the parse cache), so that a project of thousands of nodes costs little more than the copying.
 */
export function manifestText(manifest: Manifest, parts: ManifestParts): string {
  // One list of pieces, joined once: every further copy of these megabytes would be felt.
  const out: string[] = ['{"metadata":', JSON.stringify(parts.metadata)]
  const nodes = [...manifest.nodes.values()]
  const [sources, others] = partition(nodes)
  const write = (node: Node): string => {
    const made = parts.made.get(node.id)
    return made ? JSON.stringify(toNodeJson(node, made)) : nodeJsonText(node)
  }
  addSection(out, 'nodes', others, write)
  addSection(out, 'sources', sources, write)
  addSection(out, 'macros', manifest.macros.values(), macroJsonText)
  addText(out, 'docs', JSON.stringify(mapValues(manifest.docs, toDocJson)))
  addText(out, 'exposures', '{}')
  addText(out, 'metrics', '{}')
  addText(out, 'groups', JSON.stringify(mapValues(manifest.groups, toGroupJson)))
  addText(out, 'selectors', JSON.stringify(parts.selectors))
  addSection(out, 'disabled', disabledOf(manifest), ({ nodes }) => disabledText(nodes))
  const inOrder = [...others, ...sources]
  addSection(out, 'parent_map', inOrder, ({ id }) => edgeText(manifest.parents.get(id)))
  addSection(out, 'child_map', inOrder, ({ id }) => edgeText(manifest.children.get(id)))
  addText(out, 'group_map', JSON.stringify(toGroupMap(manifest)))
  addText(out, 'saved_queries', '{}')
  addText(out, 'semantic_models', '{}')
  addText(out, 'unit_tests', '{}')
  addText(out, 'functions', '{}')
  out.push('}')
  return out.join('')
}

function addText(out: string[], name: string, text: string): void {
  out.push(`,"${name}":`, text)
}

function addSection<T extends { readonly id: string }>(
  out: string[],
  name: string,
  values: Iterable<T>,
  write: (value: T) => string,
): void {
  out.push(`,"${name}":{`)
  let separator = ''
  for (const value of values) {
    out.push(`${separator}${JSON.stringify(value.id)}:`, write(value))
    separator = ','
  }
  out.push('}')
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
  return `[${nodes.map(nodeJsonText).join(',')}]`
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

function mapValues<T>(map: ReadonlyMap<string, T>, write: (value: T) => Json): JsonObject {
  return Object.fromEntries([...map].map(([key, value]) => [key, write(value)]))
}
