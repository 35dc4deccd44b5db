import { describe, expect, it } from 'vitest'
import { readShareLimit, shareOf, speaksOfShare } from './share-limit.ts'

describe('a limit in percent', () => {
  it.each([
    ['> 1%', 10, 1000, false],
    ['> 1%', 11, 1000, true],
    ['>= 1 %', 10, 1000, true],
    ['> 0.3%', 3, 1000, false],
    ['> 0.3%', 4, 1000, true],
    ['< 50%', 0, 10, true],
    ['<= 50%', 5, 10, true],
    ['= 50%', 5, 10, true],
    ['!= 0%', 1, 1_000_000_000, true],
    ['<> 0%', 0, 5, false],
    ['between 1% and 5%', 5, 100, true],
    ['BETWEEN 1% AND 5%', 6, 100, false],
    ['> 0%', 0, 0, false],
    ['> 99%', 1, 0, true],
  ])('%s of %d in %d rows: %s', (text, failures, rows, expected) => {
    expect(readShareLimit(text)?.isMet(failures, rows)).toBe(expected)
  })

  it.each(['1%', '> %', '> 1% or > 5', '> -1%', 'between 1% and 5', '> 1% and < 3%'])(
    'cannot be read: %s',
    (text) => {
      expect(speaksOfShare(text)).toBe(true)
      expect(readShareLimit(text)).toBeUndefined()
    },
  )

  it.each(['> 10', '!= 0', '> 10 % 3', 'between 1 and 7 % 5', '% 2 = 1'])(
    'is not spoken of by %s',
    (text) => {
      expect(speaksOfShare(text)).toBe(false)
    },
  )

  it.each([
    [3, 4, 0.75],
    [0, 0, 0],
    [2, 0, 1],
  ])('%d of %d rows', (failures, rows, share) => {
    expect(shareOf(failures, rows)).toBe(share)
  })
})
