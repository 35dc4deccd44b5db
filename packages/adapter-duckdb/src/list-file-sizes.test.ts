import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection, Database } from '@btn/adapter'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMemory } from './test-kit.ts'

const folder = mkdtempSync(join(tmpdir(), "btn-file's-"))
let database: Database
let connection: Connection

const quoted = (name: string): string => `'${join(folder, name).replaceAll("'", "''")}'`
const views: Readonly<Record<string, string>> = {
  one: `read_parquet(${quoted('one.parquet')}, union_by_name=False)`,
  parts: `read_parquet(${quoted('parts/*/*.parquet')}, union_by_name=False)`,
  rows: `read_csv(${quoted('rows.csv')}, auto_detect=True)`,
  lines: `read_json(${quoted('lines.json')}, auto_detect=True)`,
  empty: `read_parquet(${quoted('empty.parquet')}) where 1 and "n" is not null`,
  gone: `read_parquet(${quoted('gone.parquet')})`,
  shown: `(select 1 as n)`,
}

beforeAll(async () => {
  ;({ database, connection } = await openMemory())
  const copy = (rows: string, name: string, options: string) =>
    connection.execute(`copy (${rows}) to ${quoted(name)} (${options})`)
  const numbers = 'select range as n, range % 3 as part from range(1000)'
  await copy(numbers, 'one.parquet', 'format parquet')
  await copy(numbers, 'parts', 'format parquet, partition_by (part)')
  await copy(numbers, 'rows.csv', 'header')
  await copy(numbers, 'lines.json', 'format json')
  await copy('select null::int as n', 'empty.parquet', 'format parquet')
  await copy(numbers, 'gone.parquet', 'format parquet')
  for (const [name, from] of Object.entries(views))
    await connection.execute(`create view ${name} as (select * from ${from})`)
  rmSync(join(folder, 'gone.parquet'))
})

afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

async function sizeOf(name: string) {
  const relation = { database: 'memory', schema: 'main', name, type: 'view' } as const
  const [size] = await database.catalog.listFileSizes(connection, [relation])
  return size && { rows: size.rows, bytes: size.bytes, files: size.files }
}

test.each([
  ['one', 'one.parquet', 1000],
  ['rows', 'rows.csv', 1000],
  ['lines', 'lines.json', 1000],
  ['empty', 'empty.parquet', 0],
])('%s has the size of its file', async (name, file, rows) => {
  const bytes = statSync(join(folder, file)).size
  expect(await sizeOf(name)).toEqual({ rows, bytes, files: 1 })
})

test('a folder has what all of its files have', async () => {
  const { rows } = await connection.query(
    `select sum(size) from read_blob(${quoted('parts/**')}) where filename like '%.parquet'`,
  )
  expect(await sizeOf('parts')).toEqual({ rows: 1000, bytes: Number(rows[0]?.[0]), files: 3 })
})

test('what is gone, or no file, or not there has none', async () => {
  expect(await sizeOf('gone')).toBeUndefined()
  expect(await sizeOf('shown')).toBeUndefined()
  expect(await sizeOf('nothing')).toBeUndefined()
})
