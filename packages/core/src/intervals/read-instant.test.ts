import { expect, it } from 'vitest'
import { readInstant } from './read-instant.ts'

it.each([
  ['2024-09-17', '2024-09-17T00:00:00.000Z'],
  [' 2024-09-17 16:06 ', '2024-09-17T16:06:00.000Z'],
  ['2024-09-17T16:06:07', '2024-09-17T16:06:07.000Z'],
  ['2024-09-17T16:06:07.12', '2024-09-17T16:06:07.120Z'],
  ['2024-09-17 16:06:07.123456Z', '2024-09-17T16:06:07.123Z'],
  ['2024-09-17 16:06+02:00', '2024-09-17T16:06:00.000Z'],
  ['2024-02-30', undefined],
  ['2024-13-01', undefined],
  ['2024-09-17 25:00', undefined],
  ['2024', undefined],
  ['yesterday', undefined],
])('%s is %s', (text, expected) => {
  expect(readInstant(text)?.toISOString()).toBe(expected)
})
