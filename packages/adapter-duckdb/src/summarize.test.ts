import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection, Database } from '@btn/adapter'
import { openMemory } from './test-kit.ts'

let database: Database
let connection: Connection

beforeAll(async () => {
  ;({ database, connection } = await openMemory())
})

afterAll(() => database.close())

const startedAt = new Date(Date.now() - 60_000)

async function summarize(query: string, mostRows = 10) {
  await connection.execute(`create or replace table t as ${query}`)
  const relation = { database: 'memory', schema: 'main', name: 't' }
  const columns = await database.catalog.listColumns(connection, relation)
  return database.catalog.summarize(connection, relation, {
    columns,
    invocationIds: ['abc'],
    startedAt,
    endedAt: new Date(Date.now() + 60_000),
    mostRows,
  })
}

test('the order of rows does not matter, their values do', async () => {
  const first = await summarize(`from (values (1, 'a'), (2, null)) as v(n, s)`)
  const turned = await summarize(`from (values (2, null), (1, 'a')) as v(n, s)`)
  const other = await summarize(`from (values (2, 'a'), (1, null)) as v(n, s)`)
  expect(turned).toEqual(first)
  expect(first.content).toEqual(['1|a', '2|\\N'])
  expect(other.checksums).toEqual(first.checksums)
  expect(other.checksum).not.toBe(first.checksum)
})

test('the last digits of floating-point numbers do not count', async () => {
  const [left, right] = [
    await summarize('select 0.1e0 + 0.2e0 as x'),
    await summarize('select 0.3e0 as x'),
  ]
  expect(left).toEqual(right)
})

test('columns that hold the time or the id of the run are named and not summed', async () => {
  const summary = await summarize(
    `select 1 as n, now() as at, 'abc' as id, timestamp '2020-01-01' as old, 'abd' as other`,
  )
  expect(summary.columnsOfTheRun).toEqual(['at', 'id'])
  expect(Object.keys(summary.checksums)).toEqual(['n', 'old', 'other'])
})

test('many rows are not given as text; no rows are', async () => {
  expect(await summarize('select range as n from range(11)')).not.toHaveProperty('content')
  expect((await summarize('select 1 as n limit 0')).content).toEqual([])
})
