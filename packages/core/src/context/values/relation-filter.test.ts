import { describe, expect, it } from 'vitest'
import { duckdbAdapter } from '@btn/adapter-duckdb'
import { RelationValue } from './relation.ts'
import { noFilter, type RelationFilter } from './relation-filter.ts'

const interval = { start: new Date('2024-01-01Z'), end: new Date('2024-01-02T06:00Z') }
const eventTime = { field: '"at"', interval }
const filtered = `(select * from "d"."s"."t" where "at" >= '2024-01-01 00:00:00+00:00' and "at" < '2024-01-02 06:00:00+00:00')`

function relation(filter: RelationFilter, type?: string): RelationValue {
  const parts = { database: 'd', schema: 's', identifier: 't', type }
  return new RelationValue(duckdbAdapter.dialect, { ...parts, filter })
}

describe('a relation in SQL', () => {
  it.each<[RelationFilter, string]>([
    [noFilter, '"d"."s"."t"'],
    [{ ...noFilter, limit: 0 }, '(select * from "d"."s"."t" where false limit 0)'],
    [{ ...noFilter, limit: 3 }, '(select * from "d"."s"."t" limit 3)'],
    [{ ...noFilter, eventTime }, filtered],
    [
      { limit: 0, eventTime },
      filtered.replace('"d"."s"."t"', '(select * from "d"."s"."t" where false limit 0)'),
    ],
  ])('with %j is %s', (filter, expected) => {
    const value = relation(filter)
    expect(value.toText()).toBe(expected)
    expect(value.render()).toBe('"d"."s"."t"')
  })

  it('keeps its filter when it becomes another', () => {
    const value = relation({ ...noFilter, limit: 0 }).with({ identifier: 'u' })
    expect(value.toText()).toBe('(select * from "d"."s"."u" where false limit 0)')
  })

  it('is never cut when it is a function', () => {
    expect(relation({ limit: 0, eventTime }, 'function').toText()).toBe('"d"."s"."t"')
  })

  it('tells templates of its filter', () => {
    const value = relation({ limit: 0, eventTime })
    expect(value.getAttribute('limit')).toBe(0)
    expect(value.getAttribute('event_time_filter')).toMatchObject({ typeName: 'EventTimeFilter' })
    expect(relation(noFilter).getAttribute('event_time_filter')).toBeNull()
  })
})
