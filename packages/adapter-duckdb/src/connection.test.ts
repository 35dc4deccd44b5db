import { DatabaseError, type Connection, type Database } from '@btn/adapter'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMemory } from './test-kit.ts'

let database: Database
let connection: Connection

beforeAll(async () => {
  ;({ database, connection } = await openMemory())
  await connection.execute('create table numbers as select range as n from range(10)')
})

afterAll(() => database.close())

async function failure(sql: string): Promise<DatabaseError> {
  const error: unknown = await connection.execute(sql).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof DatabaseError) return error
  throw error ?? new Error(`works: ${sql}`)
}

describe('execute counts rows', () => {
  const cases: readonly (readonly [string, number | undefined])[] = [
    ['select * from numbers', 10],
    ['create table counted as select * from numbers', 10],
    ['insert into counted select 1', 1],
    ['update counted set n = 0 where n < 5', 6],
    ['delete from counted where n = 0', 6],
    ['insert into counted values (1), (2) returning n', 2],
    ['delete from counted; insert into counted values (1), (2), (3)', 3],
    ['create view seen as select * from numbers', undefined],
    ['drop table counted', undefined],
    ['begin; commit', undefined],
    ['', 0],
    ['-- nothing; at all', 0],
  ]
  test.each(cases)('%s', async (sql, expected) => {
    expect((await connection.execute(sql)).rowsAffected).toBe(expected)
  })
})

describe('errors are shown where they are', () => {
  const cases: readonly (readonly [sql: string, at: string, statement: string, message: string])[] =
    [
      [
        'select naem from (select 1 as name)',
        'naem',
        'select',
        'Binder Error: Referenced column "naem" not found in FROM clause!',
      ],
      [
        "select 'é😀'; select naem from (select 1 as name)",
        'naem',
        'select naem',
        'Binder Error: Referenced column "naem" not found in FROM clause!',
      ],
      [
        'create or replace table t as (\n  select naem from numbers\n)',
        'naem',
        'create',
        'Binder Error: Referenced column "naem" not found in FROM clause!',
      ],
      [
        'select 1 form numbers',
        'numbers',
        'select',
        'Parser Error: syntax error at or near "numbers"',
      ],
      ['select 1;\nselec 2', 'selec 2', 'selec 2', 'Parser Error: syntax error at or near "selec"'],
      ["select 'é😀'; selec 2", 'selec', 'selec', 'Parser Error: syntax error at or near "selec"'],
      ["select 'é😀' a b", 'b', 'select', 'Parser Error: syntax error at or near "b"'],
      [
        'select * from numbrs',
        'numbrs',
        'select',
        'Catalog Error: Table with name numbrs does not exist!',
      ],
      [
        'select 1; insert into numbrs select 1',
        'numbrs',
        'insert',
        'Catalog Error: Table with name numbrs does not exist!',
      ],
      [
        '-- numbrs\ndrop table numbrs',
        'numbrs',
        'drop',
        'Catalog Error: Table with name numbrs does not exist!',
      ],
      [
        "select lowr('x')",
        'lowr',
        'select',
        'Catalog Error: Scalar Function with name lowr does not exist!',
      ],
      [
        "select 'x'::integer",
        "'x'",
        'select',
        "Conversion Error: Could not convert string 'x' to INT32",
      ],
    ]
  test.each(cases)('%j', async (sql, at, statement, message) => {
    const error = await failure(sql)
    const found = sql.slice(error.offset)
    expect(found.startsWith(at) || found.startsWith('::')).toBe(true)
    expect(sql.slice(error.statementOffset).startsWith(statement)).toBe(true)
    expect(error.message).toBe(message)
  })

  test('an error of the run has the statement alone', async () => {
    const sql = "select 1; select error('stop it') from numbers"
    const error = await failure(sql)
    expect([error.message, error.offset, error.statementOffset]).toEqual([
      'Invalid Input Error: stop it',
      undefined,
      10,
    ])
  })

  const missing: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['select naem from (select 1 as name, 2 as lame)', 'naem', 'naem', ['name', 'lame']],
    ['select x.nn from numbers x', 'nn', 'x.nn', ['n']],
    ['select y.n from numbers x', 'y', 'y.n', ['x']],
    ['update numbers set m = 1', 'm', 'm = 1', ['n']],
    ['insert into numbers (m) values (1)', 'm', 'm)', ['n']],
    ['insert into numbrs values (1)', 'numbrs', 'numbrs', ['numbers']],
    ["select s.c from (select {'a': 1} as s)", 'c', 'c from', ['a']],
  ]
  test.each(missing)('%s: names that were perhaps meant', async (sql, name, at, candidates) => {
    const error = await failure(sql)
    expect([error.missingName, [...error.candidates].sort()]).toEqual([
      name,
      [...candidates].sort(),
    ])
    expect(sql.slice(error.offset).startsWith(at)).toBe(true)
  })

  test('signatures stay in the message', async () => {
    const error = await failure('select sum(n, 3) from numbers')
    expect(error.message).toContain('Candidate functions:')
    expect(error.candidates).toEqual([])
  })
})

describe('query', () => {
  const text = (type: string, value: string) => ({ kind: 'text', type, text: value })
  const list = (...items: unknown[]) => ({ kind: 'list', items })
  const struct = (...entries: unknown[]) => ({ kind: 'struct', entries })
  const cases: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['true', true],
    ['1::tinyint', 1n],
    ['9223372036854775807', 9223372036854775807n],
    ['170141183460469231731687303715884105727', 170141183460469231731687303715884105727n],
    ['0.1::double', 0.1],
    ["'nan'::double", Number.NaN],
    ["'-infinity'::float", -Infinity],
    [
      '12345678901234567890.12::decimal(38,2)',
      { kind: 'decimal', text: '12345678901234567890.12' },
    ],
    ['-0.50::decimal(4,2)', { kind: 'decimal', text: '-0.50' }],
    ["'dé😀'", 'dé😀'],
    ["''", ''],
    ["date '2024-02-29'", { kind: 'date', text: '2024-02-29' }],
    ["'infinity'::date", { kind: 'date', text: 'infinity' }],
    ["'-infinity'::date", { kind: 'date', text: '-infinity' }],
    ["time '10:00:00.5'", { kind: 'time', text: '10:00:00.5' }],
    ["timestamp '2024-02-29 10:00:00'", { kind: 'timestamp', text: '2024-02-29T10:00:00' }],
    [
      "timestamp_ns '2024-02-29 10:00:00.123456789'",
      { kind: 'timestamp', text: '2024-02-29T10:00:00.123456789' },
    ],
    ["'infinity'::timestamp", { kind: 'timestamp', text: 'infinity' }],
    [
      "timestamptz '2024-02-29 10:00:00+00'",
      { kind: 'timestamptz', text: '2024-02-29T19:00:00+09:00' },
    ],
    [
      "timestamptz '1969-12-31 23:59:59.5+00'",
      { kind: 'timestamptz', text: '1970-01-01T08:59:59.5+09:00' },
    ],
    ["'ab'::blob", { kind: 'blob', bytes: new Uint8Array([97, 98]) }],
    ["'a'::enum('a', 'b')", 'a'],
    ["interval '1 month 2 days'", text('INTERVAL', '1 month 2 days')],
    [
      "'550e8400-e29b-41d4-a716-446655440000'::uuid",
      text('UUID', '550e8400-e29b-41d4-a716-446655440000'),
    ],
    ["'101'::bit", text('BIT', '101')],
    ['\'{"a": 1}\'::json', '{"a": 1}'],
    ['[1, null, 3]', list(1n, null, 3n)],
    [
      '[1.5, 2.5]::decimal(3,1)[2]',
      list({ kind: 'decimal', text: '1.5' }, { kind: 'decimal', text: '2.5' }),
    ],
    ['[]::integer[]', list()],
    [
      "{'a': 1, 'b c': [date '2024-01-01']}",
      struct(['a', 1n], ['b c', list({ kind: 'date', text: '2024-01-01' })]),
    ],
    ["map {'k': 1, 'l': null}", struct(['k', 1n], ['l', null])],
    ['union_value(n := 1)', 1n],
    [
      "[timestamptz '2024-02-29 10:00:00+00']",
      list({ kind: 'timestamptz', text: '2024-02-29T19:00:00+09:00' }),
    ],
  ]

  beforeAll(async () => {
    await connection.execute("set timezone = 'Asia/Tokyo'")
  })

  test.each(cases)('%s', async (sql, expected) => {
    expect((await connection.query(`select ${sql} as v`)).rows).toEqual([[expected]])
  })

  test('names and types of columns, also when a name comes twice', async () => {
    const { columns } = await connection.query(
      "select 1 as a, 2.5 as a, '{}'::json as j, [1] as l where false",
    )
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'a INTEGER',
      'a DECIMAL(2,1)',
      'j JSON',
      'l INTEGER[]',
    ])
  })

  test('rows of many chunks, in order', async () => {
    const { rows } = await connection.query('select range::integer from range(10000)')
    expect(rows.length).toBe(10000)
    expect(rows.every(([value], index) => value === BigInt(index))).toBe(true)
  })

  test('several statements give the rows of the last', async () => {
    const { rows } = await connection.query(
      'create temp table x(a int); insert into x values (7); from x',
    )
    expect(rows).toEqual([[7n]])
  })

  test('a statement that DuckDB takes apart itself', async () => {
    const sql = "pivot (select 'p' as k, 5 as v) on k using sum(v)"
    expect((await connection.query(sql)).columns.map(({ name }) => name)).toEqual(['p'])
    expect((await connection.query(`select 1; ${sql}`)).columns.map(({ name }) => name)).toEqual([
      'p',
    ])
  })
})

describe('interrupt', () => {
  const endless =
    'select count(*) from range(1000000) a, range(1000000) b where a.range + b.range = -1'

  test('cancels what runs, and the connection goes on', async () => {
    const running = failure(endless)
    setTimeout(() => connection.interrupt(), 30)
    expect((await running).isInterrupt).toBe(true)
    expect((await connection.query('select 1')).rows).toEqual([[1n]])
  })

  test('cancels a statement that has only just been sent', async () => {
    const running = failure(endless)
    await Promise.resolve()
    await Promise.resolve()
    connection.interrupt()
    expect((await running).isInterrupt).toBe(true)
  })

  test('cancels a statement that waits for its turn', async () => {
    const crowd = await Promise.all(Array.from({ length: 6 }, () => database.connect()))
    const running = crowd.map((it) => it.execute(endless).catch((reason: unknown) => reason))
    await new Promise((resolve) => setTimeout(resolve, 20))
    for (const it of crowd) it.interrupt()
    const errors = await Promise.all(running)
    expect(errors.map((it) => it instanceof DatabaseError && it.isInterrupt)).toEqual(
      crowd.map(() => true),
    )
    await Promise.all(crowd.map((it) => it.close()))
  })

  test('leaves what is not running alone', async () => {
    connection.interrupt()
    expect((await connection.query('select 1')).rows).toEqual([[1n]])
  })
})

test('a closed connection says so', async () => {
  const other = await database.connect()
  await other.close()
  await expect(other.execute('select 1')).rejects.toThrow('the connection is closed')
})

test('close waits for the running statement', async () => {
  const other = await database.connect()
  const running = other.execute('create table late as select sum(range) from range(3000000)')
  await other.close()
  expect((await running).rowsAffected).toBe(1)
})
