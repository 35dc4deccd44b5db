import { toText, type HostObject, type Value } from '@btn/jinja'

/** An object with fixed members, reached as attributes and as items alike. */
export function record(typeName: string, members: Readonly<Record<string, Value>>): HostObject {
  const table = new Map(Object.entries(members))
  return lazyRecord(typeName, table.keys(), (name) => table.get(name))
}

/** As `record`, with members that are made when they are asked for. */
export function lazyRecord(
  typeName: string,
  names: Iterable<string>,
  find: (name: string) => Value | undefined,
): HostObject {
  const listed = [...names]
  return {
    typeName,
    getAttribute: find,
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
