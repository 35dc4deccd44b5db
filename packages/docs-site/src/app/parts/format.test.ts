import { describe, expect, it } from 'vitest'
import { age, bytes, counted, duration, percent } from './format.ts'

describe('figures as people read them', () => {
  it.each<readonly [string, string]>([
    [counted(1, 'row'), '1 row'],
    [counted(12_345, 'row'), '12,345 rows'],
    [bytes(0), '0 bytes'],
    [bytes(999), '999 bytes'],
    [bytes(1000), '1.0 kB'],
    [bytes(123_456), '123 kB'],
    [bytes(999_950), '1.0 MB'],
    [bytes(5_517_312), '5.5 MB'],
    [duration(0.0404), '40 ms'],
    [duration(0.9996), '1.00 s'],
    [duration(1.434), '1.43 s'],
    [duration(12.34), '12.3 s'],
    [duration(59.97), '1 min 0 s'],
    [duration(723), '12 min 3 s'],
    [duration(7500), '2 h 5 min'],
    [age(30), '30 seconds'],
    [age(3600), '1 hour'],
    [age(260_000), '3 days'],
    [percent(0, 0), '–'],
    [percent(0, 10), '0 %'],
    [percent(1, 1000), '1 %'],
    [percent(999, 1000), '99 %'],
    [percent(10, 10), '100 %'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected)
  })
})
