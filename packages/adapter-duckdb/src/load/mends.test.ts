import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LoadStrategy, MendRequest, ReplayOutcome, Rule } from '@btn/adapter'
import { mendRows } from './mends.ts'
import { LoadBench, type LoadSpec } from './test-kit.ts'

let bench: LoadBench
beforeEach(async () => {
  bench = new LoadBench()
  await bench.open()
})
afterEach(() => bench.remove())

const counted: ReplayOutcome[] = []
const mended: LoadSpec['mended'] = {
  form: { options: {} },
  beforeCommit: (outcome) => {
    counted.push(outcome)
    return []
  },
}

const orders: LoadSpec = {
  table: 'orders',
  from: ['orders.csv'],
  columns: { id: 'integer', amount: 'double' },
  lineage: ['line'],
  mended,
}
const header = 'id,amount\n'
const table = () => bench.rows('select id, amount, _line from raw.orders order by all')
const waiting = () =>
  bench.rows(
    'select line_number, raw_text from btn_quarantine.raw__orders where replayed_at is null and superseded_at is null order by all',
  )

const mend = (where: string, change: MendRequest['change']): Promise<void> =>
  mendRows(bench.connection, {
    from: { database: 'shop', schema: 'btn_quarantine', name: 'raw__orders' },
    where,
    change,
    mendedAt: new Date('2025-01-01T12:00:00Z'),
  })

const strategies: readonly LoadStrategy[] = [
  { kind: 'replace' },
  { kind: 'append' },
  { kind: 'upsert', key: ['id'] },
]

test.each(strategies)('what was mended is loaded with its file: $kind', async (strategy) => {
  const spec = { ...orders, strategy }
  bench.write('orders.csv', `${header}1,5\n2,x\n3\n`)
  await bench.load({ ...spec, loadId: 1n })
  await mend('line_number = 3', { amount: '7' })
  await mend('line_number = 4', '3,8')
  await bench.replay(spec)
  const all = [
    [1, 5, 2],
    [2, 7, 3],
    [3, 8, 4],
  ]
  expect(await table()).toEqual(all)
  counted.length = 0
  const outcome = await bench.load({ ...spec, loadId: 2n, supersedes: [1n] })
  expect(await table()).toEqual(all)
  expect(await waiting()).toEqual([])
  expect(outcome.files.map((it) => [it.rowsLoaded, it.rowsRejected])).toEqual([[1, 2]])
  expect(outcome.mended).toEqual({ rowsTried: 2, rowsLoaded: 2, reasons: {}, masked: [] })
  expect(counted).toEqual([outcome.mended])
  const raw =
    "select raw['amount'], mended::varchar from btn_quarantine.raw__orders where load_id = 2 and line_number = 3"
  expect(await bench.rows(raw)).toEqual([['x', '{amount=7}']])
})

test.each(strategies)(
  'a dry run counts what was mended, and changes nothing: $kind',
  async (strategy) => {
    const once: Rule = {
      name: 'once',
      check: { kind: 'unique', columns: ['id'] },
      severity: 'error',
    }
    const spec: LoadSpec = { ...orders, strategy, contract: { rules: [once] } }
    bench.write('orders.csv', `${header}1,5\n2,x\n3\n4,y\n5,z\n`)
    await bench.load({ ...spec, loadId: 1n })
    await mend('line_number = 3', { amount: '7' })
    await mend('line_number = 4', '3,8')
    // The file has this id by now, and the table will have it.
    await mend('line_number = 5', { id: '6', amount: '9' })
    await bench.replay(spec)
    bench.write('orders.csv', `${header}1,5\n2,x\n3\n4,y\n5,z\n6,1\n`)
    const before = [await table(), await bench.rows('from btn_quarantine.raw__orders order by all')]
    const again = { ...spec, loadId: 2n, supersedes: [1n] }
    const tried = await bench.load({ ...again, isDryRun: true })
    expect([
      await table(),
      await bench.rows('from btn_quarantine.raw__orders order by all'),
    ]).toEqual(before)
    expect(await bench.rows('select table_name from duckdb_tables() where temporary')).toEqual([])
    expect(tried.mended).toEqual((await bench.load(again)).mended)
    expect(tried.mended?.rowsTried).toBe(3)
  },
)

test('a mend goes with its row when lines move, and to no more rows than were mended', async () => {
  bench.write('orders.csv', `${header}1,5\n2,x\n`)
  await bench.load({ ...orders, loadId: 1n })
  await mend('line_number = 3', { amount: '7' })
  bench.write('orders.csv', `${header}9,9\n1,5\n2,x\n2,x\n4,y\n`)
  const outcome = await bench.load({ ...orders, loadId: 2n })
  expect(outcome.mended?.rowsLoaded).toBe(1)
  expect(await table()).toEqual([
    [1, 5, 3],
    [2, 7, 4],
    [9, 9, 2],
  ])
  expect(await waiting()).toEqual([
    [5, '2,x'],
    [6, '4,y'],
  ])
})

test('a mend belongs to the line that it was written for', async () => {
  bench.write('orders.csv', `${header}2,x\n2,x\n2,x\n`)
  await bench.load({ ...orders, loadId: 1n })
  await mend('line_number = 3', { amount: '7' })
  const outcome = await bench.load({ ...orders, loadId: 2n })
  expect(outcome.mended?.rowsLoaded).toBe(1)
  expect(await table()).toEqual([[2, 7, 3]])
})

test('a mend that the contract of today refuses waits; it outlives a load without its row', async () => {
  bench.write('orders.csv', `${header}1,5\n2,x\n`)
  await bench.load({ ...orders, loadId: 1n })
  await mend('line_number = 3', { amount: '-7' })
  const rules = [
    {
      name: 'positive',
      check: { kind: 'sql' as const, sql: 'amount > 0' },
      severity: 'error' as const,
    },
  ]
  const strict = { ...orders, contract: { rules } }
  const refused = await bench.load({ ...strict, loadId: 2n })
  expect(refused.mended).toMatchObject({ rowsTried: 1, rowsLoaded: 0, reasons: { positive: 1 } })
  bench.write('orders.csv', `${header}1,5\n`)
  expect((await bench.load({ ...orders, loadId: 3n })).mended?.rowsTried).toBe(0)
  bench.write('orders.csv', `${header}1,5\n2,x\n`)
  await bench.load({ ...orders, loadId: 4n })
  expect(await table()).toEqual([
    [1, 5, 2],
    [2, -7, 3],
  ])
})

test('a mend of a column that the table has no more waits, another one goes on', async () => {
  bench.write('orders.csv', `${header}1,x\n2,y\n`)
  await bench.load({ ...orders, loadId: 1n })
  await mend('line_number = 2', { amount: '7' })
  await mend('line_number = 3', { id: '3', amount: '8' })
  const columns = { id: 'integer', price: 'double' }
  const renamed = { ...orders, columns, rename: { amount: 'price' } }
  expect((await bench.load({ ...renamed, loadId: 2n })).mended?.rowsTried).toBe(0)
  await mend('line_number = 2 and load_id = 2', { price: '9' })
  expect((await bench.load({ ...renamed, loadId: 3n })).mended?.rowsLoaded).toBe(1)
  expect(await bench.rows('select * from raw.orders')).toEqual([[1, 9, 2]])
  expect(await waiting()).toEqual([[3, '2,y']])
})

test('a mend of one partition is none of another', async () => {
  const ofDay = (date: string, loadId: bigint): LoadSpec => ({
    ...orders,
    strategy: { kind: 'partition', column: 'day', value: `date '${date}'` },
    date,
    loadId,
  })
  bench.write('orders.csv', `${header}2,x\n`)
  await bench.load(ofDay('2025-01-01', 1n))
  await mend('line_number = 2', { amount: '7' })
  expect((await bench.load(ofDay('2025-01-02', 2n))).mended?.rowsTried).toBe(0)
  expect((await bench.load(ofDay('2025-01-01', 3n))).mended?.rowsLoaded).toBe(1)
  expect(await bench.rows('select id, amount, day::varchar from raw.orders')).toEqual([
    [2, 7, '2025-01-01'],
  ])
})

test('a refused load keeps what was mended', async () => {
  bench.write('orders.csv', `${header}1,5\n2,x\n`)
  await bench.load({ ...orders, loadId: 1n })
  await mend('line_number = 3', { amount: '7' })
  const limits = { per: 'load' as const, errorAbove: 0 }
  const refused = await bench.load({ ...orders, loadId: 2n, contract: { limits } })
  expect(refused).toMatchObject({ isRefused: true })
  expect(refused.mended).toBeUndefined()
  await bench.load({ ...orders, loadId: 3n })
  expect(await table()).toEqual([
    [1, 5, 2],
    [2, 7, 3],
  ])
})

test('who reads meanwhile never misses a mended row', async () => {
  bench.write('orders.csv', `${header}1,5\n2,x\n`)
  await bench.load({ ...orders, loadId: 1n })
  await mend('line_number = 3', { amount: '7' })
  await bench.load({ ...orders, loadId: 2n })
  const stop = new AbortController()
  const reading = bench.readBeside(1, 'select count(*) from raw.orders', stop.signal)
  for (let id = 3n; id < 12n; id++) await bench.loadBeside({ ...orders, loadId: id })
  stop.abort()
  const found = new Set((await reading).map(([count]) => count))
  expect([...found]).toEqual([2])
})

test('a quarantine of an older btn gets the columns that it lacks', async () => {
  bench.write('orders.csv', `${header}1,5\n2,x\n`)
  await bench.load({ ...orders, loadId: 1n })
  for (const column of ['mended', 'mended_text', 'mended_at', 'raw_columns'])
    await bench.connection.execute(`alter table btn_quarantine.raw__orders drop column ${column}`)
  await mend('line_number = 3', { amount: '7' })
  await bench.replay(orders)
  expect(await table()).toHaveLength(2)
})
