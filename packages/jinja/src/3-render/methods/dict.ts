import { fail, keyError, typeError, valueError } from '../errors.ts'
import { findIterable, iterate, toList } from '../operators/iterate.ts'
import { readArguments } from '../match-arguments.ts'
import { Dict } from '../values/dict.ts'
import { DictView } from '../values/lazy.ts'
import { toRepr } from '../values/text.ts'
import { Tuple } from '../values/tuple.ts'
import { Undefined } from '../values/undefined.ts'
import type { CallArguments, Value } from '../values/value.ts'
import { methodTable, type MethodRule, type MethodTable } from './define.ts'

function asDict(self: Value): Dict {
  return self instanceof Dict ? self : new Dict()
}

function* itemsOf(dict: Dict): Iterable<Value> {
  for (const entry of dict.entries()) yield new Tuple(entry)
}

export function viewOf(dict: Dict, what: 'keys' | 'values' | 'items'): DictView {
  const items = what === 'items' ? () => itemsOf(dict) : () => dict[what]()
  return new DictView(`dict_${what}`, items, () => dict.length)
}

function pop(dict: Dict, key: Value, otherwise: Value | undefined): Value {
  const value = dict.has(key) ? dict.get(key) : otherwise
  if (value === undefined) return keyError(toRepr(key))
  dict.delete(key)
  return value
}

function get(dict: Dict, key: Value, otherwise: Value | undefined): Value {
  const value = dict.get(key)
  return value === undefined ? (otherwise ?? null) : value
}

function popItem(dict: Dict): Value {
  const last = [...dict.entries()].at(-1)
  if (!last) return fail('key-not-found', { pythonType: 'KeyError', key: 'in an empty dict' })
  dict.delete(last[0])
  return new Tuple(last)
}

function setDefault(dict: Dict, key: Value, value: Value | undefined): Value {
  const known = dict.get(key)
  if (known !== undefined) return known
  dict.set(key, value ?? null)
  return value ?? null
}

/** What `dict(…)` and `update(…)` take: a dict, or pairs; then named values. */
export function addEntries(
  dict: Dict,
  source: Value | undefined,
  named: ReadonlyMap<string, Value>,
): void {
  if (source instanceof Dict) for (const [key, value] of source.entries()) dict.set(key, value)
  else if (source instanceof Undefined) {
    if (!source.isTolerant) source.fail()
  } else if (source !== undefined) addPairs(dict, source)
  for (const [key, value] of named) dict.set(key, value)
}

function addPairs(dict: Dict, source: Value): void {
  for (const [index, pair] of [...iterate(source)].entries()) {
    if (!findIterable(pair)) {
      typeError(`cannot convert dictionary update sequence element #${index} to a sequence`)
    }
    const [key, value, ...more] = toList(pair)
    if (key === undefined || value === undefined || more.length > 0) {
      valueError(`element ${index} has length ${toList(pair).length}; 2 is required`)
    }
    dict.set(key, value)
  }
}

function update(self: Value, { positional, named }: CallArguments): null {
  const [source] = readArguments({ positional, named: new Map() }, 'update', ['other?'])
  addEntries(asDict(self), source, named)
  return null
}

export function fromKeys(keys: Value, value: Value | undefined): Dict {
  return new Dict(toList(keys).map((key) => [key, value ?? null]))
}

export const dictMethods: MethodTable = new Map<string, MethodRule>([
  ...methodTable(asDict, [
    ['clear', [], (dict) => (dict.clear(), null)],
    ['copy', [], (dict) => new Dict(dict.entries())],
    ['fromkeys', ['iterable', 'value?', '/'], (_, keys, value) => fromKeys(keys ?? null, value)],
    ['get', ['key', 'default?', '/'], (dict, key, value) => get(dict, key ?? null, value)],
    ['items', [], (dict) => viewOf(dict, 'items')],
    ['keys', [], (dict) => viewOf(dict, 'keys')],
    ['pop', ['key', 'default?', '/'], (dict, key, value) => pop(dict, key ?? null, value)],
    ['popitem', [], popItem],
    [
      'setdefault',
      ['key', 'default?', '/'],
      (dict, key, value) => setDefault(dict, key ?? null, value),
    ],
    ['values', [], (dict) => viewOf(dict, 'values')],
  ]),
  ['update', update],
])
