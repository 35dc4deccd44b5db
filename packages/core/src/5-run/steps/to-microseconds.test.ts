import { expect, it } from 'vitest'
import { toMicroseconds } from './to-microseconds.ts'

it.each([
  ['2024-01-31T10:00:00', 1706695200000000n],
  ['2024-01-31T10:00:00.5', 1706695200500000n],
  ['2024-01-31T10:00:00.123456', 1706695200123456n],
  ['2024-01-31T11:30:00+01:30', 1706695200000000n],
  ['2024-01-31T08:00:00.000001-02', 1706695200000001n],
])('%s', (text, expected) => {
  expect(toMicroseconds({ kind: 'timestamptz', text })).toBe(expected)
})

it('takes nothing but timestamps', () => {
  expect(toMicroseconds({ kind: 'date', text: '2024-01-31' })).toBeUndefined()
  expect(toMicroseconds('2024-01-31T10:00:00')).toBeUndefined()
  expect(toMicroseconds({ kind: 'timestamp', text: 'infinity' })).toBeUndefined()
})
