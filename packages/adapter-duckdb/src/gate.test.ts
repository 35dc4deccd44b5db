import { expect, test } from 'vitest'
import { countPlaces, createGate } from './gate.ts'

test.each([
  [undefined, 3],
  ['8', 7],
  ['1', 1],
  ['nonsense', 3],
])('a pool of %s threads leaves %s places', (size, expected) => {
  expect(countPlaces(size)).toBe(expected)
})

test('lets as many in as there are places, the others in order', async () => {
  const gate = createGate(2)
  const entered: number[] = []
  const enter = (number: number) => gate.enter().then(() => entered.push(number))
  void [1, 2, 3, 4].map(enter)
  await new Promise(setImmediate)
  expect(entered).toEqual([1, 2])
  gate.leave()
  await new Promise(setImmediate)
  expect(entered).toEqual([1, 2, 3])
  gate.leave()
  gate.leave()
  await new Promise(setImmediate)
  expect(entered).toEqual([1, 2, 3, 4])
})
