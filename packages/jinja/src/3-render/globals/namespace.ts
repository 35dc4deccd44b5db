import { readArguments } from '../match-arguments.ts'
import { addEntries } from '../methods/dict.ts'
import { Dict } from '../values/dict.ts'
import type { CallArguments, HostObject, Value } from '../values/value.ts'
import { hostFunction } from '../host-function.ts'

/** What `namespace()` gives: the one object whose attributes templates may assign to. */
class Namespace implements HostObject {
  readonly typeName = 'Namespace'
  readonly #values: Dict

  constructor(values: Dict) {
    this.#values = values
  }

  getAttribute(name: string): Value | undefined {
    return this.#values.get(name)
  }

  setAttribute(name: string, value: Value): void {
    this.#values.set(name, value)
  }

  /** The `[]` of a namespace reads the same values; assigning is only possible to attributes. */
  getItem(key: Value): Value | undefined {
    return this.#values.get(key)
  }

  *attributeNames(): Iterable<string> {
    for (const key of this.#values.keys()) if (typeof key === 'string') yield key
  }

  toRepr(): string {
    return `<Namespace ${this.#values.toRepr()}>`
  }
}

export function isNamespace(value: Value): value is Namespace {
  return value instanceof Namespace
}

export function makeDict({ positional, named }: CallArguments, name: string): Dict {
  const [source] = readArguments({ positional, named: new Map() }, name, ['mapping?', '/'])
  const dict = new Dict()
  addEntries(dict, source, named)
  return dict
}

export const namespaceFunction: HostObject = hostFunction(
  'namespace',
  (args) => new Namespace(makeDict(args, 'namespace')),
  { keepsTraces: true, typeName: 'type' },
)
