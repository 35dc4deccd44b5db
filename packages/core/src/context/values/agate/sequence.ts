import {
  Dict,
  hostFunction,
  isEqual,
  isTruthy,
  raise,
  readArguments,
  Slice,
  sliceOf,
  toRepr,
  Tuple,
  type HostObject,
  type Value,
} from '@btn/jinja'

/** What agate's sequences have in common: values in order, some with names. */
interface Sequence {
  readonly typeName: string
  readonly names: () => readonly Value[] | undefined
  readonly values: () => readonly Value[]
  /** Attributes beyond those of every sequence. */
  readonly more?: (name: string) => Value | undefined
}

/** Python's dict that writes itself as a list of pairs. */
export class OrderedDict extends Dict {
  override readonly typeName: string = 'OrderedDict'

  override toRepr(): string {
    const pairs = [...this.entries()].map((entry) => toRepr(new Tuple(entry)))
    return pairs.length === 0 ? 'OrderedDict()' : `OrderedDict([${pairs.join(', ')}])`
  }
}

/** How many values its text shows. */
const SHOWN = 5

function isSame(values: readonly Value[], other: Value): boolean {
  const isList = Array.isArray(other)
  if (!isList && (typeof other !== 'object' || other === null || !('iterate' in other)))
    return false
  const others = isList ? other : [...(other.iterate?.() ?? [])]
  return (
    others.length === values.length && others.every((it, at) => isEqual(it, values[at] ?? null))
  )
}

/** agate's MappedSequence: values by position and, where there are names, by name; iterates over the values. */
export function sequence({ typeName, names, values, more }: Sequence): HostObject {
  const find = (key: Value): Value | undefined => {
    if (key instanceof Slice) return new Tuple(sliceOf(values(), key))
    if (typeof key === 'number') return values().at(key)
    const index = names()?.findIndex((name) => isEqual(name, key)) ?? -1
    return index < 0 ? undefined : values()[index]
  }
  const pairs = (): (readonly [Value, Value])[] =>
    (names() ?? []).map((name, index) => [name, values()[index] ?? null])
  const show = (): string => {
    const shown = values().slice(0, SHOWN).map(toRepr)
    if (values().length > SHOWN) shown.push('...')
    return `<agate.${typeName}: (${shown.join(', ')})>`
  }
  const methods: Readonly<Record<string, (args: Parameters<typeof readArguments>[0]) => Value>> = {
    keys: () => (names() ? new Tuple([...(names() ?? [])]) : null),
    values: () => new Tuple([...values()]),
    items: () => new Tuple(pairs().map(([name, value]) => new Tuple([name, value]))),
    dict: () => new OrderedDict(pairs()),
    get: (args) => {
      const [key, otherwise] = readArguments(args, 'get', ['key', 'default?'])
      const found = typeof key === 'number' ? undefined : find(key ?? null)
      return found ?? (otherwise !== undefined && isTruthy(otherwise) ? otherwise : null)
    },
    count: (args) => {
      const [wanted] = readArguments(args, 'count', ['value'])
      return values().filter((value) => isEqual(value, wanted ?? null)).length
    },
    index: (args) => {
      const [wanted] = readArguments(args, 'index', ['value'])
      const index = values().findIndex((value) => isEqual(value, wanted ?? null))
      return index < 0 ? raise('ValueError', 'the sequence has no such value') : index
    },
  }
  return {
    typeName,
    getItem: find,
    iterate: values,
    size: () => values().length,
    contains: (wanted) => values().some((value) => isEqual(value, wanted)),
    isTruthy: () => values().length > 0,
    equals: (other) => isSame(values(), other),
    toText: show,
    toRepr: show,
    attributeNames: () => Object.keys(methods),
    getAttribute(name) {
      const own = more?.(name)
      if (own !== undefined) return own
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined
      return method && hostFunction(name, method)
    },
  }
}
