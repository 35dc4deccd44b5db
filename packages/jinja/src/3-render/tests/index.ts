import { filters } from '../filters/index.ts'
import { findHostNumber } from '../filters/numbers.ts'
import { isCallable } from '../call.ts'
import { typeError } from '../errors.ts'
import type { Arg } from '../filters/define.ts'
import { operate } from '../operators/arithmetic.ts'
import { isOrdered, type Order } from '../operators/compare.ts'
import { isEqual } from '../operators/equal.ts'
import { contains, findIterable } from '../operators/iterate.ts'
import { findInt } from '../operators/numbers.ts'
import { Dict } from '../values/dict.ts'
import { Float } from '../values/float.ts'
import { Markup } from '../values/markup.ts'
import { findText, isText, toText } from '../values/text.ts'
import { Undefined } from '../values/undefined.ts'
import type { HostObject, Value } from '../values/value.ts'
import { test, type TestRule } from './define.ts'
import { hashKey } from '../values/hash.ts'

function rest(value: Value, divisor: Value): Value {
  return operate('%', value, divisor)
}

function isInt(value: Value): boolean {
  return typeof value === 'number' || typeof value === 'bigint'
}

function isHost(value: Value): value is HostObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isText(value)
}

/** Python: what has a length and items. */
function isSequence(value: Value): boolean {
  if (Array.isArray(value) || isText(value) || value instanceof Dict) return true
  return isHost(value) && value.size !== undefined && value.getItem !== undefined
}

/** Is it the same object? Small ints, texts and None are. */
function isSame(value: Value, other: Value): boolean {
  if (isText(value) && isText(other)) return toText(value) === toText(other)
  return value === other
}

function isCased(value: Value, change: (text: string) => string): boolean {
  const text = toText(value)
  return change(text) === text && /\p{Lu}|\p{Ll}|\p{Lt}/u.test(text)
}

function order(name: string, operator: Order): readonly [string, TestRule] {
  return test(name, ['other', '/'], (value, [other]) => isOrdered(value, operator, other ?? null))
}

function equal(name: string): readonly [string, TestRule] {
  return test(name, ['other', '/'], (value, [other]) => isEqual(value, other ?? null))
}

function unequal(name: string): readonly [string, TestRule] {
  return test(name, ['other', '/'], (value, [other]) => !isEqual(value, other ?? null))
}

function isNumber(value: Value): boolean {
  return (
    value instanceof Float || findInt(value) !== undefined || findHostNumber(value) !== undefined
  )
}

function isKnown(table: () => ReadonlyMap<string, unknown>) {
  return (value: Value): boolean => {
    if (value instanceof Undefined) return false
    hashKey(value)
    return table().has(findText(value) ?? '')
  }
}

const isIn = (value: Value, [sequence]: readonly Arg[]): boolean => {
  if (sequence === undefined) return typeError('a sequence is missing')
  return contains(sequence, value)
}

/** Every test of Jinja2. */
export const tests: ReadonlyMap<string, TestRule> = new Map<string, TestRule>([
  equal('=='),
  unequal('!='),
  order('<', '<'),
  order('<=', '<='),
  order('>', '>'),
  order('>=', '>='),
  test('boolean', [], (value) => typeof value === 'boolean'),
  test('callable', [], (value) => isCallable(value)),
  test('defined', [], (value) => !(value instanceof Undefined)),
  test('divisibleby', ['num'], (value, [number]) => isEqual(rest(value, number ?? null), 0)),
  equal('eq'),
  equal('equalto'),
  test('escaped', [], (value) => value instanceof Markup),
  test('even', [], (value) => isEqual(rest(value, 2), 0)),
  test('false', [], (value) => value === false),
  test(
    'filter',
    [],
    isKnown(() => filters),
  ),
  test('float', [], (value) => value instanceof Float),
  order('ge', '>='),
  order('greaterthan', '>'),
  order('gt', '>'),
  test('in', ['seq'], isIn),
  test('integer', [], isInt),
  test('iterable', [], (value) => findIterable(value) !== undefined),
  order('le', '<='),
  order('lessthan', '<'),
  test('lower', [], (value) => isCased(value, (it) => it.toLowerCase())),
  order('lt', '<'),
  test(
    'mapping',
    [],
    (value) => value instanceof Dict || (isHost(value) && value.isMapping === true),
  ),
  unequal('ne'),
  test('none', [], (value) => value === null),
  test('number', [], isNumber),
  test('odd', [], (value) => isEqual(rest(value, 2), 1)),
  test('sameas', ['other'], (value, [other]) => isSame(value, other ?? null)),
  test('sequence', [], (value) => isSequence(value)),
  test('string', [], (value) => isText(value)),
  test(
    'test',
    [],
    isKnown(() => tests),
  ),
  test('true', [], (value) => value === true),
  test('undefined', [], (value) => value instanceof Undefined),
  test('upper', [], (value) => isCased(value, (it) => it.toUpperCase())),
])
