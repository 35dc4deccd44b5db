import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadOutcome, Rule } from '@btn/adapter'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LoadBench, orders, rule, type LoadSpec } from './test-kit.ts'

let bench: LoadBench
beforeEach(async () => {
  bench = new LoadBench()
  await bench.open()
})
afterEach(() => bench.remove())

function counts({ files }: LoadOutcome): readonly (readonly number[])[] {
  return files.map((it) => [it.rowsRead, it.rowsLoaded, it.rowsRejected])
}

const table = () => bench.rows('from raw.orders order by all')
const quarantine = (columns: string) =>
  bench.rows(`select ${columns} from btn_quarantine.raw__orders order by file, line_number`)

test('a value that its type refuses is not missing as well', async () => {
  bench.write('orders.csv', 'id,amount,status\nx,1,\n,2,\n')
  const rules = [rule('missing_id', 'id is not null')]
  expect((await bench.load({ ...orders, contract: { rules } })).files[0]?.reasons).toEqual({
    invalid_id: 1,
    missing_id: 1,
  })
})

test('a fraction is no whole number, and is not rounded to one', async () => {
  bench.write(
    'counts.csv',
    'a,b,c,d\n1,2.0,-3.00,1.5e3\n2.5,1,1,1\n1,0.1,1,1\n1,1,-0.5,1\n1,1,1,7.25\n25e-1,1,1,1\n1,20E-1,1,1\n1,1,5E-1,1\n',
  )
  const columns = { a: 'bigint', b: 'integer', c: 'tinyint', d: 'int4' }
  const outcome = await bench.load({ table: 'counts', from: ['counts.csv'], columns })
  expect(outcome.files[0]?.reasons).toEqual({
    invalid_a: 2,
    invalid_b: 1,
    invalid_c: 2,
    invalid_d: 1,
  })
  expect(await bench.rows('select * from raw.counts')).toEqual([
    [1, 2, -3, 1500],
    [1, 2, 1, 1],
  ])
})

test('good rows are loaded, the others keep every reason, their line and their texts', async () => {
  bench.write('orders.csv', 'id,amount,status\n1, 2.5 ,paid\nx,-1,\n\n3,-2,"a\nb"\n4,,open\n')
  const outcome = await bench.load({
    ...orders,
    contract: {
      rules: [
        rule('positive', 'amount > 0', { reason: 'Not positive ({amount}, {raw.amount})' }),
        rule('with_status', 'status is not null'),
      ],
    },
  })
  expect(counts(outcome)).toEqual([[4, 2, 2]])
  expect(outcome.files[0]?.reasons).toEqual({ invalid_id: 1, positive: 2, with_status: 1 })
  expect(await table()).toEqual([
    [1, 2.5, 'paid'],
    [4, null, 'open'],
  ])
  expect(
    await quarantine('line_number, reasons::varchar, error_reason, raw::varchar, raw_text'),
  ).toEqual([
    [
      3,
      '[invalid_id, positive, with_status]',
      'invalid_id|Not positive (-1.0, -1)|with_status',
      '{id=x, amount=-1, status=NULL}',
      'x,-1,',
    ],
    [5, '[positive]', 'Not positive (-2.0, -2)', '{id=3, amount=-2, status=a\nb}', '3,-2,"a\nb"'],
  ])
  expect(outcome.sample).toEqual([
    {
      shownPath: 'orders.csv',
      line: 3,
      reasons: ['invalid_id', 'Not positive (-1.0, -1)', 'with_status'],
    },
    { shownPath: 'orders.csv', line: 5, reasons: ['Not positive (-2.0, -2)'] },
  ])
})

test('what is no row at all is in the quarantine, too', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,2,paid\n2,3\n3,4,open,more\n')
  const outcome = await bench.load(orders)
  expect(counts(outcome)).toEqual([[3, 1, 2]])
  expect(await quarantine('line_number, error_reason, raw_text')).toEqual([
    [3, 'too_few_columns', '2,3'],
    [4, 'too_many_columns', '3,4,open,more'],
  ])
})

test('rows keep their order and lines where rules make joins of them', async () => {
  const rows = Array.from({ length: 300_000 }, (_, at) => `${at},1,s${at % 7}`)
  bench.write('orders.csv', `id,amount,status\n${rows.join('\n')}\n`)
  await bench.connection.execute('create schema raw')
  await bench.connection.execute(
    "create table raw.kinds as select 's' || i as kind from range(6) t(i)",
  )
  const lists = "status in ('s0', 's1', 's2', 's3', 's4', 's5')"
  for (const sql of [lists, 'status in (select kind from raw.kinds)']) {
    const outcome = await bench.load({
      ...orders,
      lineage: ['line'],
      contract: { rules: [rule('known', sql)] },
    })
    expect(outcome.files[0]?.rowsRejected).toBe(Math.floor(300_000 / 7))
    expect(await bench.rows('select count(*) from raw.orders where _line <> id + 2')).toEqual([[0]])
    const wrong =
      "select count(*) from btn_quarantine.raw__orders where line_number <> raw['id']::int + 2"
    expect(await bench.rows(wrong)).toEqual([[0]])
    const mixed =
      'select count(*) from (select id, lag(id) over (order by rowid) as before from raw.orders) where id < before'
    expect(await bench.rows(mixed)).toEqual([[0]])
  }
  expect(await bench.rows("select current_setting('disabled_optimizers')")).toEqual([['']])
})

test('warnings are counted, repairs are seen by the rules that follow', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,2,\n2,-3,paid\n')
  const outcome = await bench.load({
    ...orders,
    contract: {
      rules: [
        rule('no_status', 'status is not null', {
          severity: 'repair',
          repair: { status: "'unknown'" },
        }),
        rule('known', "status in ('paid', 'unknown')"),
        rule('positive', 'amount > 0', { severity: 'warn' }),
      ],
    },
  })
  expect(outcome.files[0]).toMatchObject({ rowsLoaded: 2, rowsRepaired: 1, rowsWarned: 1 })
  expect(outcome.files[0]?.reasons).toEqual({ no_status: 1, positive: 1 })
  expect(await table()).toEqual([
    [1, 2, 'unknown'],
    [2, -3, 'paid'],
  ])
})

test('duplicates are dropped, the best row of a key stays', async () => {
  bench.write(
    'orders.csv',
    'id,amount,status\n1,2,a\n1,2,a\n1,5,b\n1,5,c\n2,,x\n,1,k\n,2,k\n2,bad,y\n',
  )
  const dedupe = {
    rows: true,
    ignore: [],
    key: ['id'],
    prefer: ['amount is not null', 'amount'],
    when: 'before_rules',
  } as const
  const outcome = await bench.load({ ...orders, contract: { types: 'null', dedupe } })
  expect(outcome.files[0]).toMatchObject({
    rowsRead: 8,
    rowsLoaded: 4,
    duplicateRows: 1,
    duplicateKeys: 3,
    rowsRejected: 0,
  })
  expect(await table()).toEqual([
    [1, 5, 'b'],
    [2, null, 'x'],
    [null, 1, 'k'],
    [null, 2, 'k'],
  ])
})

test('a preference may be turned, and may look at clean rows only', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,-9,a\n1,5,b\n1,7,c\n')
  const dedupe = {
    rows: false,
    ignore: [],
    key: ['id'],
    prefer: ['amount asc'],
    when: 'after_rules',
  } as const
  const outcome = await bench.load({
    ...orders,
    contract: { dedupe, rules: [rule('positive', 'amount > 0')] },
  })
  expect(outcome.files[0]).toMatchObject({ rowsLoaded: 1, rowsRejected: 1, duplicateKeys: 1 })
  expect(await table()).toEqual([[1, 5, 'b']])
})

test('unique: the first row that is not rejected keeps the key', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,-1,a\n1,2,b\n1,3,c\n,1,d\n,1,e\n')
  const unique: Rule = {
    name: 'once',
    check: { kind: 'unique', columns: ['id'] },
    severity: 'error',
  }
  const contract = { rules: [unique, rule('positive', 'amount > 0')] }
  await bench.load({ ...orders, strategy: { kind: 'append' }, contract })
  expect(await bench.rows('select status from raw.orders order by all')).toEqual([
    ['b'],
    ['d'],
    ['e'],
  ])
  expect(await quarantine('line_number, error_reason')).toEqual([
    [2, 'positive'],
    [4, 'once'],
  ])
  bench.write('orders.csv', 'id,amount,status\n1,8,f\n2,8,g\n')
  await bench.load({ ...orders, strategy: { kind: 'append' }, contract, loadId: 2n })
  expect(await bench.rows('select status from raw.orders order by all')).toEqual([
    ['b'],
    ['d'],
    ['e'],
    ['g'],
  ])
})

test('foreign keys: a missing key passes, an unknown one does not', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,1,a\n7,1,b\n,1,c\n')
  await bench.connection.execute(
    'create schema raw; create table raw.customers as select unnest([1, null, 7]) as id, unnest([true, true, false]) as active',
  )
  const to = { database: 'shop', schema: 'raw', name: 'customers' }
  const check = {
    kind: 'foreign-key',
    columns: ['id'],
    to,
    toColumns: ['id'],
    where: 'active',
  } as const
  await bench.load({
    ...orders,
    contract: { rules: [{ name: 'orphan', check, severity: 'error' }] },
  })
  expect(await quarantine('line_number, error_reason, raw::varchar')).toEqual([
    [3, 'orphan', '{id=7, amount=1, status=b}'],
  ])
})

test('append: a file that changed takes its earlier rows away, and its rejected ones', async () => {
  const append = {
    ...orders,
    strategy: { kind: 'append' },
    contract: { rules: [rule('positive', 'amount > 0')] },
  } as const
  bench.write('orders_a.csv', 'id,amount,status\n1,1,a\n2,-1,a\n')
  bench.write('orders_b.csv', 'id,amount,status\n3,1,b\n')
  await bench.load({ ...append, from: ['orders_a.csv'], loadId: 1n })
  await bench.load({ ...append, from: ['orders_b.csv'], loadId: 2n })
  bench.write('orders_a.csv', 'id,amount,status,note\n1,5,a,n\n2,5,a,n\n')
  await bench.load({
    ...append,
    from: ['orders_a.csv'],
    loadId: 3n,
    supersedes: [1n],
    drift: { missing: 'fill', extra: 'add' },
  })
  expect(
    await bench.rows('select id, amount, status, note, _load_id from raw.orders order by all'),
  ).toEqual([
    [1, 5, 'a', 'n', 3],
    [2, 5, 'a', 'n', 3],
    [3, 1, 'b', null, 2],
  ])
  expect(await quarantine('load_id, superseded_at is not null')).toEqual([[1, true]])
})

test('upsert: a key is exchanged, the last row of a file counts, a row without key is rejected', async () => {
  const upsert = { ...orders, strategy: { kind: 'upsert', key: ['id'] } } as const
  bench.write('orders.csv', 'id,amount,status\n1,1,a\n2,2,a\n')
  await bench.load(upsert)
  bench.write('orders.csv', 'id,amount,status\n2,3,b\n2,4,c\n3,5,d\n,6,e\n')
  const outcome = await bench.load({ ...upsert, loadId: 2n })
  expect(outcome.files[0]).toMatchObject({ rowsLoaded: 2, rowsRejected: 1, duplicateKeys: 1 })
  // The last column is hidden: the load that a row came with.
  expect(await table()).toEqual([
    [1, 1, 'a', 1],
    [2, 4, 'c', 2],
    [3, 5, 'd', 2],
  ])
  expect(await quarantine('error_reason')).toEqual([['missing_id']])
})

test('partition: the rows of the date are replaced, and no others can come in', async () => {
  const on = (date: string): LoadSpec => ({
    ...orders,
    columns: { ...orders.columns, day: 'date' },
    strategy: { kind: 'partition', column: 'day', value: `date '${date}'` },
    date,
  })
  bench.write('orders.csv', 'id,amount,status\n1,1,a\n')
  await bench.load(on('2025-01-01'))
  await bench.load({ ...on('2025-01-02'), loadId: 2n })
  bench.write('orders.csv', 'id,amount,status,day\n2,2,b,2025-01-02\n3,3,b,2025-01-01\n')
  await bench.load({ ...on('2025-01-02'), loadId: 3n })
  expect(await table()).toEqual([
    [1, 1, 'a', '2025-01-01'],
    [2, 2, 'b', '2025-01-02'],
  ])
  expect(await quarantine('error_reason, partition')).toEqual([['other_partition', '2025-01-02']])
})

test('limits refuse a load: the table stays, the quarantine tells', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,1,a\n')
  await bench.load(orders)
  bench.write('orders.csv', 'id,amount,status\n2,1,a\nx,1,a\n')
  await bench.connection.execute('create table log(text varchar)')
  const outcome = await bench.load({
    ...orders,
    loadId: 2n,
    contract: { limits: { errorAbove: 0.4, per: 'load' } },
    beforeCommit: () => ["insert into log values ('done')"],
    onRefused: ({ files }) => [`insert into log values ('${files[0]?.rowsRejected} refused')`],
  })
  expect(outcome.isRefused).toBe(true)
  expect(await table()).toEqual([[1, 1, 'a']])
  expect(await bench.rows('from log')).toEqual([['1 refused']])
  expect(await quarantine('load_id, error_reason')).toEqual([[2, 'invalid_id']])
  const warned = await bench.load({
    ...orders,
    loadId: 3n,
    contract: { limits: { warnAbove: 0.4, per: 'file' } },
  })
  expect(warned.diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['load-reject-warning', 'orders.csv: 50 % rejected (1 of 2), more than 40 %'],
  ])
})

test('a dry run tells and changes nothing', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,1,a\nx,1,a\n')
  const before = await bench.rows('select schema_name from duckdb_schemas() order by all')
  const outcome = await bench.load({ ...orders, isDryRun: true })
  expect(counts(outcome)).toEqual([[2, 1, 1]])
  expect(outcome.sample).toEqual([{ shownPath: 'orders.csv', line: 3, reasons: ['invalid_id'] }])
  expect(await bench.rows('select schema_name from duckdb_schemas() order by all')).toEqual(before)
  expect(await bench.rows('select count(*) from duckdb_tables()')).toEqual([[0]])
})

test('what is done together with the load is undone with it', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,1,a\n')
  await bench.load(orders)
  bench.write('orders.csv', 'id,amount,status\n2,1,a\nx,1,a\n')
  const failing = bench.load({
    ...orders,
    loadId: 2n,
    beforeCommit: () => ["select error('no')"],
    quarantine: {
      table: { database: 'shop', schema: 'btn_quarantine', name: 'raw__orders' },
      files: [
        {
          path: join(bench.folder, 'bad.csv'),
          format: 'csv',
          options: {},
          columns: [{ kind: 'all-raw' }],
          join: '|',
        },
      ],
    },
  })
  await expect(failing).rejects.toThrow('no')
  expect(await table()).toEqual([[1, 1, 'a']])
  expect(await quarantine('*')).toEqual([])
  expect(existsSync(join(bench.folder, 'bad.csv'))).toBe(false)
  expect(
    await bench.rows("select count(*) from duckdb_tables() where contains(table_name, '__btn_')"),
  ).toEqual([[0]])
})

test('a view in the place of the table is replaced', async () => {
  await bench.connection.execute('create schema raw; create view raw.orders as select 1 as id')
  bench.write('orders.csv', 'id,amount,status\n1,1,a\n')
  await bench.load(orders)
  expect(await table()).toEqual([[1, 1, 'a']])
})

test('lineage: file, line and time of each row', async () => {
  bench.write('orders_a.csv', 'id,amount,status\n1,1,"a\n1"\n2,1,b\n')
  bench.write('orders_b.csv', 'amount,id\n\n1,3\n')
  await bench.load({ ...orders, lineage: ['file', 'line', 'loaded_at'] })
  expect(
    await bench.rows('select id, _file, _line, epoch_ms(_loaded_at) from raw.orders order by all'),
  ).toEqual([
    [1, 'orders_a.csv', 2, 1735689600000],
    [2, 'orders_a.csv', 4, 1735689600000],
    [3, 'orders_b.csv', 3, 1735689600000],
  ])
})

test('JSON Lines: values by name, what is no object keeps its text', async () => {
  bench.write(
    'orders.jsonl',
    '{"ID":1,"amount":"2.5","status":{"a":1}}\n\n{"ID":2,\n[1]\n{"ID":"x"}\n',
  )
  await bench.load({ ...orders, from: ['orders.jsonl'], rename: { ID: 'id' } })
  expect(await table()).toEqual([[1, 2.5, '{"a":1}']])
  expect(await quarantine('line_number, error_reason, raw_text')).toEqual([
    [3, 'malformed_json', '{"ID":2,'],
    [4, 'malformed_json', '[1]'],
    [5, 'invalid_id', '{"ID":"x"}'],
  ])
})

test('JSON Lines drift as headers do: case, new keys, lost keys', async () => {
  bench.write(
    'orders_a.jsonl',
    '{"Id":1,"amount":2,"nested":{"no_key":1},"note":"x"}\n{"ID":2,"id":3,"a\\"b":"y"}\n',
  )
  bench.write('orders_b.jsonl', '{"id":4,"status":"paid"}\n')
  const spec: LoadSpec = { ...orders, from: ['orders_*.jsonl'] }
  const told = await bench.load(spec)
  expect(told.files.map(({ drift }) => drift)).toEqual([
    {
      missing: ['status'],
      extra: ['nested', 'note', 'a"b'],
      renamed: { Id: 'id', ID: 'id' },
    },
    { missing: ['amount'], extra: [], renamed: {} },
  ])
  expect(told.diagnostics.map(({ code }) => code)).toEqual(['load-columns-ignored'])
  expect(await table()).toEqual([
    [1, 2, null],
    [3, null, null],
    [4, null, 'paid'],
  ])
  await bench.load({ ...spec, drift: { missing: 'fill', extra: 'add' } })
  expect(await bench.rows('select id, nested, note, "a""b" from raw.orders order by id')).toEqual([
    [1, '{"no_key":1}', 'x', null],
    [3, null, null, 'y'],
    [4, null, null, null],
  ])
  const strict = bench.load({ ...spec, drift: { missing: 'fail', extra: 'ignore' } })
  await expect(strict).rejects.toThrow('status')
})

test('what JSON has beyond the columns is in the quarantine, too', async () => {
  bench.write('orders.jsonl', '{"id":"x","amount":1,"note":"n"}\n')
  await bench.load({ ...orders, from: ['orders.jsonl'] })
  expect(await quarantine('raw::varchar')).toEqual([['{id=x, amount=1, status=NULL, note=n}']])
})

test('Parquet: typed values, rules see them, rejected ones are text', async () => {
  const path = join(bench.folder, 'orders.parquet')
  await bench.connection.execute(
    `copy (select * from (values (1, 1.5, ' a '), (2, -1, 'b')) t(id, amount, status)) to '${path}'`,
  )
  await bench.load({
    ...orders,
    from: [path],
    contract: { rules: [rule('positive', 'amount > 0')] },
  })
  expect(await table()).toEqual([[1, 1.5, 'a']])
  expect(await quarantine('line_number, raw::varchar')).toEqual([
    [2, '{id=2, amount=-1.0, status=b}'],
  ])
})

test('personal data is judged as it is and kept as the policy says', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,1,ann@x.de\n2,1,bob\n3,1,ann@x.de\n,1\n')
  const unique: Rule = {
    name: 'once',
    check: { kind: 'unique', columns: ['status'] },
    severity: 'error',
  }
  await bench.load({
    ...orders,
    protect: { status: { kind: 'mask' } },
    contract: {
      rules: [
        rule('mail', "contains(status, '@')", { reason: 'no mail: {status} {raw.status}' }),
        unique,
      ],
    },
  })
  const kept = await quarantine('line_number, error_reason, raw::varchar, raw_text')
  expect(JSON.stringify([await table(), kept])).not.toMatch(/ann|bob/)
  expect(await table()).toEqual([[1, 1, 'a***']])
  expect(kept.map(([line, reason]) => [line, reason])).toEqual([
    [3, 'no mail: b*** b***'],
    [4, 'once'],
    [5, 'too_few_columns'],
  ])
})

test('quarantine files: one for each input or one for all, in the form declared', async () => {
  bench.write('orders_a.csv', 'ID,amount,extra\n1,-1,e\n')
  bench.write('orders_b.csv', 'id,amount,status\n2,1,s\n')
  const files = [
    {
      path: join(bench.folder, 'out/{file_stem}_errors.csv'),
      format: 'csv',
      options: {},
      columns: [{ kind: 'all-raw' }, { kind: 'named', name: 'line_number', sql: 'line_number' }],
      join: '; ',
    },
    {
      path: join(bench.folder, 'out/all.parquet'),
      format: 'parquet',
      options: {},
      columns: [{ kind: 'all-raw' }, { kind: 'named', name: 'why', sql: 'error_reason' }],
      join: '; ',
    },
  ] as const
  bench.write('out/orders_b_errors.csv', 'of yesterday')
  await bench.load({
    ...orders,
    rename: { ID: 'id' },
    contract: { rules: [rule('a', 'amount > 0'), rule('b', 'amount > 5')] },
    quarantine: { files },
    from: ['orders_a.csv'],
  })
  expect(bench.read('out/orders_a_errors.csv')).toBe('ID,amount,extra,line_number\n1,-1,e,2\n')
  expect(await bench.rows(`from '${bench.folder}/out/all.parquet'`)).toEqual([
    ['1', '-1', null, 'e', 'a; b'],
  ])
  await bench.load({ ...orders, quarantine: { files }, from: ['orders_b.csv'] })
  expect(existsSync(join(bench.folder, 'out/orders_b_errors.csv'))).toBe(false)
  expect(await bench.rows(`select count(*) from '${bench.folder}/out/all.parquet'`)).toEqual([[0]])
})

test('replay: rows that pass now go in once, with their old line', async () => {
  const strict = {
    ...orders,
    strategy: { kind: 'append' },
    lineage: ['file', 'line'],
    contract: { rules: [rule('positive', 'amount > 0')] },
  } as const
  bench.write('orders.csv', 'id,amount,status\n1,1,a\n2,-1,a\n3,-5,a\n')
  await bench.load({ ...strict, loadId: 4n })
  const relaxed = { ...strict, contract: { rules: [rule('nearly', 'amount > -2')] } }
  expect(await bench.replay(relaxed)).toEqual({
    rowsTried: 2,
    rowsLoaded: 1,
    masked: [],
    reasons: { nearly: 1 },
  })
  expect(await bench.replay(relaxed)).toEqual({
    rowsTried: 1,
    rowsLoaded: 0,
    masked: [],
    reasons: { nearly: 1 },
  })
  expect(await table()).toEqual([
    [1, 1, 'a', 'orders.csv', 2, 4],
    [2, -1, 'a', 'orders.csv', 3, 4],
  ])
  expect(await quarantine('line_number, replayed_at is not null')).toEqual([
    [3, true],
    [4, false],
  ])
})

test('replay: a row that was corrected in the quarantine, and a key that is there', async () => {
  const dedupe = { rows: false, ignore: [], key: ['id'], prefer: [], when: 'before_rules' } as const
  bench.write('orders.csv', 'id,amount,status\n1,1,a\nx,1,b\ny,1,c\n')
  const spec = { ...orders, contract: { dedupe } }
  await bench.load(spec)
  await bench.connection.execute(
    `update btn_quarantine.raw__orders set raw = map_concat(raw, map {'id': case raw['status'] when 'b' then '2' else '1' end})`,
  )
  expect(await bench.replay(spec)).toEqual({
    rowsTried: 2,
    rowsLoaded: 1,
    masked: [],
    reasons: { duplicate_key: 1 },
  })
  expect(await table()).toEqual([
    [1, 1, 'a'],
    [2, 1, 'b'],
  ])
})

test('replay: a line that could not be taken apart, once it was mended', async () => {
  const latin1 = Buffer.from(
    'id,note,amount,status\n1,n,1,a\n2,n\n3,n,"3"x,c\n4,n,4,caf\xe9\n',
    'latin1',
  )
  bench.write('orders.csv', latin1)
  bench.write('orders.jsonl', '{"ID":7,"amount":1.10}\n{"ID":8,"amount":2.50,\n')
  const spec: LoadSpec = {
    ...orders,
    strategy: { kind: 'append' },
    drift: { missing: 'fill', extra: 'ignore' },
    rename: { ID: 'id' },
  }
  await bench.load({ ...spec, from: ['orders.csv', 'orders.jsonl'] })
  expect(await bench.replay(spec)).toMatchObject({ rowsTried: 0, rowsLoaded: 0 })
  const mend = (line: number, text: string) =>
    bench.connection.execute(
      `update btn_quarantine.raw__orders set raw_text = '${text}' where line_number = ${line} and (file like '%csv') = ${text[0] !== '{'}`,
    )
  await mend(3, '2,n,"2.5","a,\nb"')
  await mend(4, '3,n,3,c')
  await mend(5, '4,n,4,café')
  await mend(2, '{"ID":8,"amount":2.50}')
  expect(await bench.replay(spec)).toMatchObject({ rowsTried: 4, rowsLoaded: 4 })
  expect(await bench.rows('select id, amount, status from raw.orders order by all')).toEqual([
    [1, 1, 'a'],
    [2, 2.5, 'a,\nb'],
    [3, 3, 'c'],
    [4, 4, 'café'],
    [7, 1.1, null],
    [8, 2.5, null],
  ])
  expect(await bench.replay(spec)).toMatchObject({ rowsTried: 0 })
})

test('replay into an upsert: what came later stays, the last of a key counts', async () => {
  const spec: LoadSpec = {
    ...orders,
    strategy: { kind: 'upsert', key: ['id'] },
    lineage: ['line'],
    contract: { rules: [rule('positive', 'amount > 0')] },
  }
  // Line 4 is later than line 2, line 3 earlier than line 6; of 5 there are two, 6 comes again.
  bench.write(
    'orders.csv',
    'id,amount,status\n1,1,a\n2,-1,old\n1,-2,b\n5,-1,x\n2,2,b\n5,-3,y\n6,-1,z\n',
  )
  await bench.load({ ...spec, loadId: 1n })
  bench.write('orders.csv', 'id,amount,status\n6,6,new\n')
  await bench.load({ ...spec, loadId: 2n })
  const relaxed = { ...spec, contract: {} }
  expect(await bench.replay(relaxed)).toEqual({
    rowsTried: 5,
    rowsLoaded: 2,
    masked: [],
    reasons: { duplicate_key: 3 },
  })
  expect(await bench.rows('select id, amount, status from raw.orders order by all')).toEqual([
    [1, -2, 'b'],
    [2, 2, 'b'],
    [5, -3, 'y'],
    [6, 6, 'new'],
  ])
  expect(await quarantine('line_number, replayed_at is null, superseded_at is null')).toEqual([
    [3, true, true],
    [4, false, true],
    [5, true, true],
    [7, false, true],
    [8, true, false],
  ])
})

test('replay into a partition: beside its rows, other days untouched', async () => {
  const spec = (date: string): LoadSpec => ({
    ...orders,
    from: [`orders_${date}.csv`],
    strategy: { kind: 'partition', column: 'day', value: `date '${date}'` },
    columns: { ...orders.columns, day: 'date' },
    date,
    contract: {
      rules: [rule('positive', 'amount > 0')],
      dedupe: { rows: false, ignore: [], key: ['id'], prefer: [], when: 'after_rules' },
    },
  })
  for (const day of ['2025-01-01', '2025-01-02']) {
    bench.write(`orders_${day}.csv`, 'id,amount,status\n1,1,a\n2,-1,b\n')
    await bench.load(spec(day))
  }
  const where = `"partition" = '2025-01-01'`
  await bench.connection.execute(
    `update btn_quarantine.raw__orders set raw = map_concat(raw, map {'amount': '5'})`,
  )
  expect(await bench.replay(spec('2025-01-01'), { where })).toMatchObject({ rowsLoaded: 1 })
  expect(await bench.rows('select day::varchar, id, amount from raw.orders order by all')).toEqual([
    ['2025-01-01', 1, 1],
    ['2025-01-01', 2, 5],
    ['2025-01-02', 1, 1],
  ])
  expect(
    await bench.replay(spec('2025-01-02'), { where: `"partition" = '2025-01-02'` }),
  ).toMatchObject({ rowsLoaded: 1, reasons: {} })
})

test('SQL that is wrong, or fails for a row, is named', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,2,paid\n')
  const load = (contract: LoadSpec['contract']) =>
    bench.load({ ...orders, ...(contract && { contract }) })
  await expect(
    load({ rules: [rule('fine', 'id > 0'), rule('typo', 'amuont > 0')] }),
  ).rejects.toThrow(
    'the rule "typo" of raw.orders cannot be worked out: Binder Error: Referenced column "amuont" not found',
  )
  await expect(load({ clean: { status: { kind: 'sql', sql: 'lower(status' } } })).rejects.toThrow(
    'clean of "status" of raw.orders cannot be worked out: Parser Error',
  )
  await expect(load({ rules: [rule('cast', 'status::integer > 0')] })).rejects.toThrow(
    'the rule "cast" of raw.orders cannot be worked out: Conversion Error',
  )
  expect(await bench.rows('select count(*) from duckdb_tables()')).toEqual([[0]])
})

test('several tables are loaded at the same time', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,2,paid\nx,1,paid\n')
  const tables = Array.from({ length: 6 }, (_, at) => `orders${at}`)
  const known = rule('known', "status in ('a', 'b', 'c', 'd', 'e', 'paid')")
  const spec = { ...orders, contract: { rules: [known] } }
  const outcomes = await Promise.all(tables.map((table) => bench.loadBeside({ ...spec, table })))
  expect(outcomes.flatMap(counts)).toEqual(tables.map(() => [2, 1, 1]))
  const all = "select count(*) from duckdb_tables() where schema_name in ('raw', 'btn_quarantine')"
  expect(await bench.rows(all)).toEqual([[12]])
  expect(await bench.rows("select current_setting('disabled_optimizers')")).toEqual([['']])
})

test('two loads of one table at the same time come one after the other', async () => {
  bench.write('orders.csv', 'id,amount,status\n1,2,paid\nx,1,paid\n')
  bench.write('more.csv', 'id,amount,status\n2,2,paid\n3,1,paid\n')
  const spec = { ...orders, strategy: { kind: 'append' } } as const
  const outcomes = await Promise.all([
    bench.loadBeside({ ...spec, loadId: 1n }),
    bench.loadBeside({ ...spec, from: ['more.csv'], loadId: 2n }),
  ])
  expect(outcomes.flatMap(counts)).toEqual([
    [2, 1, 1],
    [2, 2, 0],
  ])
  expect(await bench.rows('select id, _load_id from raw.orders order by id')).toEqual([
    [1, 1],
    [2, 2],
    [3, 2],
  ])
})

test('50 readers see one generation of a table each time, while it is exchanged', async () => {
  const write = (generation: number) =>
    bench.write(
      'orders.csv',
      `id,amount,status\n${Array.from({ length: 5000 }, (_, id) => `${id},${generation},paid\n`).join('')}`,
    )
  write(0)
  await bench.load(orders)
  const readers = new AbortController()
  const seen = bench.readBeside(
    50,
    'select count(*), min(amount), max(amount) from raw.orders',
    readers.signal,
  )
  for (let generation = 1; generation <= 3; generation++) {
    write(generation)
    await bench.load(orders)
  }
  readers.abort()
  const found = new Set((await seen).map(String))
  for (const row of found) expect(row).toMatch(/^5000,(\d),\1$/)
  expect(found.size).toBeGreaterThan(1)
})

test('lines are right where the project gives the order of rows away', async () => {
  const count = 300_000
  // Large enough to be read by several threads.
  const status = 'paid'.padEnd(150, '.')
  const lines = Array.from(
    { length: count },
    (_, id) => `${id},${id % 1000 === 7 ? -1 : 1},${status}\n`,
  )
  bench.write('orders.csv', `id,amount,status\n${lines.join('')}`)
  await bench.connection.execute('set preserve_insertion_order = false')
  await bench.load({
    ...orders,
    lineage: ['line'],
    contract: { rules: [rule('positive', 'amount > 0')] },
  })
  expect(await bench.rows('select count(*) from raw.orders where _line <> id + 2')).toEqual([[0]])
  const kept = "select line_number - raw['id']::bigint from btn_quarantine.raw__orders"
  expect(await bench.rows(`select distinct * from (${kept})`)).toEqual([[2]])
  expect(await bench.rows("select current_setting('preserve_insertion_order')")).toEqual([[false]])
  await bench.connection.execute('reset preserve_insertion_order')
})
