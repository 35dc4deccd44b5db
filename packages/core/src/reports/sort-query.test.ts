import { TracedText } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { sortQuery } from './sort-query.ts'

const sort = (sql: string): string => sortQuery(TracedText.plain(sql)).text

describe('sortQuery', () => {
  it('sorts what has no order of its own', () => {
    const sorted = (sql: string) => `select * from (\n${sql}\n) order by all`
    expect(sort('select 1;\n')).toBe(sorted('select 1'))
    expect(sort('with a as (select 1 order by 1) select * from a')).toContain(') order by all')
    expect(sort("select ' order by ' as x -- order by x")).toContain(') order by all')
    expect(sort('select sum(x) over (order by y) from t')).toContain(') order by all')
  })

  it('leaves the order of the query', () => {
    const query = 'select a from t\nORDER  BY coalesce(a, (b)) limit 3'
    expect(sort(query)).toBe(query)
  })

  it('leaves what is no query', () => {
    expect(sort('describe orders')).toBe('describe orders')
  })
})
