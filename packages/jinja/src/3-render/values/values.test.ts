import { TracedText } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { isEqual } from '../operators/equal.ts'
import { Dict } from './dict.ts'
import { Float, formatFloat } from './float.ts'
import { fromJs, toJs } from './from-js.ts'
import { SetValue } from './set.ts'
import { toRepr, toText } from './text.ts'
import { Tuple } from './tuple.ts'
import type { Value } from './value.ts'

describe('floats print as in Python', () => {
  it.each([
    [1, '1.0'],
    [-0, '-0.0'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1e16, '1e+16'],
    [123456789012345680, '1.2345678901234568e+17'],
    [1e15, '1000000000000000.0'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [1.5e-7, '1.5e-07'],
    [5e-324, '5e-324'],
    [Number.MAX_VALUE, '1.7976931348623157e+308'],
    [Infinity, 'inf'],
    [-Infinity, '-inf'],
    [Number.NaN, 'nan'],
  ])('%d', (value, expected) => {
    expect(formatFloat(value)).toBe(expected)
  })
})

describe("equality and keys are Python's", () => {
  const big = 2n ** 70n
  it.each<[Value, Value, boolean]>([
    [1, true, true],
    [1, new Float(1), true],
    [0, false, true],
    [big, new Float(2 ** 70), true],
    ['a', TracedText.plain('a'), true],
    [[1, [2]], [1, [2]], true],
    [[1], new Tuple([1]), false],
    [new Tuple([1, 'a']), new Tuple([new Float(1), 'a']), true],
    [new Dict([['a', 1]]), new Dict([['a', true]]), true],
    [new SetValue([1, 2]), new SetValue([2, 1]), true],
    [null, false, false],
    ['1', 1, false],
    [new Float(Number.NaN), new Float(Number.NaN), false],
  ])('%s == %s', (left, right, expected) => {
    expect(isEqual(left, right)).toBe(expected)
    expect(isEqual(right, left)).toBe(expected)
    if (!expected || Array.isArray(left) || left instanceof Dict || left instanceof SetValue) return
    expect(new Dict([[left, 'x']]).get(right)).toBe('x')
  })

  it('keeps the first key and the last value', () => {
    expect(
      toRepr(
        new Dict([
          [1, 'a'],
          [true, 'b'],
          [new Float(1), 'c'],
        ]),
      ),
    ).toBe("{1: 'c'}")
  })

  it('tells texts from the keys of tuples', () => {
    const dict = new Dict([[new Tuple([1]), 'tuple']])
    for (const text of ['\0t(1)', '\0\0t(1)', 't(1)']) expect(dict.get(text)).toBeUndefined()
  })
})

describe('plain JavaScript data', () => {
  it('becomes values item by item, when it is asked for', () => {
    const asked: string[] = []
    const graph = {
      get nodes() {
        asked.push('nodes')
        return { a: { n: 1, f: 1.5, none: null, missing: undefined } }
      },
      get other() {
        asked.push('other')
        return 1
      },
    }
    const value = fromJs(graph)
    if (!(value instanceof Dict)) throw new Error('no dict')
    expect(asked).toEqual([])
    expect(toText(value.get('nodes') ?? null)).toBe("{'a': {'n': 1, 'f': 1.5, 'none': None}}")
    expect(value.get('nodes')).toBe(value.get('nodes'))
    expect(asked).toEqual(['nodes'])
    expect([...value.keys()]).toEqual(['nodes', 'other'])
  })

  it('keeps its order and its changes', () => {
    const value = fromJs({ b: 1, a: [2], 1: 'x' })
    if (!(value instanceof Dict)) throw new Error('no dict')
    value.get('a')
    value.set('c', 3)
    value.delete('b')
    expect(toRepr(value)).toBe("{'1': 'x', 'a': [2], 'c': 3}")
  })

  it('has no prototype to reach', () => {
    const value = fromJs({ a: 1 })
    if (!(value instanceof Dict)) throw new Error('no dict')
    for (const name of ['constructor', 'toString', '__proto__'])
      expect(value.get(name)).toBeUndefined()
  })

  it('comes back as it was', () => {
    const data = { a: [1, 2.5, 'x', true, null], b: { c: 'd' } }
    expect(toJs(fromJs(data))).toEqual(data)
    const values = [
      new Tuple([1]),
      new SetValue([2]),
      new Float(3),
      TracedText.plain('t'),
      new Dict([[1, 'k']]),
    ]
    expect(toJs(values)).toEqual([[1], [2], 3, 't', { 1: 'k' }])
  })

  it('refuses what is no data', () => {
    expect(() => fromJs(() => 1)).toThrow('function')
    expect(() => fromJs(Symbol('x'))).toThrow('symbol')
    expect(() => fromJs(new Date(0))).toThrow('Date')
  })
})

it.each<[Value, string]>([
  ["it's", `"it's"`],
  [`a"b'c`, `'a"b\\'c'`],
  ['a\n\t\\\x00\x7f', String.raw`'a\n\t\\\x00\x7f'`],
  ['é😀\u200b', String.raw`'é😀\u200b'`],
  [[1, null, true, [], new Tuple([]), new Tuple([1])], '[1, None, True, [], (), (1,)]'],
  [new SetValue([]), 'set()'],
  [2n ** 64n, '18446744073709551616'],
])('repr of %s', (value, expected) => {
  expect(toRepr(value)).toBe(expected)
})
