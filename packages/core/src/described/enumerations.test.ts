import { expect, test } from 'vitest'
import { enumerations, oneOf } from './enumerations.ts'

test('words are read in any case, as MetricFlow reads them', () => {
  const problems: string[] = []
  const complain = (problem: string): void => void problems.push(problem)
  expect(oneOf('SUM', enumerations.aggregation, complain)).toBe('sum')
  expect(oneOf(undefined, enumerations.entity, complain)).toBe(null)
  expect(problems).toEqual([])
})

test('a word that is none of them is told with the ones there are', () => {
  const problems: (readonly [string, string | undefined])[] = []
  oneOf('Main', enumerations.entity, (problem, fact) => void problems.push([problem, fact]))
  expect(problems).toEqual([
    [
      '"Main" is none of "foreign", "natural", "primary", "unique"',
      'Invalid enum value: `Main` in enum EntityType',
    ],
  ])
})
