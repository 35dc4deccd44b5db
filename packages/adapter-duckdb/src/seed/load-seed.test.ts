import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection, Database, SeedRequest } from '@btn/adapter'
import { DiagnosticError, renderText } from '@btn/diagnostics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openMemory } from '../test-kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'btn-seed-'))
let database: Database
let connection: Connection
let number = 0

beforeAll(async () => {
  ;({ database, connection } = await openMemory())
})

afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

function load(content: string | Uint8Array, options: Partial<SeedRequest> = {}) {
  const path = join(folder, `s${number++}.csv`)
  writeFileSync(path, content)
  const relation = { database: 'memory', schema: 'main', name: 's' }
  const request = { relation, path, shownPath: 'seeds/s.csv', delimiter: ',', columnTypes: {} }
  return database.loadSeed(connection, { ...request, ...options })
}

async function refusal(content: string | Uint8Array, options: Partial<SeedRequest> = {}) {
  const error: unknown = await load(content, options).catch((reason: unknown) => reason)
  if (!(error instanceof DiagnosticError)) throw error
  return error.diagnostics.map((it) => renderText(it)).join('\n')
}

async function all(sql: string) {
  const { rows } = await connection.query(sql)
  return rows.map((row) => row.map(String).join(' '))
}

const fresh = () => connection.execute('drop table if exists s; drop view if exists s')

describe('what a user is told', () => {
  beforeAll(fresh)

  test('a row with too few values', async () => {
    expect(await refusal('a,b\n1,2\n3\n4,5\n')).toBe(
      `error[seed-row-ragged]: this row of seeds/s.csv has 1 value, its header 2
  --> seeds/s.csv:3:1
  1 | a,b
  2 | 1,2
  3 | 3
    | ^
  4 | 4,5
hint: Write empty values between delimiters.`,
    )
  })

  test('every row of another length', async () => {
    const text = await refusal('a,b\n1,2,3\n\n"4\n4"\n5,6\n7,8,\n9,9,9,9\n')
    const lines = [...text.matchAll(/has (\d+) values?.*\n {2}--> (\S+)/g)]
    expect(lines.map(([, found, at]) => `${found} ${at}`)).toEqual([
      '3 seeds/s.csv:2:1',
      '1 seeds/s.csv:4:1',
      '4 seeds/s.csv:8:1',
    ])
  })

  test('a row with too many', async () => {
    expect(await refusal('a,b\n1,2,3,4\n')).toContain(
      'this row of seeds/s.csv has 4 values, its header 2\n  --> seeds/s.csv:2:1',
    )
  })

  test('values that do not fit, all of them, each at its cell', async () => {
    const content = 'at,n\n2024-02-29T10,1\n\n"2024-02-29T10:00:00",$2\n'
    expect(await refusal(content)).toBe(
      `error[seed-value]: "2024-02-29T10" is no TIMESTAMP, as the column "at" is
  --> seeds/s.csv:2:1
  1 | at,n
  2 | 2024-02-29T10,1
    | ^^^^^^^^^^^^^
  3 |
  4 | "2024-02-29T10:00:00",$2
hint: Correct the value, or fix another type: column_types: {at: text}.
error[seed-value]: "$2" is no INTEGER, as the column "n" is
  --> seeds/s.csv:4:23
  2 | 2024-02-29T10,1
  3 |
  4 | "2024-02-29T10:00:00",$2
    |                       ^^
hint: Correct the value, or fix another type: column_types: {n: text}.`,
    )
  })

  test('a line far down, after values with line breaks', async () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => `${index},"two\nlines"\n`).join('')
    const columnTypes = { a: 'integer' }
    expect(await refusal(`a,b\n${rows}x,y\n`, { columnTypes })).toContain(
      'error[seed-value]: "x" is no integer, as the column "a" is\n  --> seeds/s.csv:80002:1',
    )
  })

  test('a quote that is never closed, in a file that is read at once and in a long one', async () => {
    expect(await refusal('a,b\n1,"x\n2,y\n')).toContain(
      'seed-quote-open]: a quoted value in seeds/s.csv',
    )
    const rows = '1,2\n'.repeat(100_000)
    expect(await refusal(`a,b\n${rows}1,"x\n`)).toContain('--> seeds/s.csv:100002:1')
  })

  test('bytes that are not UTF-8, near and far', async () => {
    const bad = Buffer.from('caf\xe9\n', 'latin1')
    expect(await refusal(Buffer.concat([Buffer.from('name\n'), bad]))).toContain(
      'error[file-not-utf8]: seeds/s.csv is not UTF-8 (byte 8)\n  --> seeds/s.csv:2:4\n  1 | name\n  2 | caf\ufffd',
    )
    const far = Buffer.concat([Buffer.from(`name\n${'x\n'.repeat(200_000)}`), bad])
    expect(await refusal(far)).toContain(
      'error[file-not-utf8]: seeds/s.csv is not UTF-8 (byte 400008)\n  --> seeds/s.csv:200002:4',
    )
    expect(await refusal(Buffer.from('\ufeffa\n1\n', 'utf16le'))).toContain('s.csv is UTF-16')
  })

  test.each([
    ['', {}, 'seed-empty'],
    ['\ufeff', {}, 'seed-empty'],
    ['Id,ID\n1,2\n', {}, 'seed-columns-alike'],
    ['a\n1\n', { delimiter: '||' }, 'seed-delimiter'],
    ['a\n1\n', { existing: 'view' as const }, 'seed-onto-view'],
    ['a\n1\n', { path: join(folder, 'nothing.csv') }, 'seed-missing'],
  ])('%j %j', async (content, options, code) => {
    expect(await refusal(content, options)).toContain(`error[${code}]`)
  })

  test('line breaks that change far down', async () => {
    const rows = '1,2\r\n'.repeat(100_000)
    expect(await refusal(`a,b\r\n${rows}1,2\n3,4\r5,6`)).toContain(
      'error[seed-breaks-mixed]: seeds/s.csv',
    )
  })

  test('a line that is longer than DuckDB reads', async () => {
    expect(await refusal(`a,b\n1,${'x'.repeat(2_100_000)}\n`)).toContain(
      'error[seed-row-unreadable]',
    )
  })

  test('types that DuckDB does not have', async () => {
    const columnTypes = { a: 'intger', b: 'decimal(' }
    expect(await refusal('a,b\n1,2\n', { columnTypes })).toBe(
      `error[seed-type-unknown]: column_types of seeds/s.csv: the database has no type "intger" (column "a")
hint: Did you mean "integer"?
error[seed-type-unknown]: column_types of seeds/s.csv: the database has no type "decimal(" (column "b")`,
    )
  })

  test('a type for a column that is not there', async () => {
    const { diagnostics } = await load('code,n\n1,2\n', {
      columnTypes: { cod: 'text', n: 'bigint' },
    })
    expect(diagnostics.map((it) => [it.code, it.hint])).toEqual([
      ['seed-column-type-unused', 'Did you mean "code"?'],
    ])
  })
})

describe('a table that is there', () => {
  test('gets other rows and keeps its types', async () => {
    await fresh()
    await load('id,name\n1,a\n', { columnTypes: { id: 'bigint' } })
    const result = await load('name,id\nb,2\nc,3\n', {
      existing: 'table',
      columnTypes: { id: 'bigint' },
    })
    expect(result.message).toBe('INSERT 2')
    expect(await all('select id, name, typeof(id) from s order by id')).toEqual([
      '2 b BIGINT',
      '3 c BIGINT',
    ])
  })

  test('is made anew by a full refresh', async () => {
    const result = await load('id,extra\n1.5,x\n', { existing: 'table', isFullRefresh: true })
    expect(result.message).toBe('CREATE 1')
    expect(await all('select id, extra, typeof(id) from s')).toEqual(['1.5 x DOUBLE'])
  })

  test('is left as it was when the file does not fit', async () => {
    await load('id,day\n1,2024-01-01\n', { existing: 'table', isFullRefresh: true })
    const before = await all('select * from s')
    const existing = 'table' as const
    expect(await refusal('id\n1\n', { existing })).toContain(
      'are no longer those of its table: "day" is gone',
    )
    expect(await refusal('id,day\n1.5,2024-01-01\n', { existing })).toContain(
      '"id" of seeds/s.csv is DOUBLE now, but INTEGER in its table',
    )
    expect(await refusal('id,day\n1,2024-01-01 10:00:00\n', { existing })).toContain(
      'seed-type-changed',
    )
    expect(await refusal('id,day\nx,2024-01-01\n', { existing })).toContain('"x" is no INTEGER')
    const late = `id,day\n${'1,2024-01-01\n'.repeat(50_000)}`
    expect(await refusal(`${late}1.5,\n`, { existing })).toContain('seed-type-changed')
    expect(await refusal(`${late}x,\n`, { existing })).toContain('s.csv:50002:1')
    expect(await refusal('id\n1\n2,3\n', { existing, isFullRefresh: true })).toContain(
      'seed-row-ragged',
    )
    expect(await all('select * from s')).toEqual(before)
  })
})

test('a load within the transaction of the caller ends with it', async () => {
  await fresh()
  await connection.execute('begin')
  await load('a\n1\n', { inTransaction: true })
  await connection.execute('rollback')
  expect(await database.catalog.listRelations(connection, 'memory', 'main')).toEqual([])
})

test('--empty makes the table alone', async () => {
  const result = await load('a,b\n1,x\n', { isEmpty: true })
  expect([result.rowsAffected, result.columns]).toEqual([
    0,
    [
      { name: 'a', type: 'integer' },
      { name: 'b', type: 'text' },
    ],
  ])
  expect(await all('select * from s')).toEqual([])
})

test('a path full of signs', async () => {
  await fresh()
  const path = join(folder, "it's [odd] *?{x}.csv")
  writeFileSync(path, 'a\n1\n')
  await load('', { path })
  expect(await all('select a from s')).toEqual(['1'])
})

test.each(['a,b\r\n1,x\n2,y\r\n3,z\n', 'a,b\n1,x\r2,y\r\n3,z'])(
  'mixed line breaks: %j',
  async (content) => {
    await fresh()
    await load(content)
    expect(await all('select a, b from s')).toEqual(['1 x', '2 y', '3 z'])
  },
)

test('a row of another length among mixed line breaks', async () => {
  await fresh()
  expect(await refusal('a,b\r\n1,x\n2\n')).toContain('seeds/s.csv:3:1')
})

test('the last row of a file as long as its head, without a line break', async () => {
  await fresh()
  const start = `a,b\n${'1,22\n'.repeat(52_427)}`
  const content = `${start}x,${'y'.repeat(256 * 1024 - start.length - 2)}`
  await load(content)
  expect(Buffer.byteLength(content)).toBe(256 * 1024)
  expect(await all('select typeof(a), count(*) from s group by 1')).toEqual(['VARCHAR 52428'])
})

test('a column with the name of the check', async () => {
  await fresh()
  await load('btn passes,n\nx,1\n')
  expect(await all('select * from s')).toEqual(['x 1'])
})

describe('cells that begin with an apostrophe', () => {
  beforeEach(fresh)

  test('it is a quote where DuckDB takes it for one, as it does when dbt lets it read the file', async () => {
    await load("a,b,n\nx,'',1\n'',y,2\n'','',3\n")
    expect(
      await all("select coalesce(a, 'null') || '|' || coalesce(b, 'null') from s order by n"),
    ).toEqual(['x|null', 'null|y', 'null|null'])
  })

  test('it is a letter elsewhere', async () => {
    await load("a,n\n'tis,1\nit's,2\n")
    expect(await all('select a from s order by n')).toEqual(["'tis", "it's"])
  })
})
