import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection, Database } from '@btn/adapter'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMemory } from './test-kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'btn-export-'))
let database: Database
let connection: Connection

beforeAll(async () => {
  ;({ database, connection } = await openMemory())
  await connection.execute('create table t as select range as a, range % 2 as b from range(4)')
})

afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

function save(location: string, options: string, table = 't'): Promise<void> {
  return database.exportTable(connection, { table, location: join(folder, location), options })
}

async function count(pattern: string): Promise<unknown> {
  const { rows } = await connection.query(`select count(*) from '${join(folder, pattern)}'`)
  return rows[0]?.[0]
}

const failing =
  "(select if(range < 3000000, range, error('stop')) as a, 1 as b from range(3000001))"

test('a file is whole or not there', async () => {
  await expect(save('new.csv', 'format csv, header 1', failing)).rejects.toThrow('stop')
  expect(readdirSync(folder)).not.toContain('new.csv')
  await save('new.csv', 'format csv, header 1')
  await expect(save('new.csv', 'format csv, header 1', failing)).rejects.toThrow('stop')
  expect(await count('new.csv')).toBe(4n)
})

test('a folder is replaced as a whole when it may be', async () => {
  await save('parts', 'format parquet, partition_by b')
  await expect(save('parts', 'format parquet, partition_by b')).rejects.toThrow('not empty')
  const options = 'format parquet, partition_by b, overwrite true'
  await expect(save('parts', options, failing)).rejects.toThrow('stop')
  expect(await count('parts/*/*.parquet')).toBe(4n)
  await save('parts', options, '(select * from t where b = 1)')
  expect(readdirSync(join(folder, 'parts'))).toEqual(['b=1'])
})

test('files of other partitions stay with overwrite_or_ignore', async () => {
  const options = 'format parquet, partition_by b, overwrite_or_ignore 1'
  await save('kept', options)
  writeFileSync(join(folder, 'kept', 'note.txt'), 'mine')
  await save('kept', options, '(select 9 as a, 2 as b)')
  expect(readdirSync(join(folder, 'kept'))).toEqual(['b=0', 'b=1', 'b=2', 'note.txt'])
})

test('nothing is left beside', async () => {
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
})
