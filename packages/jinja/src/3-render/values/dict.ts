import { raise } from '../errors.ts'
import { fromJs } from './from-js.ts'
import { hashKey } from './hash.ts'
import { toRepr } from './text.ts'
import type { HostObject, Value } from './value.ts'

interface Entry {
  readonly key: Value
  value: Value
}

/**
 * Python's dict: insertion order, keys by Python's equality. A dict over a plain JavaScript object converts each item when it
 * is first asked for, so handing over a large object costs nothing.
 */
export class Dict implements HostObject {
  readonly typeName: string = 'dict'
  readonly #entries = new Map<unknown, Entry>()
  /** The object behind a dict that has not been read in full. */
  #source: object | undefined

  constructor(entries: Iterable<readonly [Value, Value]> = []) {
    for (const [key, value] of entries) this.set(key, value)
  }

  /** A dict over the own enumerable properties of an object; `undefined` counts as missing. */
  static over(source: object): Dict {
    const dict = new Dict()
    dict.#source = source
    return dict
  }

  get(key: Value): Value | undefined {
    const hash = hashKey(key)
    const entry = this.#entries.get(hash)
    if (entry) return entry.value
    return this.#source && typeof hash === 'string' ? this.#convert(hash, this.#source) : undefined
  }

  #convert(name: string, source: object): Value | undefined {
    const found: unknown = Object.hasOwn(source, name) ? Reflect.get(source, name) : undefined
    if (found === undefined) return undefined
    const value = fromJs(found)
    this.#entries.set(name, { key: name, value })
    return value
  }

  has(key: Value): boolean {
    return this.get(key) !== undefined
  }

  set(key: Value, value: Value): void {
    const entries = this.#all()
    const hash = hashKey(key)
    const entry = entries.get(hash)
    if (entry) entry.value = value
    else entries.set(hash, { key, value })
  }

  delete(key: Value): boolean {
    return this.#all().delete(hashKey(key))
  }

  clear(): void {
    this.#source = undefined
    this.#entries.clear()
  }

  get length(): number {
    return this.#all().size
  }

  *keys(): IterableIterator<Value> {
    for (const entry of this.#all().values()) yield entry.key
  }

  *values(): IterableIterator<Value> {
    for (const entry of this.#all().values()) yield entry.value
  }

  *entries(): IterableIterator<readonly [Value, Value]> {
    for (const { key, value } of this.#all().values()) yield [key, value]
  }

  /** All entries, in the order of the source where there is one. */
  #all(): Map<unknown, Entry> {
    const source = this.#source
    if (!source) return this.#entries
    this.#source = undefined
    const known = new Map(this.#entries)
    this.#entries.clear()
    for (const [key, item] of Object.entries<unknown>({ ...source })) {
      if (item === undefined) continue
      const hash = hashKey(key)
      this.#entries.set(hash, known.get(hash) ?? { key, value: fromJs(item) })
    }
    return this.#entries
  }

  getItem(key: Value): Value | undefined {
    return this.get(key)
  }

  *iterate(): Iterable<Value> {
    const before = this.length
    for (const key of this.keys()) {
      yield key
      if (this.length !== before) {
        raise('RuntimeError', 'the dictionary changed its size while it was iterated over')
      }
    }
  }

  size(): number {
    return this.length
  }

  contains(key: Value): boolean {
    return this.has(key)
  }

  isTruthy(): boolean {
    return this.length > 0
  }

  toRepr(): string {
    const items = [...this.entries()].map(([key, value]) => `${toRepr(key)}: ${toRepr(value)}`)
    return `{${items.join(', ')}}`
  }

  hashKey(): null {
    return null
  }
}
