import { describe, expect, it } from 'vitest'
import { power } from './power.ts'

describe('power', () => {
  // Python 3.11's word.
  it.each([
    [2, 1.5, 2.8284271247461903],
    [5.022385584334831, -2, 0.03964422172091799],
    [5.975135715550439, 3, 213.3257700950766],
    [0.5, 0.5, 0.7071067811865476],
    [10, -3, 0.001],
    [1e10, 10, 1e100],
    [2.718281828459045, 20, 485165195.40978974],
    [2.718281828459045, -20, 2.06115362243856e-9],
    [3, 0, 1],
    [134217729, 2, 18014398777917440],
    [9, 1.5, 27],
  ])('%d ** %d', (left, right, expected) => {
    expect(power(left, right)).toBe(expected)
  })

  it('leaves what is not ordinary to JavaScript', () => {
    expect(power(-2, 3)).toBe(-8)
    expect(power(2, Infinity)).toBe(Infinity)
    expect(power(2, -1074)).toBe(5e-324)
    expect(power(10, 400)).toBe(Infinity)
  })
})
