import { span, TracedText, TracedTextBuilder } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { injectCtes } from './inject-ctes.ts'

function traced(text: string, path = 'model.sql'): TracedText {
  const source = { path, text }
  const builder = new TracedTextBuilder()
  builder.addVerbatim(text, span(source, 0, text.length))
  return builder.finish()
}

const one = [{ name: '__dbt__cte__a', sql: traced('select 1', 'a.sql') }]
const two = [...one, { name: '__dbt__cte__b', sql: traced('select 2', 'b.sql') }]
const A = ' __dbt__cte__a as (\nselect 1\n)'
const B = ' __dbt__cte__b as (\nselect 2\n)'

describe('injectCtes', () => {
  it.each([
    ['select * from x', one, `with${A} select * from x`],
    ['select * from x', two, `with${A},${B} select * from x`],
    ['\n  select 1', one, `\n  with${A} select 1`],
    ['-- c\nselect 1', one, `with${A} -- c\nselect 1`],
    ['with q as (select 1) select * from q', one, `with${A},  q as (select 1) select * from q`],
    ['-- c\nWITH\nq as (select 1) select 2', one, `-- c\nWITH${A}, \nq as (select 1) select 2`],
    ['/* with */ with q as (x) select 2', two, `/* with */ with${A},${B},  q as (x) select 2`],
    ['with recursive q as (x) select 2', one, `with recursive${A},  q as (x) select 2`],
    ['select 1 -- with q', one, `with${A} select 1 -- with q`],
    ['without_a_space', one, `with${A} without_a_space`],
  ])('%j', (sql, ctes, expected) => {
    expect(injectCtes(traced(sql), ctes).text).toBe(expected)
  })

  it('does not lose itself in white space', () => {
    const gap = ' \n'.repeat(200)
    const sql = `${gap}with${gap}a as (select 1) select 2`
    expect(injectCtes(traced(sql), one).text).toBe(`${gap}with${A}, ${gap}a as (select 1) select 2`)
  })

  it('leaves a query without ephemeral models alone', () => {
    const sql = traced('select 1')
    expect(injectCtes(sql, [])).toBe(sql)
  })

  it('keeps the origins of both', () => {
    const sql = injectCtes(traced('select nope'), one)
    expect(sql.originAt(sql.text.indexOf('nope'))?.span).toMatchObject({
      source: { path: 'model.sql' },
      start: 7,
    })
    expect(sql.originAt(sql.text.indexOf('1'))?.span).toMatchObject({
      source: { path: 'a.sql' },
      start: 7,
    })
  })
})
