import { attributeError, filterError } from '../errors.ts'
import { compareValues } from '../operators/compare.ts'
import { isEqual } from '../operators/equal.ts'
import { iterate, toList } from '../operators/iterate.ts'
import { typeName } from '../type-name.ts'
import { hashKey } from '../values/hash.ts'
import { Dict } from '../values/dict.ts'
import { Lazy } from '../values/lazy.ts'
import { findText } from '../values/text.ts'
import { Tuple } from '../values/tuple.ts'
import { Undefined } from '../values/undefined.ts'
import type { Value } from '../values/value.ts'
import { attributeGetter, attributesGetter, ignoreCase, indexOr, isSet } from './arguments.ts'
import { filter, type Arg, type FilterCall, type FilterTable } from './define.ts'

/** Sorts by keys that are worked out once; equal ones keep their order, also in reverse. */
function sortBy(
  items: readonly Value[],
  keyOf: (item: Value) => Value,
  isReversed: boolean,
): Value[] {
  const keyed = items.map((item) => ({ item, key: keyOf(item) }))
  const sign = isReversed ? -1 : 1
  keyed.sort((left, right) => sign * compareValues(left.key, right.key))
  return keyed.map(({ item }) => item)
}

function sort(value: Value, args: readonly Arg[], call: FilterCall): Value {
  const [reverse, caseSensitive, attribute] = args
  const get = attributesGetter(attribute, call)
  const fold = isSet(caseSensitive) ? (it: Value): Value => it : ignoreCase
  return sortBy(toList(value), (item) => get(item).map(fold), indexOr(reverse, 0) !== 0)
}

function dictSort(value: Value, [caseSensitive, by, reverse]: readonly Arg[]): Value {
  const what = by === undefined ? 'key' : findText(by)
  if (what !== 'key' && what !== 'value')
    return filterError('a dict can be sorted by "key" or by "value"')
  if (value instanceof Undefined) return value.isTolerant ? [] : value.fail()
  if (!(value instanceof Dict)) return attributeError(typeName(value), 'items')
  const position = what === 'key' ? 0 : 1
  const fold = isSet(caseSensitive) ? (it: Value): Value => it : ignoreCase
  const pairs = [...value.entries()].map((entry) => new Tuple(entry))
  return sortBy(
    pairs,
    (pair) => (pair instanceof Tuple ? fold(pair.items[position] ?? null) : pair),
    indexOr(reverse, 0) !== 0,
  )
}

function groupBy(value: Value, args: readonly Arg[], call: FilterCall): Value {
  const [attribute, otherwise, caseSensitive] = args
  const get = attributeGetter(attribute, call, otherwise)
  const fold = isSet(caseSensitive) ? (it: Value): Value => it : ignoreCase
  const sorted = sortBy(toList(value), (item) => fold(get(item)), false)
  const groups: { key: Value; items: Value[] }[] = []
  for (const item of sorted) {
    const key = fold(get(item))
    const group = groups.at(-1)
    if (group && isEqual(group.key, key)) group.items.push(item)
    else groups.push({ key, items: [item] })
  }
  return groups.map(
    ({ items }) => new Tuple([get(items[0] ?? null), items], '_GroupTuple', ['grouper', 'list']),
  )
}

function* uniqueItems(value: Value, keyOf: (item: Value) => Value): Iterable<Value> {
  const seen = new Set<unknown>()
  for (const item of iterate(value)) {
    const key = hashKey(keyOf(item))
    if (seen.has(key)) continue
    seen.add(key)
    yield item
  }
}

function unique(value: Value, [caseSensitive, attribute]: readonly Arg[], call: FilterCall): Value {
  const get = attributeGetter(attribute, call)
  const fold = isSet(caseSensitive) ? (it: Value): Value => it : ignoreCase
  return new Lazy(uniqueItems(value, (item) => fold(get(item))))
}

function extreme(sign: 1 | -1) {
  return (value: Value, [caseSensitive, attribute]: readonly Arg[], call: FilterCall): Value => {
    const get = attributeGetter(attribute, call)
    const fold = isSet(caseSensitive) ? (it: Value): Value => it : ignoreCase
    let best: { item: Value; key: Value } | undefined
    for (const item of iterate(value)) {
      const key = fold(get(item))
      if (!best || sign * compareValues(key, best.key) < 0) best = { item, key }
    }
    if (best) return best.item
    return call.run.saying(call.name, `the sequence is empty, so it has no ${call.name}`)
  }
}

export const sortFilters: FilterTable = [
  filter('dictsort', ['case_sensitive?', 'by?', 'reverse?'], dictSort),
  filter('groupby', ['attribute', 'default?', 'case_sensitive?'], groupBy),
  filter('max', ['case_sensitive?', 'attribute?'], extreme(-1)),
  filter('min', ['case_sensitive?', 'attribute?'], extreme(1)),
  filter('sort', ['reverse?', 'case_sensitive?', 'attribute?'], sort),
  filter('unique', ['case_sensitive?', 'attribute?'], unique),
]
