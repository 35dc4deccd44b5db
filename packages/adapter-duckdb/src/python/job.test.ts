import type { Connection, Database } from '@btn/adapter'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { duckdbAdapter } from '../index.ts'
import { readProfile } from '../profile/check-credentials.ts'
import { JobFiles } from './job.ts'

/** Two databases in the place of btn's and Python's. */
let here: Database
let there: Database
let ours: Connection
let theirs: Connection

async function open(): Promise<Database> {
  const options = { projectName: 'shop', projectRoot: '/', targetPath: 'target' }
  const raw = { type: 'duckdb', path: ':memory:' }
  return duckdbAdapter.open(duckdbAdapter.checkCredentials(raw, options).credentials)
}

beforeAll(async () => {
  here = await open()
  there = await open()
  ours = await here.connect()
  theirs = await there.connect()
})

afterAll(async () => {
  await here.close()
  await there.close()
})

const VALUES = [
  ['170141183460469231731687303715884105727::hugeint'],
  ["interval '1 month 2 microseconds'"],
  ["'b'::enum('a', 'b, c', 'b')"],
  ["'10110'::bit"],
  ["'10:00:00+02'::timetz"],
  ['\'[1, {"a": null}]\'::json'],
  ["'5c8f6f8e-0000-4000-8000-000000000001'::uuid"],
  ["'\\x00\\xFF'::blob"],
  ["timestamp_ns '2026-01-01 00:00:00.123456789'"],
  ["'2026-01-01'::timestamp_s"],
  ['[1, 2, 3]::utinyint[3]'],
  ["{'it''s': [1.50::decimal(9,2)], \"B c\": {'d': null::integer}}"],
  ["{'big': 1::hugeint, 'text': 'a, ''b'''}"],
  ["map {'k': [interval 1 day]}"],
  ["map {1: 'x'}"],
  ['null'],
] as const

test.each(VALUES)('%s goes there and back', async (value) => {
  const files = await JobFiles.open(ours, readProfile({ database: 'memory', schema: 'main' }))
  try {
    await ours.execute(`create or replace table main.given as select ${value} as "a value"`)
    for (const sql of files.setup({ database: 'memory', schema: 'out' })) await theirs.execute(sql)
    for (const sql of await files.send('"memory"."main"."given"')) await theirs.execute(sql)
    await theirs.execute('create or replace table out.made as select * from memory.main.given')
    const made = { database: 'memory', schema: 'out', name: 'made' }
    const { rows } = await theirs.query('describe out.made')
    const columns = rows.map(([name, type]) => [String(name), String(type)] as const)
    for (const sql of files.receive({ ...made, columns })) await theirs.execute(sql)
    await ours.execute('create schema if not exists out; drop table if exists out.made')
    await files.keep({})
    const compare = await ours.query(
      `select typeof(g."a value") = typeof(m."a value"), g."a value" is not distinct from m."a value"
      from main.given g, out.made m`,
    )
    expect(compare.rows).toEqual([[true, true]])
  } finally {
    await files.close()
  }
})

test('what is no relation is not sent', async () => {
  const files = await JobFiles.open(ours, readProfile({ database: 'memory', schema: 'main' }))
  expect(await files.send("read_csv('x.csv')")).toEqual([])
  await files.close()
})
