import { expect, it } from 'vitest'
import type { NodeTable } from '../../data/index.ts'
import { foldersOf } from './folders-of.ts'

function tableOf(files: readonly string[]): NodeTable {
  const none = files.map(() => 0 as const)
  return {
    graphSize: files.length,
    name: files,
    kind: files.map((it) => (it.startsWith('seeds/') ? 1 : 0)),
    package: files.map((it) => (it.startsWith('other/') ? 1 : 0)),
    rest: none,
    file: files.map((_, at) => at),
    schema: none,
    status: files.map(() => -1),
    hidden: files.map((it) => (it.includes('hidden') ? 1 : 0)),
    kindNames: ['model', 'seed'],
    packages: ['shop', 'utils'],
    files,
    schemas: ['main'],
    statuses: [],
  }
}

const table = tableOf([
  'models/marts/sales/orders.sql',
  'models/marts/sales/items.sql',
  'models/marts/people/customers.sql',
  'models/staging/stg_orders.sql',
  'models/staging/hidden.sql',
  'other/models/a.sql',
  'seeds/labels.csv',
])

it('names the folders of the models of the project', () => {
  expect(foldersOf(table, 'shop', 3)).toEqual([
    { path: 'models/marts/people', models: 1 },
    { path: 'models/marts/sales', models: 2 },
    { path: 'models/staging', models: 1 },
  ])
})

it('is content with those above where they are many', () => {
  expect(foldersOf(table, 'shop', 2)).toEqual([
    { path: 'models/marts', models: 3 },
    { path: 'models/staging', models: 1 },
  ])
  expect(foldersOf(table, 'shop', 1)).toEqual([{ path: 'models', models: 4 }])
})

it('may name none', () => expect(foldersOf(tableOf([]), 'shop', 9)).toEqual([]))
