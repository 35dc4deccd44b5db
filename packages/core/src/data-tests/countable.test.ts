import { describe, expect, it } from 'vitest'
import { readCountable } from './countable.ts'

const orders = '"shop"."main"."orders"'
const old = `(select * from ${orders} where age = 'old') dbt_subquery`

describe('what is counted with other tests of the relation', () => {
  it.each([
    [`\n\nselect id\nfrom ${orders}\nwhere id is null\n`, 'id is null'],
    [`select * from ${orders} where not(a > b and (c in (1, 2)))`, 'not(a > b and (c in (1, 2)))'],
    [`select 1 from ${orders} where x = 'where; -- group' -- why`, "x = 'where; -- group'"],
  ])('rows: %s', (sql, condition) => {
    expect(readCountable(sql, orders)).toEqual({ kind: 'rows', condition: `(\n${condition}\n)` })
  })

  it('rows, by way of parts', () => {
    const sql = `with a as(select * from ${old}), b as (select * from a where -- none\n 1 = 2 or not x >= 0) select * from b where x is not null`
    expect(readCountable(sql, old)).toEqual({
      kind: 'rows',
      condition: '(\n-- none\n 1 = 2 or not x >= 0\n) and (\nx is not null\n)',
    })
  })

  it('values that may not be', () => {
    const sql = `with all_values as (\n select status as value_field, count(*) as n_records\n from ${old}\n group by status\n)\nselect *\nfrom all_values\nwhere value_field not in (\n 'a','b (c)'\n)`
    expect(readCountable(sql, old)).toEqual({
      kind: 'values',
      column: 'status',
      condition: "status not in (\n 'a','b (c)'\n)",
    })
  })

  it('values that are there twice', () => {
    const sql = `select\n "Order id" as unique_field,\n count(*) as n_records\nfrom ${orders}\nwhere "Order id" is not null\ngroup by "Order id"\nhaving count(*) > 1`
    expect(readCountable(sql, orders)).toEqual({ kind: 'duplicates', column: '"Order id"' })
  })

  it.each([
    `select id from ${orders}`,
    `select count(*) from ${orders} where id is null`,
    `select distinct id from ${orders} where id is null`,
    `select a as b from ${orders} where b is null`,
    `select id from ${orders} where id is null group by id`,
    `select id from ${orders} where id is null limit 5`,
    `select id from ${orders} where id is null union all select 1`,
    `select id from ${orders} where id in (select 1)`,
    `select id from ${orders} where id is null; drop table x`,
    `select id from ${orders} o where id is null`,
    `select id from ${orders} join x using (id) where id is null`,
    `select id from "shop"."main"."items" where id is null`,
    `with a as (select *, 1 as x from ${orders}) select * from a where x is null`,
    `with recursive a as (select * from ${orders}) select * from a where x is null`,
    `with a as (select * from a) select * from a where x is null`,
    `select id from ${orders} where id = $$x$$`,
    `select id from ${orders} where (id is null`,
    `select id as unique_field, count(*) as n_records from ${orders} where id is not null group by id having count(*) > 2`,
  ])('is not this: %s', (sql) => {
    expect(readCountable(sql, orders)).toBeUndefined()
  })
})
