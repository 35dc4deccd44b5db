import { hashKey } from './hash.ts'
import { toRepr } from './text.ts'
import type { HostObject, Value } from './value.ts'

/** Python's set, with the order of insertion. */
export class SetValue implements HostObject {
  readonly typeName = 'set'
  readonly #items = new Map<unknown, Value>()

  constructor(items: Iterable<Value> = []) {
    for (const item of items) this.add(item)
  }

  static from(items: Iterable<Value>): SetValue {
    return new SetValue(items)
  }

  add(item: Value): void {
    const hash = hashKey(item)
    if (!this.#items.has(hash)) this.#items.set(hash, item)
  }

  delete(item: Value): boolean {
    return this.#items.delete(hashKey(item))
  }

  clear(): void {
    this.#items.clear()
  }

  iterate(): IterableIterator<Value> {
    return this.#items.values()
  }

  size(): number {
    return this.#items.size
  }

  contains(item: Value): boolean {
    return this.#items.has(hashKey(item))
  }

  isTruthy(): boolean {
    return this.#items.size > 0
  }

  toRepr(): string {
    if (this.#items.size === 0) return 'set()'
    return `{${[...this.#items.values()].map(toRepr).join(', ')}}`
  }

  hashKey(): null {
    return null
  }
}
