import { expect, it } from 'vitest'
import { summaryOf } from './summary.ts'

const long = 'One row per order, with what was paid for it and what was given back later on. '

it.each([
  ['', ''],
  ['Orders as they came.', 'Orders as they came.'],
  // A paragraph goes on in the next line.
  [
    'A file that is there\nalready is `skipped`.\n\nMore.',
    'A file that is there already is skipped.',
  ],
  ['# Orders\nOne row each.', 'Orders'],
  ['Statuses:\n- placed\n- lost', 'Statuses:'],
  ['> Made by `stg_orders` and _never_ by **hand**', 'Made by stg_orders and never by hand'],
  ['See [raw_orders](#!/source/x), fact_orders, `_line`', 'See raw_orders, fact_orders, _line'],
  // Too long: whole sentences, else whole words.
  [`${long}${long}`, long.trim()],
  [`${'word '.repeat(40)}`, `${'word '.repeat(27)}word…`],
  ['x'.repeat(200), `${'x'.repeat(139)}…`],
])('%j is summed up as %j', (description, summary) => {
  expect(summaryOf(description)).toBe(summary)
})
