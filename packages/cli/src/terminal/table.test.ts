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

it('prints rows for programs, large numbers exactly', () => {
  const text = tableJson(table, 'orders')
  expect(text).toContain('"id": 9007199254740993')
  expect(JSON.parse(text)).toEqual({
    node: 'orders',
    show: [
      { id: Number('9007199254740993'), name: 'Ada\nL.', amount: 12.5, tags: ['a', null] },
      { id: 2, name: null, amount: null, tags: null },
    ],
  })
  expect(JSON.parse(tableJson({ ...table, rows: [] }, undefined))).toEqual({ show: [] })
})
