import { describe, expect, it } from 'vitest'
import { formatLocation } from './external-location.ts'

const values = { name: 'orders', identifier: 'raw_orders', year: 2024 }

describe('formatLocation', () => {
  const cases: readonly [string, string, string][] = [
    ['newstyle', 'data/{name}.csv', 'data/orders.csv'],
    [
      'newstyle',
      "read_csv('{identifier}.csv', columns = {{'id': 'int'}})",
      "read_csv('raw_orders.csv', columns = {'id': 'int'})",
    ],
    ['oldstyle', 'data/%(name)s/%(year)s.csv', 'data/orders/2024.csv'],
    ['oldstyle', '100%%', '100%'],
    ['template', 'data/$name/${identifier}.csv', 'data/orders/raw_orders.csv'],
    ['template', '$$name', '$name'],
  ]
  it.each(cases)('%s: %s', (formatter, pattern, expected) => {
    expect(formatLocation(pattern, formatter, values)).toBe(expected)
  })

  it('refuses a name that is no setting', () => {
    expect(() => formatLocation('{nmae}.csv', 'newstyle', values)).toThrow('"{nmae}"')
  })

  it('refuses a formatter that there is not', () => {
    expect(() => formatLocation('x', 'jinja', values)).toThrow('newstyle')
  })
})
