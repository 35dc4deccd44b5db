import { describe, expect, test } from 'vitest'
import { createDialect, type DialectOverrides } from './dialect.ts'

describe('createDialect', () => {
  test('fills in what a dialect leaves out', () => {
    const dialect = createDialect({ macroPrefixes: ['some'] })
    expect(dialect.name({ database: 'd', schema: 's"x', name: 'T' })).toBe('"d"."s""x"."T"')
    expect(dialect.name({ database: '', schema: '', name: 'temporary' })).toBe('"temporary"')
    expect(dialect.isSameName('a', 'A')).toBe(false)
    expect(dialect.hasTransactionalDdl).toBe(false)
  })

  test('an overridden quote is used in names, too', () => {
    const dialect = createDialect({ macroPrefixes: ['some'], quote: (name) => `[${name}]` })
    expect(dialect.name({ database: 'd', schema: 's', name: 't' })).toBe('[d].[s].[t]')
  })

  // As JavaScript would write them: the compiler refuses both.
  const broken: readonly (readonly [object, string])[] = [
    [{}, 'macroPrefixes'],
    [{ macroPrefixes: [] }, 'macroPrefixes'],
    [{ macroPrefixes: ['some'], quote: undefined, isSameName: undefined }, 'quote, isSameName'],
  ]
  test.each(broken)('a half-written dialect fails when it is made: %j', (overrides, missing) => {
    expect(() => createDialect(overrides as DialectOverrides)).toThrow(
      `the dialect lacks ${missing}`,
    )
  })
})

const literals: readonly (readonly [string | number | bigint | boolean | null, string])[] = [
  ["it's", "'it''s'"],
  [null, 'null'],
  [true, 'true'],
  [12n, '12'],
  [-0, '-0e0'],
  [0.1, '0.1'],
  [1e300, '1e+300'],
  [Number.NaN, "cast('NaN' as double precision)"],
  [-Infinity, "cast('-Infinity' as double precision)"],
]
test.each(literals)('the literal of %s', (value, expected) => {
  expect(createDialect({ macroPrefixes: ['some'] }).literal(value)).toBe(expected)
})
