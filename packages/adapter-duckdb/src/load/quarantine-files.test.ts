import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { QuarantineFile } from '@btn/adapter'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LoadBench } from './test-kit.ts'

let bench: LoadBench
beforeEach(async () => {
  bench = new LoadBench()
  await bench.open()
})
afterEach(() => bench.remove())

test('what a killed load left beside a file goes away, also when there is nothing to write', async () => {
  const file: QuarantineFile = {
    path: join(bench.folder, 'rejected/{file_stem}.csv'),
    format: 'csv',
    options: {},
    columns: [{ kind: 'all-raw' }],
    join: '|',
  }
  const load = () =>
    bench.load({
      table: 'orders',
      from: ['orders.csv'],
      columns: { id: 'integer' },
      quarantine: { files: [file] },
    })
  const left = ['rejected/.orders.csv.btn-new', 'rejected/tmp_.orders.csv.btn-new']
  const found = () => readdirSync(join(bench.folder, 'rejected'))
  for (const name of left) bench.write(name, 'half of')
  bench.write('orders.csv', 'id\n1\nx\n')
  await load()
  expect(found()).toEqual(['orders.csv'])
  for (const name of left) bench.write(name, 'half of')
  bench.write('orders.csv', 'id\n1\n')
  await load()
  expect(found()).toEqual([])
})
