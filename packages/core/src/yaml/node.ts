import type { Json } from '../types/index.ts'

/** YAML as a tree: every value knows its UTF-16 offsets. Anchors and merge keys are resolved, duplicate keys gone. */
export type YamlNode = YamlScalar | YamlList | YamlMap

export interface YamlScalar {
  readonly kind: 'scalar'
  readonly start: number
  readonly end: number
  readonly value: Json
}

export interface YamlList {
  readonly kind: 'list'
  readonly start: number
  readonly end: number
  readonly items: readonly YamlNode[]
}

export interface YamlMap {
  readonly kind: 'map'
  readonly start: number
  readonly end: number
  readonly entries: readonly YamlEntry[]
}

export interface YamlEntry {
  readonly key: string
  readonly keyStart: number
  readonly keyEnd: number
  readonly value: YamlNode
}

/** A key that its mapping has already; the later one counts. */
export interface DuplicateKey {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly firstStart: number
  readonly firstEnd: number
}

const MANY = 12

/** Collects the entries of a mapping; a key that comes again replaces the earlier value, as in Python. */
export class EntryList {
  readonly entries: YamlEntry[] = []
  #indexByKey: Map<string, number> | undefined

  /** The entry that the new one replaced. */
  add(entry: YamlEntry): YamlEntry | undefined {
    const index = this.#indexOf(entry.key)
    const replaced = index === -1 ? undefined : this.entries[index]
    if (replaced) {
      this.entries[index] = entry
      return replaced
    }
    this.#indexByKey?.set(entry.key, this.entries.length)
    this.entries.push(entry)
    return undefined
  }

  #indexOf(key: string): number {
    // Most mappings are tiny: looking through them beats hashing.
    if (this.entries.length < MANY) {
      for (let index = 0; index < this.entries.length; index++) {
        if (this.entries[index]?.key === key) return index
      }
      return -1
    }
    this.#indexByKey ??= new Map(this.entries.map((entry, index) => [entry.key, index]))
    return this.#indexByKey.get(key) ?? -1
  }
}

/** The value of a key; undefined when the node is no mapping or has no such key. */
export function findEntry(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  if (node?.kind !== 'map') return undefined
  for (const entry of node.entries) if (entry.key === key) return entry
  return undefined
}

export function toData(node: YamlNode): Json {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(toData)
  const data: Record<string, Json> = {}
  for (const { key, value } of node.entries) setOwn(data, key, toData(value))
  return data
}

/** Sets a key of a user's data: an assignment to `__proto__` would set the prototype instead. */
export function setOwn(data: Record<string, Json>, key: string, value: Json): void {
  if (key !== '__proto__') data[key] = value
  else
    Object.defineProperty(data, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
}
