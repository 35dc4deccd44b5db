import type { Diagnostic } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { readCondition } from './read-condition.ts'
import { readTimeSpan } from './read-span.ts'
import { brokenText } from './wording.ts'
import { conditionsSql, wordsOf } from './words.ts'

const place = { file: 'monitors.yml', start: 0, end: 0 }
const history = { last: 7, per: 'date', baseline: 'median' } as const

function read(text: string) {
  const told: Diagnostic[] = []
  return { condition: readCondition(text, place, (it) => told.push(it)), told }
}

describe('conditions', () => {
  it.each([
    ['> 5%', 'value > (5 / 100.0)', ['value']],
    ['abs(zscore) > 3', 'abs(zscore) > 3', ['zscore']],
    ['change < -50%', 'change < -(50 / 100.0)', ['change']],
    ['not between 1 and 5', 'value not between 1 and 5', ['value']],
    ['value % 7 = 0 or median is null', 'value % 7 = 0 or median is null', ['value', 'median']],
    ['= 0', 'value = 0', ['value']],
  ])('%s is SQL', (text, sql, words) => {
    expect(read(text).condition).toMatchObject({ sql, words })
  })

  it('tells of names that it does not know, and of what asks nothing', () => {
    expect(read('abs(zscor) > 3').told[0]?.message).toContain('"zscor"')
    expect(read('5').told[0]?.message).toBe('this is no condition: 5')
  })

  it('says which limit was broken', () => {
    const said = (text: string, value: number, earlier: readonly number[] = []) => {
      const { condition } = read(text)
      return condition && brokenText(condition, wordsOf(value, history, earlier))
    }
    expect(said('> 5%', 2908 / 49_963)).toBe('is 5.82 %, limit 5 %')
    expect(said('< 99.5%', 0.98)).toBe('is 98 %, limit at least 99.5 %')
    expect(said('change < -50%', 40, [99, 100, 101, 100, 98, 102, 100])).toBe(
      'is 40: change < -50% (change -60 %, median 100)',
    )
  })
})

describe('what is usual', () => {
  const week = [90, 95, 100, 100, 100, 105, 110]

  it('is known of a full window alone, which leaves out the present value', () => {
    expect(wordsOf(40, history, week.slice(1))).toMatchObject({ median: undefined, value: 40 })
    const words = wordsOf(40, history, [1, 2, ...week])
    expect(words).toMatchObject({ median: 100, mean: 100, previous: 110, change: -0.6 })
    expect(words.zscore).toBeCloseTo(-60 / Math.sqrt(250 / 6), 10)
  })

  it('has no score where nothing ever changed, and no change from nothing', () => {
    expect(wordsOf(5, history, Array<number>(7).fill(5)).zscore).toBeUndefined()
    expect(wordsOf(5, history, Array<number>(7).fill(0)).change).toBeUndefined()
  })

  it('is NULL in SQL where it is not known', () => {
    const sql = conditionsSql(['abs(zscore) > 3'], wordsOf(1, history, []))
    expect(sql).toContain('1::double as value, null::double as median')
  })
})

describe('spans of time', () => {
  it.each([
    ['24h', 86_400_000],
    ['15 minutes', 900_000],
    ['1 day', 86_400_000],
    ['30 days', 2_592_000_000],
  ])('%s', (text, ms) => {
    expect(readTimeSpan(text)).toBe(ms)
  })

  it('need a number and a unit', () => {
    expect([readTimeSpan('often'), readTimeSpan('5'), readTimeSpan('3 moons')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
