import { expect, it } from 'vitest'
import { plain } from './paint.ts'
import { formatSeconds, shorten, statusLine } from './status-line.ts'

const at = { index: 3, total: 12 }

it.each<[string, boolean, string]>([
  ['OK created x', false, ' 3 of 12 OK created x .................. [OK in 0.50s]'],
  [
    'OK created a_name_that_is_too_long',
    false,
    ' 3 of 12 OK created a_name_that_is_too_long  [OK in 0.50s]',
  ],
  [
    'OK created a_name_that_is_too_long',
    true,
    ' 3 of 12 OK created a_na…at_is_too_long  [OK in 0.50s]',
  ],
])('%s, narrow: %s', (message, isNarrow, expected) => {
  const style = { paint: plain, width: 40, isNarrow }
  expect(statusLine(at, { message, status: 'OK', seconds: 0.5 }, style)).toBe(expected)
})

it.each([
  [0, '0.00s'],
  [9.994, '9.99s'],
  [12.34, '12.3s'],
  [185.2, '3m 05s'],
  [3725, '1h 02m 05s'],
])('%d seconds are %s', (seconds, expected) => {
  expect(formatSeconds(seconds)).toBe(expected)
})

it.each([
  ['abcdef', 6, 'abcdef'],
  ['abcdef', 5, 'ab…ef'],
  ['abcdef', 4, 'ab…f'],
])('shortens %s to %d', (text, room, expected) => {
  expect(shorten(text, room)).toBe(expected)
})
