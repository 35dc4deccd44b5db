import { keyError } from '../errors.ts'
import { toList } from '../operators/iterate.ts'
import { SetValue } from '../values/set.ts'
import { toRepr } from '../values/text.ts'
import type { Value } from '../values/value.ts'
import { methodTable, type Definition, type MethodTable } from './define.ts'

function asSet(self: Value): SetValue {
  return self instanceof SetValue ? self : new SetValue()
}

function listsOf(others: Value | undefined): Value[][] {
  return toList(others ?? []).map(toList)
}

function union(set: SetValue, others: Value | undefined): SetValue {
  return new SetValue([...set.iterate(), ...listsOf(others).flat()])
}

function intersection(set: SetValue, others: Value | undefined): SetValue {
  const sets = listsOf(others).map((it) => new SetValue(it))
  return new SetValue([...set.iterate()].filter((it) => sets.every((other) => other.contains(it))))
}

function difference(set: SetValue, others: Value | undefined): SetValue {
  const sets = listsOf(others).map((it) => new SetValue(it))
  return new SetValue([...set.iterate()].filter((it) => !sets.some((other) => other.contains(it))))
}

function symmetricDifference(set: SetValue, other: Value | undefined): SetValue {
  const second = new SetValue(toList(other ?? null))
  return new SetValue([
    ...difference(set, [second]).iterate(),
    ...difference(second, [set]).iterate(),
  ])
}

function isSubset(small: SetValue, large: SetValue): boolean {
  return [...small.iterate()].every((it) => large.contains(it))
}

function replace(set: SetValue, content: SetValue): null {
  const items = [...content.iterate()]
  set.clear()
  for (const item of items) set.add(item)
  return null
}

function remove(set: SetValue, item: Value): null {
  return set.delete(item) ? null : keyError(toRepr(item))
}

function pop(set: SetValue): Value {
  const [first] = set.iterate()
  if (first === undefined) return keyError('in an empty set')
  set.delete(first)
  return first
}

const toSet = (value: Value | undefined): SetValue => new SetValue(toList(value ?? null))

const definitions: readonly Definition<SetValue>[] = [
  ['add', ['item', '/'], (set, item) => (set.add(item ?? null), null)],
  ['clear', [], (set) => (set.clear(), null)],
  ['copy', [], (set) => new SetValue(set.iterate())],
  ['difference', ['*others'], difference],
  ['difference_update', ['*others'], (set, others) => replace(set, difference(set, others))],
  ['discard', ['item', '/'], (set, item) => (set.delete(item ?? null), null)],
  ['intersection', ['*others'], intersection],
  ['intersection_update', ['*others'], (set, others) => replace(set, intersection(set, others))],
  ['isdisjoint', ['other', '/'], (set, other) => intersection(set, [other ?? null]).size() === 0],
  ['issubset', ['other', '/'], (set, other) => isSubset(set, toSet(other))],
  ['issuperset', ['other', '/'], (set, other) => isSubset(toSet(other), set)],
  ['pop', [], pop],
  ['remove', ['item', '/'], (set, item) => remove(set, item ?? null)],
  ['symmetric_difference', ['other', '/'], symmetricDifference],
  ['union', ['*others'], union],
  ['update', ['*others'], (set, others) => replace(set, union(set, others))],
]

export const setMethods: MethodTable = methodTable(asSet, definitions)
