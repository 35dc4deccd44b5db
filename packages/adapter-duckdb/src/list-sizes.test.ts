import type { Connection, Database } from '@btn/adapter'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { duckdbAdapter } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'btn-sizes-'))
let database: Database
let connection: Connection

async function open(path: string): Promise<Database> {
  const { credentials } = duckdbAdapter.checkCredentials(
    { type: 'duckdb', path },
    { projectName: 'shop', projectRoot: folder, targetPath: 'target' },
  )
  return duckdbAdapter.open(credentials)
}

beforeAll(async () => {
  database = await open(join(folder, 'shop.duckdb'))
  connection = await database.connect()
  await connection.execute('create table big as select hash(range) as n from range(1000000)')
  await connection.execute('create table flat as select 1 as n from range(1000000)')
  await connection.execute('create table "odd ""name""" as select hash(range) as n from range(10)')
  await connection.execute(
    "create table long as select repeat('x', 900000) || range as t from range(4)",
  )
  await connection.execute('create view seen as select * from big')
  await connection.execute('checkpoint')
})

afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

async function sizes(): Promise<ReadonlyMap<string, readonly (number | undefined)[]>> {
  const found = await database.catalog.listSizes(connection, 'shop')
  return new Map(found.map(({ relation, rows, bytes }) => [relation.name, [rows, bytes] as const]))
}

describe('the size of a table', () => {
  test('is what its compressed data takes, about', async () => {
    const found = await sizes()
    const [rows, bytes] = found.get('big') ?? []
    expect(rows).toBe(1_000_000)
    // Hashes of eight bytes each, which nothing compresses.
    expect(bytes).toBeGreaterThan(8_000_000)
    expect(bytes).toBeLessThan(10_000_000)
    expect(found.get('flat')?.[1] ?? 0).toBeLessThan(300_000)
  })

  test('is not that of the block which small tables share', async () => {
    const found = await sizes()
    expect(found.get('odd "name"')?.[0]).toBe(10)
    const all = [...found.values()].reduce((sum, [, bytes = 0]) => sum + bytes, 0)
    const { rows } = await connection.query(
      'select block_size * used_blocks from pragma_database_size()',
    )
    expect(all).toBeGreaterThan(0)
    expect(all).toBeLessThanOrEqual(Number(rows[0]?.[0]))
  })

  test('counts what did not fit into a block', async () => {
    const { rows } = await connection.query(
      "select max(len(additional_block_ids)) from pragma_storage_info('long')",
    )
    const more = Number(rows[0]?.[0])
    expect((await sizes()).get('long')?.[1] ?? 0).toBeGreaterThanOrEqual(more * 262_144)
  })

  test('is none of a view, nor of what lies in memory', async () => {
    expect((await sizes()).has('seen')).toBe(false)
    const other = await open(':memory:')
    const inMemory = await other.connect()
    await inMemory.execute('create table numbers as select range as n from range(10)')
    const [size] = await other.catalog.listSizes(inMemory, 'memory')
    expect(size).toMatchObject({ rows: 10 })
    expect(size).not.toHaveProperty('bytes')
    other.close()
  })
})
