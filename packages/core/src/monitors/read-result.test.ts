import { expect, it } from 'vitest'
import { readResult } from './read-result.ts'

const columns = [
  { name: 'day', type: 'DATE' },
  { name: 'n', type: 'INTEGER' },
]

it('takes the days before as history: all, or so many, in which a gap stays one', () => {
  const rows = ['2025-12-01', '2025-12-08', '2025-12-09', '2025-12-10'].map((day, index) => {
    return [day, index] as const
  })
  const read = (days?: number) =>
    readResult({ columns, rows }, { date: '2025-12-10', until: undefined, days })
  expect(read()).toMatchObject({ value: 3, earlier: [0, 1, 2] })
  expect(read(3).earlier).toEqual([1, 2])
  expect(read(2).earlier).toEqual([1, 2])
  expect(read(1).earlier).toEqual([2])
})
