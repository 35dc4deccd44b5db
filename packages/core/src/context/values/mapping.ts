import { hostFunction, readArguments, toText, type HostObject, type Value } from '@btn/jinja'

/** agate's MappedSequence: values by position and, where there are names, by name; iterates over the values. */
export function mapping(
  names: readonly string[] | undefined,
  values: readonly Value[],
): HostObject {
  const find = (key: Value): Value | undefined => {
    if (typeof key === 'number') return values.at(key)
    const index = names?.indexOf(toText(key)) ?? -1
    return index < 0 ? undefined : values[index]
  }
  const methods: Readonly<Record<string, () => Value>> = {
    keys: () => [...(names ?? [])],
    values: () => [...values],
    items: () => (names ?? []).map((name, index) => [name, values[index] ?? null]),
    dict: () => (names ?? []).map((name, index) => [name, values[index] ?? null]),
  }
  return {
    typeName: 'MappedSequence',
    getItem: find,
    iterate: () => values,
    size: () => values.length,
    contains: (key) => values.includes(key) || find(key) !== undefined,
    getAttribute(name) {
      const method = methods[name]
      if (method) return hostFunction(name, method)
      if (name !== 'get') return undefined
      return hostFunction('get', (args) => {
        const [key, otherwise] = readArguments(args, 'get', ['key', 'default?'])
        return find(key ?? null) ?? otherwise ?? null
      })
    },
  }
}
