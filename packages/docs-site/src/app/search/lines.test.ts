import { describe, expect, it } from 'vitest'
import { findLine, wordsMissing } from './lines.ts'

const sql = `select
  order_id,
  sum(amount) as  paid_amount -- without what was given back
from orders where status <> 'lost'`

describe('the line of a text', () => {
  it('is the one with most of the words', () => {
    expect(findLine(sql, ['orders'])).toBe("from orders where status <> 'lost'")
    expect(findLine(sql, ['order', 'status'])).toBe("from orders where status <> 'lost'")
    expect(findLine(sql, ['order'])).toBe('order_id,')
  })

  it('has a word also as the beginning of another one, and never in its middle', () => {
    expect(findLine(sql, ['amo'])).toBe('sum(amount) as paid_amount -- without what was given back')
    expect(findLine(sql, ['mount'])).toBeUndefined()
  })

  it('begins near the words where it is long', () => {
    const long = `select ${'a, '.repeat(100)}the_wanted_column, b`
    expect(findLine(long, ['wanted'])).toMatch(/^…(a, )+the_wanted_column, b$/)
    expect(findLine(long, ['wanted'])?.length).toBeLessThan(60)
  })

  it('may be nothing', () => {
    expect(findLine('', ['a'])).toBeUndefined()
    expect(findLine(sql, [])).toBeUndefined()
  })
})

describe('what texts do not have', () => {
  it('is the words that none of theirs begins with', () => {
    expect(wordsMissing(['stg', 'lost'], ['stg_orders', 'Orders as they came.'])).toEqual(['lost'])
  })
})
