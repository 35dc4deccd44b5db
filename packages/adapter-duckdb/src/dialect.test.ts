import { expect, test } from 'vitest'
import { duckdbDialect, flattenStruct } from './dialect.ts'

test.each([
  ['hugeint', 'integer'],
  ['UTINYINT', 'integer'],
  ['int', 'integer'],
  ['double', 'float'],
  ['double precision', ''],
  ['serial', ''],
  ['varchar', 'string'],
  ['decimal', 'numeric'],
])('%s', (dtype, expected) => {
  const { types } = duckdbDialect
  const kinds = {
    string: types.isString({ dtype }),
    integer: types.isInteger({ dtype }),
    float: types.isFloat({ dtype }),
    numeric: types.isNumeric({ dtype }),
  }
  const held = Object.entries(kinds).filter(([, isHeld]) => isHeld)
  expect(held.map(([name]) => name).join(' ')).toBe(expected)
})

test('names differ in more than case', () => {
  expect(duckdbDialect.isSameName('Orders', 'oRDERS')).toBe(true)
  expect(duckdbDialect.isSameName('orders', 'order')).toBe(false)
})

test('a struct in its leaves', () => {
  const dtype = 'STRUCT(a INTEGER, b STRUCT(c DECIMAL(10, 2), d VARCHAR), e VARCHAR)'
  expect(flattenStruct('s', { dtype })).toEqual([
    { name: 's.a', dtype: 'INTEGER' },
    { name: 's.b.c', dtype: 'DECIMAL(10, 2)' },
    { name: 's.b.d', dtype: 'VARCHAR' },
    { name: 's.e', dtype: 'VARCHAR' },
  ])
  expect(flattenStruct('n', { dtype: 'INTEGER' })).toEqual([{ name: 'n', dtype: 'INTEGER' }])
})
