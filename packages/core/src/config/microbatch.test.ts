import { expect, it } from 'vitest'
import { withWholeBegin } from './microbatch.ts'

const settings = { materialized: 'incremental', incremental_strategy: 'microbatch' }

it.each([
  ['2024-01-01', '2024-01-01T00:00:00'],
  ['2024-01-01 06:30', '2024-01-01T06:30:00'],
  ['2024-01-01T06:30:05.250000', '2024-01-01T06:30:05.250000'],
  ['2024-01-01 06:30:00Z', '2024-01-01T06:30:00+00:00'],
  ['2024-01-01 06:30:00+02:00', '2024-01-01T06:30:00+02:00'],
  ['2024-01-01 11 PM', '2024-01-01 11 PM'],
  [2, 2],
])('%s begins at %s', (begin, expected) => {
  expect(withWholeBegin({ ...settings, begin })).toEqual({ ...settings, begin: expected })
})

it('leaves other models alone', () => {
  const config = { ...settings, materialized: 'table', begin: '2024-01-01' }
  expect(withWholeBegin(config)).toBe(config)
})
