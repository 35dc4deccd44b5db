import type { Connection } from '@btn/adapter'
import { describe, expect, it } from 'vitest'
import { guardConnection, plainlyMakesNothing, type Noted } from './guard.ts'

async function send(sql: string, known = '') {
  const sent: string[] = []
  const noted: Noted[] = []
  const connection: Connection = {
    execute(text) {
      sent.push(text)
      return Promise.resolve({ message: 'OK' })
    },
    query(text) {
      sent.push(text)
      return Promise.resolve({ columns: [], rows: [] })
    },
    interrupt: () => undefined,
    close: () => Promise.resolve(),
  }
  const guarded = guardConnection(connection, {
    note: (it) => void noted.push(it),
    knowsRows: (text) => Promise.resolve(text === known),
  })
  await guarded.execute(sql)
  return { sent, ...noted[0] }
}

describe('guardConnection', () => {
  it.each([
    'create or replace macro twice(x) as x * 2',
    'create schema if not exists extra',
    "select column_name from information_schema.columns where table_name = 'x'",
    '-- a comment\n describe orders',
    'select column_name from (describe "d"."s"."orders")',
    "set timezone = 'UTC'; create temp table t (a integer)",
  ])('sends %s', async (sql) => {
    expect(await send(sql)).toMatchObject({ sent: [sql], isPassedOver: false, asksRows: false })
  })

  it.each([
    "copy orders to 'orders.csv'",
    "attach 'other.duckdb'",
    'insert into log values (1)',
    'install httpfs',
    'create persistent secret s (type s3)',
    "create table a (b integer); export database 'x'",
    '/* harmless */ delete from orders',
    'call load_aws_credentials()',
    'begin',
    'rollback',
  ])('passes over %s', async (sql) => {
    expect(await send(sql)).toMatchObject({ sent: [], isPassedOver: true })
  })

  it.each([
    ['insert into log values (1)', false],
    ["copy orders to 'orders.csv'; delete from orders", false],
    ["attach 'other.duckdb'", true],
    ['copy from database other to shop', true],
    ['insert into log values (1); load spatial', true],
    ['create table t (a integer)', false],
  ])('what is passed over may be missed: %s', async (sql, isMissed) => {
    expect(await send(sql)).toMatchObject({ isMissed })
  })

  it.each([
    'select max(id) from orders',
    'with a as (select 1) select * from a join b using (id)',
    'select * from (describe orders) join orders on true',
  ])('knows that rows are asked for: %s', async (sql) => {
    expect(await send(sql)).toMatchObject({ asksRows: true })
  })

  it('asks for no rows where they are known, one query at a time', async () => {
    const sql = 'select i from range(3) t(i)'
    expect(await send(sql)).toMatchObject({ asksRows: true })
    expect(await send(sql, sql)).toMatchObject({ sent: [sql], asksRows: false })
    const two = `${sql}; ${sql}`
    expect(await send(two, two)).toMatchObject({ asksRows: true })
  })

  it('makes a table of a query without reading its rows', async () => {
    const { sent } = await send("create table raw as select * from 'big.csv';")
    expect(sent).toEqual(["create table raw as select * from 'big.csv'\nwith no data"])
  })
})

describe('plainlyMakesNothing', () => {
  it.each([
    ["insert into log values ('{{ this.name }}')", true],
    ["delete from {{ this }} where id in (select id from {{ ref('gone') }}); select 1;", true],
    ['', true],
    ['create temp table x as select 1', false],
    ['delete from {{ this }}; alter table {{ this }} add column x int', false],
    ['{{ prepare() }}', false],
    ['{% if is_incremental() %}delete from {{ this }}{% endif %}', false],
    ["delete from {{ ref(var('other')) }}", false],
    ['use other', false],
  ])('%s: %s', (sql, expected) => {
    expect(plainlyMakesNothing(sql)).toBe(expected)
  })
})
