import { expect, it } from 'vitest'
import type { NodeTable } from '../../data/index.ts'
import { productsOf } from './products-of.ts'

it('names the tables that no table is made of', () => {
  const table: NodeTable = {
    graphSize: 5,
    name: ['stg', 'orders', 'elsewhere', 'not shown', 'board'],
    kind: [0, 0, 0, 0, 1],
    package: [0, 0, 1, 0, 0],
    rest: [0, 0, 0, 0, 0],
    file: [0, 0, 0, 0, 0],
    schema: [0, 0, 0, 0, 0],
    status: [-1, -1, -1, -1, -1],
    hidden: [0, 0, 0, 1, 0],
    kindNames: ['model', 'exposure'],
    packages: ['shop', 'utils'],
    files: [''],
    schemas: ['main'],
    statuses: [],
  }
  // stg → orders → board: who looks at a table makes none of it.
  expect(productsOf(table, { edges: [0, 1, 1, 4] }, 'shop')).toEqual([1])
})
