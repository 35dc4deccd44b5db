import {
  hostFunction,
  raise,
  readArguments,
  toText,
  Tuple,
  type HostObject,
  type Value,
} from '@btn/jinja'

/** An object with fixed members, reached as attributes and as items alike. */
export function record(typeName: string, members: Readonly<Record<string, Value>>): HostObject {
  const table = new Map(Object.entries(members))
  return lazyRecord(typeName, table.keys(), (name) => table.get(name))
}

/** As `record`, with members that are made when they are asked for. It has the methods of a Python dict, too. */
export function lazyRecord(
  typeName: string,
  names: Iterable<string>,
  find: (name: string) => Value | undefined,
): HostObject {
  const listed = [...new Set(names)]
  const methods = dictMethods(listed, find)
  return {
    typeName,
    getAttribute: (name) => find(name) ?? methods[name],
    getItem: (key) => find(toText(key)),
    contains: (key) => listed.includes(toText(key)),
    iterate: () => listed,
    size: () => listed.length,
    isMapping: true,
    isTruthy: () => true,
    toText: () => `<${typeName}>`,
    attributeNames: () => listed,
  }
}

function dictMethods(
  names: readonly string[],
  find: (name: string) => Value | undefined,
): Readonly<Record<string, Value>> {
  const valueOf = (name: string): Value => find(name) ?? null
  return {
    keys: hostFunction('keys', () => [...names]),
    values: hostFunction('values', () => names.map(valueOf)),
    items: hostFunction('items', () => names.map((name) => new Tuple([name, valueOf(name)]))),
    get: hostFunction('get', (args) => {
      const [key, otherwise] = readArguments(args, 'get', ['key', 'default?'])
      return find(toText(key ?? null)) ?? otherwise ?? null
    }),
    pop: hostFunction('pop', () => raise('TypeError', 'this dict cannot be changed')),
  }
}
