import { raise } from '../errors.ts'
import { hostFunction } from '../host-function.ts'
import { Tuple } from '../values/tuple.ts'
import type { CallArguments, HostObject, Value } from '../values/value.ts'

/** What `cycler(…)` gives: its items in turn, across loops. */
class Cycler implements HostObject {
  readonly typeName = 'Cycler'
  readonly #items: readonly Value[]
  #at = 0

  constructor(items: readonly Value[]) {
    this.#items = items
  }

  #current(): Value {
    return this.#items[this.#at] ?? null
  }

  #next(): Value {
    const value = this.#current()
    this.#at = (this.#at + 1) % this.#items.length
    return value
  }

  getAttribute(name: string): Value | undefined {
    switch (name) {
      case 'current':
        return this.#current()
      case 'items':
        return new Tuple(this.#items)
      case 'pos':
        return this.#at
      case 'next':
        return hostFunction('next', () => this.#next())
      case 'reset':
        return hostFunction('reset', () => {
          this.#at = 0
          return null
        })
      default:
        return undefined
    }
  }
}

export const cyclerFunction = hostFunction('cycler', makeCycler, { typeName: 'type' })

function makeCycler({ positional }: CallArguments): Value {
  if (positional.length > 0) return new Cycler(positional)
  return raise('RuntimeError', 'at least one item has to be provided')
}
