import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseError, type Connection, type Database } from '@btn/adapter'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMemory } from '../../adapter-duckdb/src/test-kit.ts'
import { describeQuery } from './index.ts'
import { toTableNames } from './table-names.ts'

let database: Database
let connection: Connection

beforeAll(async () => {
  ;({ database, connection } = await openMemory())
  await connection.execute('create table t (a int, b varchar, c double)')
})

afterAll(() => database.close())

test('a query is told with names, types, origins and what decides its rows', async () => {
  expect(
    await describeQuery(connection, 'select b as name, a + 1 as next from t where c > 1'),
  ).toEqual({
    columns: [
      {
        name: 'name',
        type: 'VARCHAR',
        from: [{ relation: t, column: 'b', how: 'renamed' }],
        uses: [],
      },
      {
        name: 'next',
        type: 'INTEGER',
        from: [{ relation: t, column: 'a', how: 'computed' }],
        uses: [],
      },
    ],
    uses: [{ relation: t, column: 'c', how: 'filtered' }],
    reads: [t],
  })
})

const t = { kind: 'table', catalog: 'memory', schema: 'main', name: 't' }

test('names are those of a table made of the query', async () => {
  const names = async (sql: string) =>
    (await describeQuery(connection, sql)).columns.map((column) => column.name)
  expect(await names('select a, a, b as "A" from t')).toEqual(['a', 'a_1', 'A_2'])
  expect(await names('select a, a as a_1, a from t')).toEqual(['a', 'a_1', 'a_2'])
  expect(await names('select count(*), 1 + 1 from t -- the end')).toEqual([
    'count_star()',
    '(1 + 1)',
  ])
})

describe('a mistake is a DatabaseError with its place in the query', () => {
  const cases = [
    ['select a, nme from t', 'nme', 'Referenced column "nme" not found'],
    ['select a from\n  tt', 'tt', 'Table with name tt does not exist'],
    ['select a frm t where', undefined, 'syntax error'],
    ["select 'ä', abs(b::date) from t", 'abs', 'No function matches'],
  ] as const
  test.each(cases)('%s', async (sql, place, message) => {
    const error: unknown = await describeQuery(connection, sql).catch((it: unknown) => it)
    if (!(error instanceof DatabaseError)) throw new Error('no error')
    expect(error.message).toContain(message)
    if (place !== undefined) expect(sql.slice(error.offset).startsWith(place)).toBe(true)
  })
})

describe('files', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'btn-sql-'))
    await writeFile(join(folder, 'sales.csv'), 'day,amount\n2024-01-31,5\n')
    await writeFile(join(folder, 'people.json'), '{"name": "x"}\n')
    await connection.execute(`copy (select 1 as n) to '${join(folder, 'numbers.parquet')}'`)
  })
  afterAll(() => rm(folder, { recursive: true }))

  const cases = [
    [
      "select day, amount * 2 as twice from read_csv('$/sales.csv', header = true)",
      'read_csv',
      'day, amount',
    ],
    ["select sales.amount from '$/sales.csv' where sales.day > '2024-01-01'", 'read_csv', 'amount'],
    [
      "select s.x, s.y from read_csv(['$/sales.csv', '$/sales.csv']) as s(x, y)",
      'read_csv',
      'day, amount',
    ],
    [
      "-- ä)\nselect read_json.name from read_json('$/people.json' /* ) */) where name <> ')'",
      'read_json',
      'name',
    ],
    ["select n from read_parquet('$/numbers.parquet')", 'read_parquet', 'n'],
    ["select n from '$/numbers.parquet'", 'parquet_scan', 'n'],
  ] as const
  test.each(cases)('%s', async (text, name, columns) => {
    const {
      problem,
      columns: found,
      reads,
    } = await describeQuery(connection, text.replaceAll('$', folder))
    expect(problem).toBe(undefined)
    expect(reads).toHaveLength(1)
    expect(reads[0]).toMatchObject({ kind: 'function', name })
    expect(found.flatMap(({ from }) => from.map(({ column }) => column)).join(', ')).toBe(columns)
  })

  test('no table stays behind', async () => {
    await describeQuery(connection, `select * from '${folder}/sales.csv'`)
    const { rows } = await connection.query(
      "select table_name from duckdb_tables() where database_name = 'temp'",
    )
    expect(rows).toEqual([])
  })

  test('a column that the stand-in does not have is a problem, with names and types', async () => {
    const described = await describeQuery(connection, `select filename from '${folder}/sales.csv'`)
    expect(described.columns).toMatchObject([{ name: 'filename', type: 'VARCHAR', from: [] }])
    expect(described.problem).toContain('filename')
  })
})

describe('what is no query, or whose columns nobody can know, is a problem', () => {
  const cases = [
    ['', 'there is no statement'],
    ['select 1; select 2', 'there are several statements'],
    ['insert into t select * from t', 'the statement is not a query'],
    ['drop table t', 'the statement is not a query'],
    ['pivot t on b using sum(c)', 'the columns of PIVOT depend on data'],
    ['select * from (pivot t on b using sum(c))', 'the columns of PIVOT depend on data'],
  ] as const
  test.each(cases)('%s', async (sql, problem) => {
    const described = await describeQuery(connection, sql)
    expect(described).toMatchObject({ columns: [], uses: [], reads: [] })
    expect(described.problem).toContain(problem)
  })
})

test('a semicolon in a comment or a text is the end of no statement', async () => {
  const sql = `select ';x' as a, nothing from t -- one; two\n/* three; */`
  await expect(describeQuery(connection, sql)).rejects.toMatchObject({
    message: expect.stringMatching(/^Binder Error/),
    offset: sql.indexOf('nothing'),
  })
})

describe('most queries are told by one question to the engine', () => {
  const types = `1::tinyint as a, 1.5 as b, [1.5, null] as c, [[1]] as d, '{}'::json as e, now() as f, current_date as g,
    interval 1 day as h, uuid() as i, 'x'::blob as j, true as k, 1::hugeint as l, 1e0 as m, localtime as n`
  test.each([
    ['select a, a, b as "A", c as a_1 from t', 1],
    ['select a as x, count(*), a + 1 from t group by all', 1],
    ['select b from t order by c limit 3 -- the end', 1],
    ['with x(p, q) as (select a, b from t) select *, count(*) over () from x', 1],
    [`select ${types}`, 1],
    ['from t select b as "select", c as "weird "" name"', 1],
    // Names inside of types, and types of no value.
    ["select {'a b': 1} as s from t", 3],
    ["select b::enum('x', 'y') as e from t", 3],
    ['select null as n', 3],
    ['select map {b: a} as m from t', 3],
  ])('%s: %i', async (sql, asked) => {
    const texts: string[] = []
    const counting = {
      query(text: string) {
        texts.push(text)
        return connection.query(text)
      },
    }
    const { columns, problem } = await describeQuery(counting, sql)
    const { rows } = await connection.query(`describe ${sql}`)
    expect(problem).toBeUndefined()
    const names = toTableNames(rows.map(([name]) => String(name)))
    expect(columns.map(({ name, type }) => [name, type])).toEqual(
      rows.map(([, type], at) => [names[at], type]),
    )
    expect(texts).toHaveLength(asked)
  })
})

test('a table that comes while it is looked for is there', async () => {
  let asked = 0
  const described = await describeQuery(
    {
      async query(text) {
        asked += 1
        if (asked === 3) await connection.execute('create table late as select 1 as x')
        return connection.query(text)
      },
    },
    'select x from late',
  )
  expect(described).toMatchObject({
    columns: [{ name: 'x', type: 'INTEGER', from: [{ column: 'x', how: 'copied' }] }],
    reads: [{ name: 'late' }],
  })
  expect(described.problem).toBeUndefined()
})
