import { expect, test } from 'vitest'
import { isMacroType } from './macro-arguments.ts'

test.each([
  ['string', true],
  ['list[int]', true],
  ['dict[str, optional[int]]', true],
  ['int[int]', false],
  ['dict[str]', false],
  ['list[int', false],
  ['text', false],
])('%s', (type, isOne) => {
  expect(isMacroType(type)).toBe(isOne)
})
