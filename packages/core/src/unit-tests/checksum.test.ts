import { expect, test } from 'vitest'
import { unitTestChecksum } from './checksum.ts'

const place = { file: '', start: 0, end: 0 }

// As dbt 1.12.6 computed them.
test('a test over rows of mappings', () => {
  const rows = [
    { id: 1, country: 'de', amount: 1.5, day: '2024-01-01', ok: true },
    { id: 2, country: null, amount: null, DAY: '2024-01-01' },
  ]
  const checksum = unitTestChecksum({
    model: 'eph',
    given: [{ input: "ref('orders')", rows, format: 'dict', place }],
    expect: {
      rows: [
        { id: 1, country: 'DE', amount: 1.5, ok: true },
        { id: 2, country: null, amount: null, ok: null },
      ],
      format: 'dict',
      place,
    },
  })
  expect(checksum).toBe('87816984a1b7f261d5cd114ab3f4b1fe1d279c18be14f33c70d5e9a4c43aa679')
})

test('a test with overrides, a query and rows of a seed', () => {
  const checksum = unitTestChecksum({
    model: 'report',
    given: [
      {
        input: "ref('eph')",
        rows: "select 1 as id, 'DE' as country, 2 as amount, date '2024-01-01' as day, true as ok",
        format: 'sql',
        place,
      },
      {
        input: "ref('countries')",
        rows: [
          { code: 'de', name: 'Germany' },
          { code: 'fr', name: 'France' },
        ],
        format: 'dict',
        place,
      },
    ],
    expect: {
      rows: [
        { id: '1', country: 'DE', name: 'Germany', amount: '21' },
        { id: '3', country: 'FR', name: 'France', amount: '1' },
      ],
      format: 'csv',
      place,
    },
    overrides: { macros: {}, vars: { rate: 10 }, envVars: {} },
  })
  expect(checksum).toBe('099d1329056c5473420ae5f01085bc943adfb2558f7106d2ef38000bc84b0ca2')
})

test('a float without fraction is one in Python, too', () => {
  const of = (amount: number | { readonly $float: string }) =>
    unitTestChecksum({
      model: 'm',
      given: [],
      expect: { rows: [{ amount }], format: 'dict', place },
    })
  expect(of({ $float: '1.0' })).not.toBe(of(1))
})
