import type { NodeId } from '../../types/index.ts'
import { compilePattern, isPattern } from './fnmatch.ts'
import type { Selectable, SelectableGraph } from './selectable.ts'

/**
 * Finds nodes by fully qualified name. A name is looked up in maps (by its last and by its first part), so that a
 * thousand names cost no thousand walks over the project.
 */
export class FqnIndex {
  readonly #nodes: readonly Selectable[]
  #maps: Maps | undefined

  constructor(manifest: SelectableGraph) {
    // Sources have their own method, and dbt does not find them by name.
    this.#nodes = [...manifest.nodes.values()].filter((node) => node.kind !== 'source')
  }

  search(value: string): Iterable<NodeId> {
    if (value === '*') return this.#nodes.map((node) => node.id)
    const maps = (this.#maps ??= createMaps(this.#nodes))
    const parts = value.split('.')
    const at = parts.findIndex(isPattern)
    const found = new Set<NodeId>()
    for (const node of maps.byLeaf.get(value) ?? []) found.add(node.id)
    // The last two parts, joined: `orders_v2`, `orders.v2` and `staging.orders.v2` all name a version.
    const version = parts.slice(-2).join('_')
    for (const node of maps.byVersion.get(version) ?? []) found.add(node.id)
    const candidates = at === 0 ? this.#nodes : (maps.byHead.get(parts[0] ?? '') ?? [])
    for (const node of candidates) if (isBelow(node, parts, at)) found.add(node.id)
    return found
  }
}

interface Maps {
  /** By the name that stands for the node. */
  readonly byLeaf: ReadonlyMap<string, readonly Selectable[]>
  /** By `orders_v2`: versioned models only. */
  readonly byVersion: ReadonlyMap<string, readonly Selectable[]>
  /** By the first part of the name, with the package and without. */
  readonly byHead: ReadonlyMap<string, readonly Selectable[]>
}

function createMaps(nodes: readonly Selectable[]): Maps {
  const byLeaf = new Map<string, Selectable[]>()
  const byVersion = new Map<string, Selectable[]>()
  const byHead = new Map<string, Selectable[]>()
  for (const node of nodes) {
    const { fqn } = node
    add(byLeaf, leafOf(node), node)
    if (isVersioned(node)) add(byVersion, fqn.slice(-2).join('_'), node)
    const head = firstPart(fqn[0])
    const inner = firstPart(fqn[1])
    add(byHead, head, node)
    if (inner !== head) add(byHead, inner, node)
  }
  return { byLeaf, byVersion, byHead }
}

function add(map: Map<string, Selectable[]>, key: string, node: Selectable): void {
  const list = map.get(key)
  if (list) list.push(node)
  else map.set(key, [node])
}

/** Dots inside a name separate, too. */
function firstPart(part = ''): string {
  const dot = part.indexOf('.')
  return dot === -1 ? part : part.slice(0, dot)
}

function isVersioned(node: Selectable): boolean {
  return node.kind === 'model' && node.version !== undefined
}

/** The name that stands for the node: of a versioned model, not the version. */
function leafOf(node: Selectable): string {
  return node.fqn.at(isVersioned(node) ? -2 : -1) ?? node.name
}

function isBelow(node: Selectable, parts: readonly string[], at: number): boolean {
  const isBare = at === 0 && parts.length === 1
  if (isBare && compilePattern(parts[0] ?? '').test(leafOf(node))) return true
  const fqn = node.fqn.join('.').split('.')
  return startsWith(fqn, parts, at) || startsWith(fqn.slice(countParts(node.fqn[0])), parts, at)
}

function countParts(part = ''): number {
  return part.split('.').length
}

/** From the first pattern on (`at`), the rest of the name is matched as one text. */
function startsWith(fqn: readonly string[], parts: readonly string[], at: number): boolean {
  if (fqn.length < parts.length) return false
  const exact = at === -1 ? parts.length : at
  for (let index = 0; index < exact; index++) if (fqn[index] !== parts[index]) return false
  if (at === -1) return true
  return compilePattern(parts.slice(at).join('.')).test(fqn.slice(at).join('.'))
}
