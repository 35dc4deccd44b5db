import { raise } from '../errors.ts'
import { isEqual } from '../operators/equal.ts'
import { toRepr } from './text.ts'
import type { HostObject, Value } from './value.ts'

/** Items that are made when they are asked for, once: what Jinja's `map`, `select` and others give. */
export class Lazy implements HostObject {
  readonly typeName: string
  readonly #items: Iterable<Value>

  constructor(items: Iterable<Value>, typeName = 'generator') {
    this.typeName = typeName
    this.#items = items
  }

  iterate(): Iterable<Value> {
    return this.#items
  }

  toRepr(): string {
    return `<${this.typeName} object>`
  }
}

/** The keys, values or items of a dict, which follow its changes. */
export class DictView implements HostObject {
  readonly typeName: string
  readonly #items: () => Iterable<Value>
  readonly #size: () => number

  constructor(typeName: string, items: () => Iterable<Value>, size: () => number) {
    this.typeName = typeName
    this.#items = items
    this.#size = size
  }

  *iterate(): Iterable<Value> {
    const before = this.#size()
    for (const item of this.#items()) {
      yield item
      if (this.#size() !== before) {
        raise('RuntimeError', 'the dictionary changed its size while it was iterated over')
      }
    }
  }

  size(): number {
    return this.#size()
  }

  /** Keys and items compare as sets. */
  equals(other: Value): boolean {
    if (!(other instanceof DictView) || this.typeName === 'dict_values') return this === other
    const items = [...this.#items()]
    const others = [...other.#items()]
    return items.length === others.length && items.every((it) => others.some((o) => isEqual(it, o)))
  }

  toRepr(): string {
    return `${this.typeName}([${[...this.#items()].map(toRepr).join(', ')}])`
  }
}
