import type { SqlTable, SqlValue } from '@btn/adapter'
import { expect, test } from 'vitest'
import { compareRows } from './compare-rows.ts'

function table(names: readonly string[], rows: readonly (readonly SqlValue[])[]): SqlTable {
  const columns = [...names, 'ACTUAL_OR_EXPECTED'].map((name) => ({ name, type: 'VARCHAR' }))
  return { columns, rows }
}

const lines = async (given: SqlTable): Promise<readonly string[] | undefined> =>
  (await compareRows(given))?.split(/\r?\n/)

test('the order of rows does not count', async () => {
  const rows: SqlValue[][] = [
    [2n, 'b', 'actual'],
    [null, 'a', 'actual'],
    [10n, null, 'actual'],
    [10n, null, 'expected'],
    [2n, 'b', 'expected'],
    [null, 'a', 'expected'],
  ]
  expect(await lines(table(['id', 'name'], rows))).toBeUndefined()
})

test('changed, missing and unexpected rows', async () => {
  const rows: SqlValue[][] = [
    [1n, 'a', { kind: 'decimal', text: '2.50' }, 'actual'],
    [1n, 'b', { kind: 'decimal', text: '2.50' }, 'expected'],
    [2n, 'same', null, 'actual'],
    [2n, 'same', null, 'expected'],
    [3n, 'gone', { kind: 'date', text: '2024-01-02' }, 'expected'],
    [4n, 'new', true, 'actual'],
  ]
  expect(await lines(table(['ID', 'name', 'value'], rows))).toEqual([
    '',
    '',
    'actual differs from expected:',
    '',
    '@@ ,id,name,value',
    '→  ,1 ,b→a ,2.50',
    '   ,2 ,same,NULL',
    '+++,4 ,new ,True',
    '---,3 ,gone,2024-01-02',
    '',
    '',
  ])
})

test('lists and structs are JSON', async () => {
  const rows: SqlValue[][] = [
    [{ kind: 'list', items: [1n, null] }, 'actual'],
    [{ kind: 'list', items: [1n, 'x'] }, 'expected'],
  ]
  expect(await compareRows(table(['items'], rows))).toContain('[1, null]')
})
