import { expect, it } from 'vitest'
import { findNear, findNearest } from './nearest.ts'

it.each([
  ['amonut', ['amount', 'account'], 'amount'],
  ['ID', ['id'], 'id'],
  ['x', ['y', 'xy'], undefined],
  ['name', ['day', 'gmae'], undefined],
])('the one that %s was meant to be, of %j: %s', (name, candidates, nearest) => {
  expect(findNearest(name, candidates)).toBe(nearest)
})

it.each([
  ['name', ['day', 'game', 'first_name', 'names'], ['game', 'first_name', 'names']],
  ['amount', ['amount_cents', 'accounts', 'id'], ['amount_cents', 'accounts']],
  ['nowhere', ['orders'], []],
  ['x', ['y', 'xy'], []],
  ['order date', ['o.date'], ['o.date']],
])('what comes near to %s, of %j: %j', (name, candidates, near) => {
  expect(findNear(name, candidates)).toEqual(near)
})
