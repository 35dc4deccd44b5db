import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { floorTo, GRAINS, type Grain } from './grain.ts'
import { intersect, lookBack, splitInterval } from './interval.ts'
import { formatInstant, pieceId, pieceName } from './names.ts'

const at = (text: string): Date => new Date(`${text}Z`)
const text = (date: Date): string => date.toISOString().slice(0, 16)
const split = (start: string, end: string, grain: Grain): readonly string[] =>
  splitInterval({ start: at(start), end: at(end) }, grain).map(
    (piece) => `${text(piece.start)} ${text(piece.end)}`,
  )

describe('splitInterval', () => {
  it('cuts at the beginnings of days', () => {
    expect(split('2020-02-28T00:00', '2020-03-02T00:00', 'day')).toEqual([
      '2020-02-28T00:00 2020-02-29T00:00',
      '2020-02-29T00:00 2020-03-01T00:00',
      '2020-03-01T00:00 2020-03-02T00:00',
    ])
  })

  it('leaves shorter pieces at both ends', () => {
    expect(split('2020-11-15T06:00', '2021-01-02T00:00', 'month')).toEqual([
      '2020-11-15T06:00 2020-12-01T00:00',
      '2020-12-01T00:00 2021-01-01T00:00',
      '2021-01-01T00:00 2021-01-02T00:00',
    ])
  })

  it('has no pieces of no time', () => {
    expect(split('2020-01-01T00:00', '2020-01-01T00:00', 'hour')).toEqual([])
    expect(split('2020-01-02T00:00', '2020-01-01T00:00', 'year')).toEqual([])
  })

  it('covers the interval without a gap, and only its ends are no boundaries', () => {
    const instant = fc.date({
      min: at('1990-01-01T00:00'),
      max: at('2040-01-01T00:00'),
      noInvalidDate: true,
    })
    const length = fc.integer({ min: 1, max: 400 * 3600_000 })
    fc.assert(
      fc.property(instant, length, fc.constantFrom(...GRAINS), (start, duration, grain) => {
        const end = new Date(start.getTime() + duration)
        const pieces = splitInterval({ start, end }, grain)
        expect(pieces[0]?.start).toEqual(start)
        expect(pieces.at(-1)?.end).toEqual(end)
        for (const [index, piece] of pieces.slice(1).entries()) {
          expect(piece.start).toEqual(pieces[index]?.end)
          expect(floorTo(piece.start, grain)).toEqual(piece.start)
        }
      }),
    )
  })
})

describe('lookBack', () => {
  it.each([
    ['2020-01-03T13:57', 'day', 1, '2020-01-02T00:00'],
    ['2020-01-04T00:00', 'day', 1, '2020-01-02T00:00'],
    ['2020-01-04T00:00', 'day', 0, '2020-01-03T00:00'],
    ['2020-01-01T00:00', 'hour', 2, '2019-12-31T21:00'],
    ['2020-01-01T00:00', 'month', 1, '2019-11-01T00:00'],
    ['2020-06-01T00:00', 'year', 1, '2019-01-01T00:00'],
  ] as const)('%s by %s and %i begins at %s', (end, grain, lookback, expected) => {
    expect(text(lookBack(at(end), grain, lookback))).toBe(expected)
  })
})

it('intersects', () => {
  const piece = { start: at('2020-01-02T00:00'), end: at('2020-01-03T00:00') }
  const other = { start: at('2020-01-01T00:00'), end: at('2020-01-02T12:00') }
  expect(intersect(piece, other)).toEqual({ start: piece.start, end: other.end })
})

describe('names', () => {
  const start = at('2024-09-17T16:00')
  it.each([
    ['hour', '2024-09-17T16', '20240917T16'],
    ['day', '2024-09-17', '20240917'],
    ['month', '2024-09', '202409'],
    ['year', '2024', '2024'],
  ] as const)('by %s: %s', (grain, name, id) => {
    expect(pieceName(start, grain)).toBe(name)
    expect(pieceId(start, grain)).toBe(id)
  })

  it('write an instant as Python does', () => {
    expect(formatInstant(start)).toBe('2024-09-17 16:00:00+00:00')
    expect(formatInstant(new Date('2024-09-17T16:00:00.040Z'))).toBe(
      '2024-09-17 16:00:00.040000+00:00',
    )
  })
})
