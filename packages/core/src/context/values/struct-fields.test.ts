import { expect, test } from 'vitest'
import { structFields } from './struct-fields.ts'

test.each([
  [
    'STRUCT(a INTEGER, b VARCHAR)',
    [
      ['a', 'INTEGER'],
      ['b', 'VARCHAR'],
    ],
  ],
  [
    'struct(a DECIMAL(10, 2), b STRUCT(c DATE, d DATE))',
    [
      ['a', 'DECIMAL(10, 2)'],
      ['b', 'STRUCT(c DATE, d DATE)'],
    ],
  ],
  ['INTEGER', []],
])('the fields of %s', (type, fields) => {
  expect(structFields(type)).toEqual(fields)
})
