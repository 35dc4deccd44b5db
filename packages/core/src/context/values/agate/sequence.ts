import {
  Dict,
  hostFunction,
  readArguments,
  toRepr,
  toText,
  Tuple,
  type HostObject,
  type Value,
} from '@btn/jinja'

/** What agate's sequences have in common: values in order, some with names. */
interface Sequence {
  readonly typeName: string
  readonly names: () => readonly string[] | undefined
  readonly values: () => readonly Value[]
  /** Attributes beyond those of every sequence. */
  readonly more?: (name: string) => Value | undefined
}

/** agate's MappedSequence: values by position and, where there are names, by name; iterates over the values. */
export function sequence({ typeName, names, values, more }: Sequence): HostObject {
  const find = (key: Value): Value | undefined => {
    if (typeof key === 'number') return values().at(key)
    const index = names()?.indexOf(toText(key)) ?? -1
    return index < 0 ? undefined : values()[index]
  }
  const pairs = (): (readonly [string, Value])[] =>
    (names() ?? []).map((name, index) => [name, values()[index] ?? null])
  const toRepr_ = (): string => `<agate.${typeName}: ${toRepr(new Tuple([...values()]))}>`
  const methods: Readonly<Record<string, (args: Parameters<typeof readArguments>[0]) => Value>> = {
    keys: () => (names() ? new Tuple([...(names() ?? [])]) : null),
    values: () => new Tuple([...values()]),
    items: () => new Tuple(pairs().map(([name, value]) => new Tuple([name, value]))),
    dict: () => new Dict(pairs()),
    get: (args) => {
      const [key, otherwise] = readArguments(args, 'get', ['key', 'default?'])
      return find(key ?? null) ?? otherwise ?? null
    },
    count: (args) => {
      const [wanted] = readArguments(args, 'count', ['value'])
      return values().filter((value) => value === wanted).length
    },
  }
  return {
    typeName,
    getItem: find,
    iterate: values,
    size: () => values().length,
    contains: (key) => values().includes(key),
    toText: toRepr_,
    toRepr: toRepr_,
    attributeNames: () => Object.keys(methods),
    getAttribute(name) {
      const own = more?.(name)
      if (own !== undefined) return own
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined
      return method && hostFunction(name, method)
    },
  }
}
