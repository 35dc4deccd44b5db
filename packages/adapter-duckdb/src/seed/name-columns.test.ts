import { expect, test } from 'vitest'
import { nameColumns } from './name-columns.ts'

test.each([
  [
    ['a', 'b'],
    ['a', 'b'],
  ],
  [
    ['a', 'a', 'b', 'a'],
    ['a', 'a_2', 'b', 'a_3'],
  ],
  [
    ['a', 'a_2', 'a'],
    ['a', 'a_2', 'a_3'],
  ],
  [
    ['x', '', ''],
    ['x', 'b', 'c'],
  ],
  [
    ['b', ''],
    ['b', 'b_2'],
  ],
  [
    ['A', 'a'],
    ['A', 'a'],
  ],
  [[...Array<string>(27).fill('')].map(() => ''), [...'abcdefghijklmnopqrstuvwxyz', 'aa']],
])('%j', (header, expected) => {
  expect(nameColumns(header)).toEqual(expected)
})
