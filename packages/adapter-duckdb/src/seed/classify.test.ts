import { describe, expect, test } from 'vitest'
import { isNullToken, isOfKind, kinds, readNumber } from './classify.ts'

test.each([
  ['', true],
  ['  ', true],
  ['null', true],
  [' NULL ', true],
  ['none', false],
  ['nulls', false],
])('%j is a null token: %s', (value, expected) => {
  expect(isNullToken(value)).toBe(expected)
})

describe('kinds of a value', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['5', 'number'],
    [' -5.50 ', 'number'],
    ['$1,000.5%', 'number'],
    ['1e5', 'number'],
    ['nan', 'number'],
    ['-Infinity', 'number'],
    ['1_000', 'number'],
    ['--5', 'number'],
    ['+', ''],
    ['.', ''],
    ['5 6', ''],
    ['0x10', ''],
    ['2024-02-29', 'date'],
    ['2023-02-29', ''],
    ['2024-2-9', 'date'],
    ['1900-02-29', ''],
    ['2000-02-29', 'date'],
    ['2024-04-31', ''],
    ['2024-02-29 23:59:59', 'datetime'],
    ['2024-02-29 24:00:00', ''],
    ['2024-02-29 9:5:1', 'datetime'],
    ['2024-02-29T23:59:59', 'iso'],
    ['2024-02-29T23:59:59.123+05:30', 'iso'],
    ['2024-02-29T23:59:59Z', 'iso'],
    ['20240229T2359', 'iso'],
    ['2024-W09-4T10', 'iso'],
    ['2024-060T10:00', 'iso'],
    ['2024T10:00', 'iso'],
    ['20T10:00', 'iso'],
    ['2024-02-30T23:59:59', ''],
    ['2024-02-29T10:00T', ''],
    ['True', 'boolean'],
    [' false ', 'boolean'],
    ['t', ''],
  ]
  test.each(cases)('%s', (value, expected) => {
    expect(kinds.filter((kind) => isOfKind[kind](value)).join(' ')).toBe(expected)
  })
})

describe('places of a number', () => {
  const cases: readonly (readonly [string, number, number])[] = [
    ['0', 1, 0],
    ['0.000', 1, 0],
    ['12', 2, 0],
    ['12.0', 2, 0],
    ['12.50', 2, 1],
    ['0.05', -1, 2],
    ['1e3', 4, 0],
    ['1.5e-3', -2, 4],
    ['12345678901234567890123456789.5', 29, 0],
  ]
  test.each(cases)('%s', (value, wholePlaces, decimalPlaces) => {
    expect(readNumber(value)).toMatchObject({ wholePlaces, decimalPlaces })
  })
})
