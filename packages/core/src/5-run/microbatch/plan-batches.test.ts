import { describe, expect, it } from 'vitest'
import type { Interval } from '../../intervals/index.ts'
import type { Config } from '../../types/index.ts'
import { planBatches, type BatchWishes } from './plan-batches.ts'

const at = (text: string): Date => new Date(`${text}Z`)
const now = at('2024-03-03T13:57')
const window = (start: string, end: string): Interval => ({ start: at(start), end: at(end) })

function plan(config: Config, wishes: Partial<BatchWishes> = {}): readonly string[] {
  const settings = { batch_size: 'day', begin: '2024-03-01T06:00:00', lookback: 1, ...config }
  const batches = planBatches(settings, { window: undefined, isIncremental: false, now, ...wishes })
  return batches.map(({ start, end }) =>
    [start, end].map((it) => it.toISOString().slice(0, 13)).join(' '),
  )
}

describe('planBatches', () => {
  it('goes from the day of its beginning to the end of this day', () => {
    expect(plan({})).toEqual([
      '2024-03-01T00 2024-03-02T00',
      '2024-03-02T00 2024-03-03T00',
      '2024-03-03T00 2024-03-04T00',
    ])
  })

  it.each<[Config, string, number]>([
    [{}, '2024-03-02T00 2024-03-03T00', 2],
    [{ lookback: 0 }, '2024-03-03T00 2024-03-04T00', 1],
    [{ lookback: 2 }, '2024-03-01T00 2024-03-02T00', 3],
    [{ batch_size: 'hour' }, '2024-03-03T12 2024-03-03T13', 2],
    [{ batch_size: 'month' }, '2024-02-01T00 2024-03-01T00', 2],
    [{ batch_size: 'year' }, '2023-01-01T00 2024-01-01T00', 2],
  ])('looks back when there is a table: %j', (config, first, count) => {
    const batches = plan(config, { isIncremental: true })
    expect(batches[0]).toBe(first)
    expect(batches).toHaveLength(count)
  })

  it('takes what was asked for in whole batches, whatever stands there', () => {
    const asked = window('2023-12-31T05:00', '2024-01-01T01:00')
    const whole = ['2023-12-31T00 2024-01-01T00', '2024-01-01T00 2024-01-02T00']
    expect(plan({}, { window: asked })).toEqual(whole)
    expect(plan({}, { window: asked, isIncremental: true })).toEqual(whole)
  })

  it('has one batch, of nothing, when the beginning is yet to come', () => {
    expect(plan({ begin: '2024-05-01' })).toEqual(['2024-05-01T00 2024-03-04T00'])
  })
})
