import type { Manifest, Node, NodeId } from '../../types/index.ts'
import { compilePattern, isPattern } from './fnmatch.ts'

interface Entry {
  readonly id: NodeId
  /** Name that stands for the node: of a versioned model, not the version. */
  readonly leaf: string
  /** `orders_v2`, for versioned models. */
  readonly versionedLeaf: string | undefined
  /** Split at every dot, with and without the package. */
  readonly scoped: readonly string[]
  readonly unscoped: readonly string[]
}

/**
 * Finds nodes by fully qualified name. A name is looked up in two maps (by its last and by its first part), so that a
 * thousand names cost no thousand walks over the project.
 */
export class FqnIndex {
  readonly #entries: readonly Entry[]
  readonly #byLeaf = new Map<string, Entry[]>()
  readonly #byVersion = new Map<string, Entry[]>()
  readonly #byHead = new Map<string, Entry[]>()

  constructor(manifest: Manifest) {
    const entries: Entry[] = []
    for (const node of manifest.nodes.values()) {
      // Sources have their own method, and dbt does not find them by name.
      if (node.kind !== 'source') entries.push(toEntry(node))
    }
    this.#entries = entries
    for (const entry of entries) {
      add(this.#byLeaf, entry.leaf, entry)
      if (entry.versionedLeaf !== undefined) add(this.#byVersion, entry.versionedLeaf, entry)
      const [head = ''] = entry.scoped
      const [inner = ''] = entry.unscoped
      add(this.#byHead, head, entry)
      if (inner !== head) add(this.#byHead, inner, entry)
    }
  }

  search(value: string): Iterable<NodeId> {
    const parts = value.split('.')
    const at = parts.findIndex(isPattern)
    const found = new Set<NodeId>()
    for (const entry of this.#byLeaf.get(value) ?? []) found.add(entry.id)
    // The last two parts, joined: `orders_v2`, `orders.v2` and `staging.orders.v2` all name a version.
    const version = parts.slice(-2).join('_')
    for (const entry of this.#byVersion.get(version) ?? []) found.add(entry.id)
    const candidates = at === 0 ? this.#entries : (this.#byHead.get(parts[0] ?? '') ?? [])
    for (const entry of candidates) {
      if (!found.has(entry.id) && isBelow(entry, parts, at)) found.add(entry.id)
    }
    return found
  }
}

function isBelow(entry: Entry, parts: readonly string[], at: number): boolean {
  if (at === 0 && parts.length === 1 && compilePattern(parts[0] ?? '').test(entry.leaf)) return true
  return startsWith(entry.scoped, parts, at) || startsWith(entry.unscoped, parts, at)
}

/** From the first pattern on (`at`), the rest of the name is matched as one text. */
function startsWith(fqn: readonly string[], parts: readonly string[], at: number): boolean {
  if (fqn.length < parts.length) return false
  const exact = at === -1 ? parts.length : at
  for (let index = 0; index < exact; index++) if (fqn[index] !== parts[index]) return false
  if (at === -1) return true
  return compilePattern(parts.slice(at).join('.')).test(fqn.slice(at).join('.'))
}

function toEntry(node: Node): Entry {
  const isVersioned = node.kind === 'model' && node.version !== undefined
  const leaf = node.fqn.at(isVersioned ? -2 : -1) ?? node.name
  return {
    id: node.id,
    leaf,
    versionedLeaf: isVersioned ? node.fqn.slice(-2).join('_') : undefined,
    scoped: node.fqn.flatMap((part) => part.split('.')),
    unscoped: node.fqn.slice(1).flatMap((part) => part.split('.')),
  }
}

function add(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key)
  if (list) list.push(entry)
  else map.set(key, [entry])
}
