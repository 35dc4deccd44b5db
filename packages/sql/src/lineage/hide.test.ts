import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection, Database } from '@btn/adapter'
import { openMemory } from '../../../adapter-duckdb/src/test-kit.ts'
import { describeQuery } from '../index.ts'

let database: Database
let connection: Connection

beforeAll(async () => {
  ;({ database, connection } = await openMemory())
  await connection.execute(
    'create table p (id int, mail varchar, income int, born date, smokes boolean, s struct(smokes boolean, mail varchar))',
  )
})

afterAll(() => database.close())

/** Of which columns of `p` a value can be read from the expression. */
async function seen(expression: string, rest = ''): Promise<string> {
  const { columns, problem } = await describeQuery(
    connection,
    `select ${expression} as x from p ${rest}`,
  )
  expect(problem).toBeUndefined()
  const from = columns[0]?.from ?? []
  return from.flatMap(({ column, hidden }) => (hidden ? [] : [column])).join(' ')
}

test.each([
  ['mail', 'mail'],
  ['upper(mail)', 'mail'],
  ['mail || income', 'mail income'],
  // Judged.
  ["mail = 'a@b.c'", ''],
  ["mail like '%@b.c'", ''],
  ['mail is null', ''],
  ['mail in (select mail from p)', ''],
  ["case when mail like '%@b.c' then 'ours' else 'theirs' end", ''],
  ['case when income > 5 then mail end', 'mail'],
  ["regexp_matches(mail, 'x')", ''],
  ['mail::boolean', ''],
  ['not (income between 1 and 5)', ''],
  // What is a boolean from the start.
  ['smokes', 'smokes'],
  ['coalesce(smokes, false)', 'smokes'],
  ["case when smokes then 'yes' end", 'smokes'],
  ['s.smokes', 's'],
  // Aggregates that summarize.
  ['count(mail)', ''],
  ['count(distinct mail)', ''],
  ['sum(income)', ''],
  ['avg(income)', ''],
  ['avg(born)', ''],
  ['median(income)', ''],
  ['stddev(income)', ''],
  ['bool_or(smokes)', ''],
  ['sum(income) / count(*)', ''],
  ['max(income) - min(income)', 'income'],
  // Aggregates whose result is the value of a row, or has it.
  ['max(income)', 'income'],
  ['min(income)', 'income'],
  ['any_value(income)', 'income'],
  ['first(income)', 'income'],
  ['mode(income)', 'income'],
  ['quantile_disc(income, 0.5)', 'income'],
  ['arg_max(mail, income)', 'mail'],
  ['max_by(income, born)', 'income'],
  ['max(born)', 'born'],
  ['max(smokes)', 'smokes'],
  ["string_agg(mail, ',' order by income)", 'mail'],
  ['list(income)', 'income'],
  ['histogram(income)', 'income'],
  ["max(income) filter (where mail like 'a%')", 'income'],
  // Both ways.
  ['coalesce(max(income), avg(income))', 'income'],
])('%s shows: %s', async (expression, columns) => {
  expect(await seen(expression)).toBe(columns)
})

test.each([
  ['row_number() over (order by mail)', ''],
  ['count(*) over (partition by mail)', ''],
  ['sum(income) over (partition by mail order by born)', ''],
  ['lag(income) over (order by mail)', 'income'],
  ['lag(income, 1, id) over (order by mail)', 'income id'],
  ['first_value(mail) over (order by income)', 'mail'],
  ['max(income) over (partition by mail)', 'income'],
  ['coalesce(income, avg(income) over ())', 'income'],
])('%s shows: %s', async (expression, columns) => {
  expect((await seen(expression)).split(' ').sort()).toEqual(columns.split(' ').sort())
})

test.each([
  ['x', '(select count(mail) as x from p)', ''],
  ['max(x)', '(select sum(income) as x from p group by id)', ''],
  ['sum(x)', '(select max(income) as x from p group by id)', ''],
  ['x', '(select income as x from p union all select count(income) from p)', 'income'],
  [
    'x',
    '(with recursive r as (select count(income) as x from p union all select max(income) from p, r) select * from r)',
    'income',
  ],
])('%s of %s shows: %s', async (expression, query, columns) => {
  const { columns: found, problem } = await describeQuery(
    connection,
    `select ${expression} as y from ${query}`,
  )
  expect(problem).toBeUndefined()
  const from = found[0]?.from ?? []
  expect(from.length).toBeGreaterThan(0)
  expect(from.flatMap(({ column, hidden }) => (hidden ? [] : [column])).join(' ')).toBe(columns)
})
