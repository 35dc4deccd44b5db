import { describe, expect, test } from 'vitest'
import { baseTypeNames, createTypeRules, type ColumnType } from './types.ts'

const rules = createTypeRules(baseTypeNames)

describe('fromDescription', () => {
  const cases: readonly (readonly [string, ColumnType])[] = [
    ['integer', { dtype: 'integer' }],
    ['varchar(10)', { dtype: 'varchar', charSize: 10 }],
    ['character varying(256)', { dtype: 'character varying', charSize: 256 }],
    ['NUMERIC(18, 2)', { dtype: 'NUMERIC', precision: 18, scale: 2 }],
    ['timestamp(6) with time zone', { dtype: 'timestamp', charSize: 6 }],
    ['a(1,2,3)', { dtype: 'a' }],
  ]
  test.each(cases)('%s', (description, expected) => {
    expect(rules.fromDescription(description)).toEqual(expected)
  })

  test.each(['', '(10)', 'varchar(x)', 'struct(a integer, b text)'])('%j is refused', (text) => {
    expect(() => rules.fromDescription(text)).toThrow('Could not interpret data')
  })
})

describe('what a type is', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['text', 'string'],
    ['CHARACTER VARYING', 'string'],
    ['bigint', 'integer number'],
    ['serial', 'integer number'],
    ['Decimal', 'numeric number'],
    ['double precision', 'float number'],
    ['date', ''],
    ['varchar(10)', ''],
  ]
  test.each(cases)('%s', (dtype, expected) => {
    const type = { dtype }
    const claims = {
      string: rules.isString(type),
      integer: rules.isInteger(type),
      numeric: rules.isNumeric(type),
      float: rules.isFloat(type),
      number: rules.isNumber(type),
    }
    const held = Object.entries(claims).filter(([, isHeld]) => isHeld)
    expect(held.map(([name]) => name).join(' ')).toBe(expected)
  })
})

test.each([
  [{ dtype: 'text' }, 'character varying(256)'],
  [{ dtype: 'text', charSize: 5 }, 'character varying(256)'],
  [{ dtype: 'varchar', charSize: 5 }, 'character varying(5)'],
  [{ dtype: 'numeric', precision: 18, scale: 2 }, 'numeric(18,2)'],
  [{ dtype: 'numeric' }, 'numeric'],
  [{ dtype: 'date' }, 'date'],
])('dataType of %j', (type, expected) => {
  expect(rules.dataType(type)).toBe(expected)
})

test('canExpandTo holds between strings of growing size', () => {
  const small = { dtype: 'varchar', charSize: 5 }
  const large = { dtype: 'varchar', charSize: 10 }
  expect(rules.canExpandTo(small, large)).toBe(true)
  expect(rules.canExpandTo(large, small)).toBe(false)
  expect(rules.canExpandTo(small, { dtype: 'integer' })).toBe(false)
})

test('stringSize is asked of strings only', () => {
  expect(() => rules.stringSize({ dtype: 'integer' })).toThrow('non-string field')
})

test.each([
  ['string', 'TEXT'],
  ['integer', 'integer'],
])('translateType %s', (label, expected) => {
  expect(rules.translateType(label)).toBe(expected)
})
