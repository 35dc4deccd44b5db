import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadOutcome, LoadRequest } from '@btn/adapter'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LoadBench, orders, rule, type LoadSpec } from './test-kit.ts'

// Rows that are added to a table that there is come straight from their files, by a second scan. Nothing else may differ.

let bench: LoadBench
beforeEach(async () => {
  bench = new LoadBench()
  await bench.open()
})
afterEach(() => bench.remove())

const append = { ...orders, strategy: { kind: 'append' } } as const
const upsert = { ...orders, strategy: { kind: 'upsert', key: ['id'] } } as const

async function createTable(columns: string, rows = ''): Promise<void> {
  await bench.connection.execute(`create schema if not exists raw`)
  await bench.connection.execute(`create table raw.orders (${columns})`)
  if (rows) await bench.connection.execute(`insert into raw.orders values ${rows}`)
}

const whole = 'id integer, amount double, status varchar, _load_id bigint'

test.each<LoadRequest['strategy']>([
  { kind: 'append' },
  { kind: 'upsert', key: ['id', 'status'] },
  { kind: 'partition', column: 'day', value: "date '2025-01-01'" },
])('$kind: the same rows, lines, reasons and counts as in a new table', async (strategy) => {
  bench.write(
    'orders_a.csv',
    'id,amount,status\n1,1,"a\nb"\n\n x ,-1,paid\n2,2,paid,3\n3,-1,?\n4,,open\n',
  )
  bench.write('orders_b.csv', 'status,id,amount,note\n"o ""p"",",5,-3,n\npaid,6,4,n\n')
  const spec = (table: string): LoadSpec => ({
    ...orders,
    table,
    lineage: ['file'],
    strategy,
    contract: {
      clean: { status: { kind: 'case', to: 'upper' } },
      rules: [
        rule('known', "status in ('A\nB', 'PAID', 'OPEN')", { reason: 'no {raw.status} of {id}' }),
        rule('positive', 'amount > 0'),
        rule('there', 'amount is not null', { severity: 'repair', repair: { amount: '7' } }),
        rule('small', 'amount < 4', { severity: 'warn' }),
      ],
    },
  })
  const fresh = await bench.load(spec('fresh'))
  await bench.connection.execute('create table raw.filled as from raw.fresh limit 0')
  const filled = await bench.load(spec('filled'))
  const counted = ({ files }: LoadOutcome) =>
    files.map(({ file: { name }, ...it }) => ({ name, ...it }))
  expect(counted(filled)).toEqual(counted(fresh))
  expect(filled.sample).toEqual(fresh.sample)
  expect(await bench.rows('from raw.filled')).toEqual(await bench.rows('from raw.fresh'))
  const kept = (table: string) =>
    bench.rows(`select columns(*)::varchar from btn_quarantine.raw__${table}`)
  expect(await kept('filled')).toEqual(await kept('fresh'))
  expect((await kept('fresh')).length).toBeGreaterThan(2)
})

test('rows of a large file come in its order', async () => {
  const status = 'paid'.padEnd(150, '.')
  const lines = Array.from({ length: 300_000 }, (_, id) => {
    return `${id},${id % 1000 === 7 ? -1 : 1},${status}\n`
  })
  bench.write('orders.csv', `id,amount,status\n${lines.join('')}`)
  await createTable(whole)
  await bench.load({ ...append, contract: { rules: [rule('positive', 'amount > 0')] } })
  const places = 'select id, row_number() over (order by rowid) as place from raw.orders'
  const wrong = 'id <> place - 1 + (id + 992) // 1000'
  expect(await bench.rows(`select count(*) from (${places}) where ${wrong}`)).toEqual([[0]])
  expect(
    await bench.rows(
      "select count(*), bool_and(line_number = raw['id']::bigint + 2) from btn_quarantine.raw__orders",
    ),
  ).toEqual([[300, true]])
})

test('a rule that does not say the same of a row each time is asked once', async () => {
  const lines = Array.from({ length: 2000 }, (_, id) => `${id},1,a\n`)
  bench.write('orders.csv', `id,amount,status\n${lines.join('')}`)
  await createTable(whole)
  await bench.connection.execute('create macro lucky() as random() < 0.5')
  for (const sql of ['random() < 0.5', 'lucky()']) {
    await bench.connection.execute('truncate raw.orders')
    const { files } = await bench.load({ ...append, contract: { rules: [rule('luck', sql)] } })
    expect(await bench.rows('select count(*) from raw.orders')).toEqual([[files[0]?.rowsLoaded]])
  }
})

test('a file that changes before its rows are in the table is not loaded', async () => {
  const path = bench.write('orders.csv', 'id,amount,status\n1,1,a\nx,1,a\n')
  await createTable(whole, "(0, 0, 'old', 0)")
  const beforeCommit = () => {
    appendFileSync(path, '2,2,b\n')
    return []
  }
  await expect(bench.load({ ...append, beforeCommit })).rejects.toMatchObject({
    diagnostics: [{ code: 'load-file-changed' }],
  })
  expect(await bench.rows('from raw.orders')).toEqual([[0, 0, 'old', 0]])
  expect(await bench.rows('select count(*) from btn_quarantine.raw__orders')).toEqual([[0]])
  expect(
    await bench.rows("select table_name from duckdb_tables() where contains(table_name, '__btn_')"),
  ).toEqual([])
})

test('upsert: rows are exchanged, and the rest of the table stays', async () => {
  await createTable(whole, "(1, 1, 'old', 0), (2, 1, 'old', 0), (null, 1, 'old', 0)")
  bench.write('orders.csv', 'id,amount,status\n2,2,new\n3,2,new\n')
  await bench.load(upsert)
  expect(await bench.rows('select id, status from raw.orders order by all')).toEqual([
    [1, 'old'],
    [2, 'new'],
    [3, 'new'],
    [null, 'old'],
  ])
})

test('upsert: columns that are not loaded keep their values', async () => {
  await createTable(`${whole}, note varchar`, "(1, 1, 'old', 0, 'n'), (2, 1, 'old', 0, 'm')")
  bench.write('orders.csv', 'id,amount,status\n2,2,new\n3,2,new\n')
  await bench.load(upsert)
  expect(await bench.rows('select id, status, note from raw.orders order by all')).toEqual([
    [1, 'old', 'n'],
    [2, 'new', 'm'],
    [3, 'new', null],
  ])
})

test('upsert: a table with a primary key', async () => {
  await createTable(whole.replace('integer', 'integer primary key'), "(1, 1, 'old', 0)")
  bench.write('orders.csv', 'id,amount,status\n1,2,new\n3,2,new\n')
  await bench.load(upsert)
  await bench.load({ ...upsert, loadId: 2n })
  expect(await bench.rows('select id, status, _load_id from raw.orders order by all')).toEqual([
    [1, 'new', 2],
    [3, 'new', 2],
  ])
})

test('nothing of a load outlives it that failed in its last statement', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,1,a\nx,1,a\n')
  await createTable(whole, "(0, 0, 'old', 0)")
  const errors = join(bench.folder, 'errors.csv')
  await expect(
    bench.load({ ...append, beforeCommit: () => ["select error('no')"] }),
  ).rejects.toThrow('no')
  await bench.load({
    ...append,
    quarantine: {
      table: { database: 'shop', schema: 'btn_quarantine', name: 'raw__orders' },
      files: [
        { path: errors, format: 'csv', options: {}, columns: [{ kind: 'all-raw' }], join: '|' },
      ],
    },
  })
  expect(await bench.rows('select id from raw.orders')).toEqual([[0], [1]])
  expect(bench.read('errors.csv')).toBe('id,amount,status\nx,1,a\n')
})
