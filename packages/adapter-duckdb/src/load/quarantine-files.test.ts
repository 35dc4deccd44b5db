import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { QuarantineFile } from '@btn/adapter'
import { DiagnosticError } from '@btn/diagnostics'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LoadBench } from './test-kit.ts'

let bench: LoadBench
beforeEach(async () => {
  bench = new LoadBench()
  await bench.open()
})
afterEach(() => bench.remove())

function rejectedFile(columns: QuarantineFile['columns']): QuarantineFile {
  const path = join(bench.folder, 'rejected/{file_stem}.csv')
  return { path, format: 'csv', options: {}, columns, join: '|' }
}

function loadOrders(...columns: readonly string[]): Promise<unknown> {
  bench.write('orders.csv', 'id,status,amount\n7,  NEW ,x\n')
  const named = columns.map((sql, index) => ({ kind: 'named', name: `c${index}`, sql }) as const)
  return bench.load({
    table: 'orders',
    from: ['orders.csv'],
    columns: { id: 'integer', status: 'varchar', amount: 'double' },
    contract: { clean: { status: { kind: 'sql', sql: 'lower(trim(status))' } } },
    quarantine: { files: [rejectedFile(named)] },
  })
}

test.each([
  ['names', ['STATUS', 'line_number', 'amount'], 'c0,c1,c2\nnew,2,\n'],
  ['a name and an expression', ['id', "status || '!'"], 'c0,c1\n7,new!\n'],
  ['all columns of some names', [`list_value(columns('^(id|line_number)$'))[1]`], undefined],
  ['the texts', ['raw.status', 'error_reason'], 'c0,c1\n  NEW ,invalid_amount\n'],
])(
  'a file has cleaned values by their names, and whatever SQL makes of them: %s',
  async (_, columns, text) => {
    await loadOrders(...columns)
    if (text !== undefined) expect(bench.read('rejected/orders.csv')).toBe(text)
    else expect(bench.read('rejected/orders.csv')).toMatch(/\n7,2\n$/)
  },
)

test('a name that there is none like it is told with those that there are, also where no file has them', async () => {
  const error: unknown = await loadOrders('stattus').catch((it: unknown) => it)
  const [problem] = error instanceof DiagnosticError ? error.diagnostics : []
  const params = { candidates: ['status', 'amount', 'reasons'] }
  expect(problem).toMatchObject({ code: 'load-sql-wrong', params })
})

test('what a killed load left beside a file goes away, also when there is nothing to write', async () => {
  const file = rejectedFile([{ kind: 'all-raw' }])
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

test('what is wrong with a file is told before a row is rejected, and nothing is loaded', async () => {
  bench.write('orders.csv', 'id,extra\n1,2\n')
  const load = (sql: string) =>
    bench.load({
      table: 'orders',
      from: ['orders.csv'],
      columns: { id: 'integer' },
      quarantine: { files: [rejectedFile([{ kind: 'named', name: 'what', sql }])] },
    })
  await expect(load('raw.extar')).rejects.toThrow('the column "what" of a file of the quarantine')
  await expect(bench.rows('from raw.orders')).rejects.toThrow('does not exist')
  await load('raw.extra')
  expect(await bench.rows('from raw.orders')).toEqual([[1]])
})

test('where one of the files cannot be written, nothing is left of any', async () => {
  bench.write('orders.csv', 'id\n1\nx\n')
  const failing = rejectedFile([{ kind: 'named', name: 'id', sql: 'raw.id::integer' }])
  const path = join(bench.folder, 'rejected/all.csv')
  const load = bench.load({
    table: 'orders',
    from: ['orders.csv'],
    columns: { id: 'integer' },
    quarantine: { files: [{ ...rejectedFile([{ kind: 'all-raw' }]), path }, failing] },
  })
  await expect(load).rejects.toThrow('Could not convert')
  expect(readdirSync(join(bench.folder, 'rejected'))).toEqual([])
})
