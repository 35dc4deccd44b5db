import { indexError, typeError, valueError } from '../errors.ts'
import { compareValues } from '../operators/compare.ts'
import { isEqual } from '../operators/equal.ts'
import { toList } from '../operators/iterate.ts'
import { findInt } from '../operators/numbers.ts'
import { isTruthy } from '../operators/truth.ts'
import { callSync } from './call-sync.ts'
import { typeName } from '../type-name.ts'
import type { CallArguments, Value } from '../values/value.ts'
import { readArguments } from '../match-arguments.ts'
import { methodTable, type MethodRule, type MethodTable } from './define.ts'

const asList = (self: Value): Value[] => (Array.isArray(self) ? self : [])

/** An index as `insert` and `index` take it: beyond the ends is at the ends. */
function clampIndex(index: Value | undefined, length: number, otherwise: number): number {
  if (index === undefined) return otherwise
  const int = findInt(index) ?? typeError(`'${typeName(index)}' object cannot be an index`)
  const at = Number(int) < 0 ? Number(int) + length : Number(int)
  return Math.max(0, Math.min(at, length))
}

export function indexOf(
  items: readonly Value[],
  value: Value,
  start: Value | undefined,
  stop: Value | undefined,
): number {
  const end = clampIndex(stop, items.length, items.length)
  for (let at = clampIndex(start, items.length, 0); at < end; at++) {
    if (isEqual(items[at] ?? null, value)) return at
  }
  return valueError('the value is not in the list')
}

export function count(items: readonly Value[], value: Value): number {
  return items.filter((it) => isEqual(it, value)).length
}

function pop(list: Value[], index: Value | undefined): Value {
  const int = index === undefined ? -1 : findInt(index)
  if (int === undefined) return typeError(`'${typeName(index ?? null)}' object cannot be an index`)
  if (list.length === 0) return indexError('pop from empty list')
  const at = Number(int) < 0 ? Number(int) + list.length : Number(int)
  if (at < 0 || at >= list.length) return indexError('pop index out of range')
  return list.splice(at, 1)[0] ?? null
}

function remove(list: Value[], value: Value): null {
  const at = list.findIndex((it) => isEqual(it, value))
  if (at === -1) return valueError('list.remove(x): x not in list')
  list.splice(at, 1)
  return null
}

function sort(self: Value, args: CallArguments): null {
  const list = asList(self)
  const [key, reverse] = readArguments(args, 'sort', ['*', 'key?', 'reverse?'])
  const keyOf = key ? (it: Value): Value => callSync(key, [it], args) : (it: Value): Value => it
  const sign = isTruthy(reverse ?? false) ? -1 : 1
  const keyed = list.map((it) => ({ it, key: keyOf(it) }))
  keyed.sort((left, right) => sign * compareValues(left.key, right.key))
  list.splice(0, list.length, ...keyed.map(({ it }) => it))
  return null
}

export const listMethods: MethodTable = new Map<string, MethodRule>([
  ...methodTable(asList, [
    ['append', ['object', '/'], (list, item) => (list.push(item ?? null), null)],
    ['clear', [], (list) => (list.splice(0), null)],
    ['copy', [], (list) => [...list]],
    ['count', ['value', '/'], (list, value) => count(list, value ?? null)],
    ['extend', ['iterable', '/'], (list, items) => (list.push(...toList(items ?? null)), null)],
    [
      'index',
      ['value', 'start?', 'stop?', '/'],
      (list, value, start, stop) => indexOf(list, value ?? null, start, stop),
    ],
    [
      'insert',
      ['index', 'object', '/'],
      (list, index, item) => (
        list.splice(clampIndex(index, list.length, 0), 0, item ?? null),
        null
      ),
    ],
    ['pop', ['index?', '/'], pop],
    ['remove', ['value', '/'], (list, value) => remove(list, value ?? null)],
    ['reverse', [], (list) => (list.reverse(), null)],
  ]),
  ['sort', sort],
])
