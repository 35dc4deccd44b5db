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
  const nodes: string[] = []
  const sources: string[] = []
  for (const node of manifest.nodes.values()) {
    const made = parts.made.get(node.id)
    const text = made ? JSON.stringify(toNodeJson(node, made)) : nodeJsonText(node)
    ;(node.kind === 'source' ? sources : nodes).push(entry(node.id, text))
  }
  const macros = [...manifest.macros.values()].map((it) => entry(it.id, macroJsonText(it)))
  const sections: readonly (readonly [string, string])[] = [
    ['metadata', JSON.stringify(parts.metadata)],
    ['nodes', braces(nodes)],
    ['sources', braces(sources)],
    ['macros', braces(macros)],
    ['docs', JSON.stringify(mapValues(manifest.docs, toDocJson))],
    ['exposures', '{}'],
    ['metrics', '{}'],
    ['groups', JSON.stringify(mapValues(manifest.groups, toGroupJson))],
    ['selectors', JSON.stringify(parts.selectors)],
    ['disabled', braces([...manifest.disabled].map(([id, list]) => entry(id, disabledText(list))))],
    ...edgeTexts(manifest),
    ['group_map', JSON.stringify(toGroupMap(manifest))],
    ['saved_queries', '{}'],
    ['semantic_models', '{}'],
    ['unit_tests', '{}'],
    ['functions', '{}'],
  ]
  return braces(sections.map(([name, text]) => entry(name, text)))
}

const edgesOf = new WeakMap<Manifest, readonly (readonly [string, string])[]>()

/** A command writes the manifest twice (before and after the run); the edges are the same then. */
function edgeTexts(manifest: Manifest): readonly (readonly [string, string])[] {
  let texts = edgesOf.get(manifest)
  if (!texts) {
    texts = [
      ['parent_map', edgeText(manifest, manifest.parents)],
      ['child_map', edgeText(manifest, manifest.children)],
    ]
    edgesOf.set(manifest, texts)
  }
  return texts
}

function edgeText(manifest: Manifest, edges: Manifest['parents']): string {
  const nodes: string[] = []
  const sources: string[] = []
  for (const node of manifest.nodes.values()) {
    const others = edges.get(node.id) ?? []
    const sorted = others.length > 1 ? [...others].sort() : others
    const text = sorted.length === 0 ? '[]' : JSON.stringify(sorted)
    ;(node.kind === 'source' ? sources : nodes).push(entry(node.id, text))
  }
  return braces([...nodes, ...sources])
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

function entry(key: string, text: string): string {
  return `${JSON.stringify(key)}:${text}`
}

function braces(entries: readonly string[]): string {
  return `{${entries.join(',')}}`
}
