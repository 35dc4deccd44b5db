import { hashKey } from './hash.ts'
import { toRepr } from './text.ts'
import type { HostObject, Value } from './value.ts'

/** Python's tuple. */
export class Tuple implements HostObject {
  readonly typeName: string
  readonly items: readonly Value[]
  /** Of a named tuple, as groupby's. */
  readonly names: readonly string[]

  constructor(items: readonly Value[], typeName = 'tuple', names: readonly string[] = []) {
    this.items = items
    this.typeName = typeName
    this.names = names
  }

  getAttribute(name: string): Value | undefined {
    const at = this.names.indexOf(name)
    return at === -1 ? undefined : this.items[at]
  }

  getItem(key: Value): Value | undefined {
    return typeof key === 'number' ? this.items.at(key) : undefined
  }

  iterate(): Iterable<Value> {
    return this.items
  }

  size(): number {
    return this.items.length
  }

  isTruthy(): boolean {
    return this.items.length > 0
  }

  toRepr(): string {
    const inner = this.items.map(toRepr)
    return this.items.length === 1 ? `(${inner[0]},)` : `(${inner.join(', ')})`
  }

  hashKey(): unknown {
    return `\0t(${this.items.map((it) => describeKey(hashKey(it))).join(',')})`
  }
}

const ids = new WeakMap<object, number>()
let lastId = 0

/** A text that two keys share exactly when they are equal. */
function describeKey(key: unknown): string {
  if (typeof key === 'string') return JSON.stringify(key)
  if (typeof key !== 'object' || key === null) return String(key)
  let id = ids.get(key)
  if (id === undefined) ids.set(key, (id = ++lastId))
  return `#${id}`
}
