import { expect, test } from 'vitest'
import { withTexts } from './text-settings.ts'

test('numbers become texts where texts are meant', () => {
  const config = {
    schema: 2024,
    alias: true,
    tags: ['a', 1],
    unique_key: [1],
    where: { $float: '1.0' },
  }
  expect(withTexts(config)).toEqual({
    schema: '2024',
    alias: 'True',
    tags: ['a', '1'],
    unique_key: ['1'],
    where: '1.0',
  })
})

test('a limit that is a number in quotes is that number', () => {
  expect(withTexts({ limit: '5' })).toEqual({ limit: 5 })
})

test('everything else is left alone', () => {
  const config = { schema: 'x', tags: ['a'], lookback: 3, alias: null }
  expect(withTexts(config)).toBe(config)
})
