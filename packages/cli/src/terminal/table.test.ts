import type { SqlTable } from '@btn/adapter'
import { expect, it } from 'vitest'
import { tableJson, tableText } from './table.ts'

const table: SqlTable = {
  columns: [
    { name: 'id', type: 'BIGINT' },
    { name: 'name', type: 'VARCHAR' },
    { name: 'amount', type: 'DECIMAL(18,2)' },
    { name: 'tags', type: 'VARCHAR[]' },
  ],
  rows: [
    [
      9007199254740993n,
      'Ada\nL.',
      { kind: 'decimal', text: '12.50' },
      { kind: 'list', items: ['a', null] },
    ],
    [2n, null, null, null],
  ],
}

it('prints rows for people', () => {
  expect(tableText(table)).toBe(`\
|               id | name   | amount | tags        |
| ---------------- | ------ | ------ | ----------- |
| 9007199254740993 | Ada↵L. |  12.50 | ["a", null] |
|                2 |        |        |             |`)
})

it('puts a blank between a day and its time', () => {
  const columns = [{ name: 'at', type: 'TIMESTAMP' }]
  const rows = [[{ kind: 'timestamp', text: '2024-01-01T10:00:00.5' } as const]]
  expect(tableText({ columns, rows })).toContain('| 2024-01-01 10:00:00.5 |')
  expect(tableJson({ columns, rows }, undefined)).toContain('"at": "2024-01-01T10:00:00.5"')
})

it('prints rows for programs, large numbers exactly', () => {
  const text = tableJson(table, 'orders')
  expect(text).toContain('"id": 9007199254740993')
  expect(JSON.parse(text)).toEqual({
    node: 'orders',
    show: [
      { id: Number('9007199254740993'), name: 'Ada\nL.', amount: 12.5, tags: '["a", null]' },
      { id: 2, name: null, amount: null, tags: null },
    ],
  })
  expect(JSON.parse(tableJson({ ...table, rows: [] }, undefined))).toEqual({ show: [] })
})

it('tells floating-point numbers from whole ones', () => {
  const columns = ['a', 'b', 'c', 'd'].map((name) => ({ name, type: 'DOUBLE' }))
  const text = tableJson({ columns, rows: [[3, 3n, 0.5, 1e21]] }, undefined)
  expect(text).toContain('"a": 3.0,')
  expect(text).toContain('"b": 3,')
  expect(text).toContain('"c": 0.5,')
  expect(text).toContain('"d": 1e+21')
})
