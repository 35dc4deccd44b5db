import { wholeSpan } from '@btn/diagnostics'
import type { Value } from '@btn/jinja'
import { describe, expect, it } from 'vitest'
import { readChart, type ChartWish } from './chart.ts'

const table = {
  columns: [
    { name: 'day', type: 'DATE' },
    { name: 'channel', type: 'VARCHAR' },
    { name: 'n', type: 'BIGINT' },
    { name: 'x', type: 'DOUBLE' },
  ],
  rows: [
    [{ kind: 'date', text: '2025-01-01' }, 'Paid', 3n, 0.5],
    [{ kind: 'date', text: '2025-01-01' }, 'Direct', 5n, null],
    [{ kind: 'date', text: '2025-01-02' }, 'Paid', 4n, 2],
  ],
} as const

const nothing: ChartWish = {
  type: undefined,
  x: undefined,
  y: undefined,
  series: undefined,
  title: undefined,
  width: undefined,
  height: undefined,
  horizontal: undefined,
  stacked: undefined,
}

const place = { number: 1, callSite: wholeSpan({ path: 'reports/page.md', text: '' }) }
const read = (wish: Readonly<Record<string, Value>>) =>
  readChart(table, { ...nothing, ...wish }, place)

describe('readChart', () => {
  it('draws all columns of numbers over the first column', () => {
    expect(read({})).toMatchObject({
      type: 'line',
      x: ['2025-01-01', '2025-01-01', '2025-01-02'],
      series: [
        { name: 'n', values: [3, 5, 4] },
        { name: 'x', values: [0.5, null, 2] },
      ],
      width: 720,
      height: 360,
    })
  })

  it('splits by a column', () => {
    expect(read({ y: 'n', series: 'Channel', type: 'bar' })).toMatchObject({
      x: ['2025-01-01', '2025-01-02'],
      series: [
        { name: 'Paid', values: [3, 4] },
        { name: 'Direct', values: [5, null] },
      ],
    })
  })

  it.each([
    [{ type: 'lines' }, 'there is no chart of the type "lines"'],
    [{ x: 'dya' }, 'the query has no column "dya"'],
    [{ y: 'channel' }, 'the column "channel" has no numbers to draw'],
  ])('refuses %j', (wish, message) => {
    expect(() => read(wish)).toThrow(message)
  })
})
