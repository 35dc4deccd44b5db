import { describe, expect, it } from 'vitest'
import { addGrains, ceilTo, floorTo, isGrain, shiftBy, type Grain } from './grain.ts'

const at = (text: string): Date => new Date(`${text}Z`)
const text = (date: Date): string => date.toISOString().slice(0, 19)

type Row = readonly [instant: string, grain: Grain, expected: string]

describe('floorTo', () => {
  const rows: readonly Row[] = [
    ['2024-09-17T16:06:01', 'hour', '2024-09-17T16:00:00'],
    ['2024-09-17T16:06:01', 'day', '2024-09-17T00:00:00'],
    ['2024-09-17T16:06:01', 'month', '2024-09-01T00:00:00'],
    ['2024-09-17T16:06:01', 'year', '2024-01-01T00:00:00'],
    ['0044-03-15T10:00:00', 'year', '0044-01-01T00:00:00'],
    ['1969-12-31T23:59:59', 'day', '1969-12-31T00:00:00'],
  ]
  it.each(rows)('%s by %s is %s', (instant, grain, expected) => {
    expect(text(floorTo(at(instant), grain))).toBe(expected)
  })
})

describe('ceilTo', () => {
  const rows: readonly Row[] = [
    ['2024-09-17T16:06:00', 'hour', '2024-09-17T17:00:00'],
    ['2024-09-17T16:00:00', 'hour', '2024-09-17T16:00:00'],
    ['2024-12-31T16:06:00', 'day', '2025-01-01T00:00:00'],
    ['2024-09-17T00:00:00', 'day', '2024-09-17T00:00:00'],
    ['2024-12-17T16:06:00', 'month', '2025-01-01T00:00:00'],
    ['2024-09-01T00:00:00', 'month', '2024-09-01T00:00:00'],
    ['2024-09-17T16:06:00', 'year', '2025-01-01T00:00:00'],
    ['2024-01-01T00:00:00', 'year', '2024-01-01T00:00:00'],
  ]
  it.each(rows)('%s by %s is %s', (instant, grain, expected) => {
    expect(text(ceilTo(at(instant), grain))).toBe(expected)
  })

  it('sees a millisecond', () => {
    expect(text(ceilTo(new Date('2024-09-17T00:00:00.001Z'), 'day'))).toBe('2024-09-18T00:00:00')
  })
})

type Shift = readonly [instant: string, grain: Grain, count: number, expected: string]

describe('addGrains', () => {
  const rows: readonly Shift[] = [
    ['2024-09-17T16:06:00', 'hour', -1, '2024-09-17T15:00:00'],
    ['2024-09-17T16:06:00', 'hour', 9, '2024-09-18T01:00:00'],
    ['2024-09-17T16:06:00', 'day', -17, '2024-08-31T00:00:00'],
    ['2024-01-31T16:06:00', 'month', 1, '2024-02-01T00:00:00'],
    ['2024-01-31T16:06:00', 'month', -14, '2022-11-01T00:00:00'],
    ['2024-02-29T16:06:00', 'year', 1, '2025-01-01T00:00:00'],
    ['2024-02-29T16:06:00', 'year', 0, '2024-01-01T00:00:00'],
  ]
  it.each(rows)('%s by %s and %i is %s', (instant, grain, count, expected) => {
    expect(text(addGrains(at(instant), grain, count))).toBe(expected)
  })
})

describe('shiftBy', () => {
  const rows: readonly Shift[] = [
    ['2024-09-17T16:06:00', 'hour', 1, '2024-09-17T17:06:00'],
    ['2024-09-17T16:06:00', 'day', -1, '2024-09-16T16:06:00'],
    ['2024-01-31T16:06:00', 'month', 1, '2024-02-29T16:06:00'],
    ['2023-03-31T16:06:00', 'month', -1, '2023-02-28T16:06:00'],
    ['2024-02-29T16:06:00', 'year', 1, '2025-02-28T16:06:00'],
    ['2024-09-17T16:06:00', 'year', -1, '2023-09-17T16:06:00'],
  ]
  it.each(rows)('%s by %s and %i is %s', (instant, grain, count, expected) => {
    expect(text(shiftBy(at(instant), grain, count))).toBe(expected)
  })

  it('leaves what it is given alone', () => {
    const instant = at('2024-01-31T16:06:00')
    shiftBy(instant, 'month', 1)
    expect(text(instant)).toBe('2024-01-31T16:06:00')
  })
})

describe('isGrain', () => {
  it.each([
    ['day', true],
    ['week', false],
    [1, false],
    [undefined, false],
  ])('%s: %s', (value, expected) => expect(isGrain(value)).toBe(expected))
})
