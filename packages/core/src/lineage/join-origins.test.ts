import { expect, it } from 'vitest'
import type { NodeId, OriginHow } from '../types/index.ts'
import { joinOrigins } from './join-origins.ts'

const id = (name: string) => `model.shop.${name}` as NodeId
const column = (from: readonly (readonly [string, OriginHow])[]) => ({
  name: 'n',
  type: 'INTEGER',
  from: from.map(([node, how]) => ({ node: id(node), column: 'n', how })),
})

it('keeps the stronger of two ways, and no way to itself', () => {
  const first = [column([['a', 'copied']])]
  const later = [
    column([
      ['a', 'computed'],
      ['b', 'renamed'],
      ['self', 'copied'],
    ]),
  ]
  const expected = column([
    ['a', 'computed'],
    ['b', 'renamed'],
  ])
  expect(joinOrigins(first, later, id('self'))).toEqual([expected])
})

it('goes by names, whatever their case', () => {
  const first = [{ ...column([]), name: 'N' }]
  expect(joinOrigins(first, [column([['a', 'copied']])], id('x'))[0]?.from).toHaveLength(1)
})

it('shows what one of the two ways shows', () => {
  const hidden = (how: OriginHow, isHidden: boolean) => ({
    name: 'n',
    type: 'INTEGER',
    from: [{ node: id('a'), column: 'n', how, ...(isHidden && { hidden: true as const }) }],
  })
  const join = (first: boolean, other: boolean) =>
    joinOrigins([hidden('computed', first)], [hidden('aggregated', other)], id('self'))
  expect(join(true, true)).toEqual([hidden('aggregated', true)])
  expect(join(true, false)).toEqual([hidden('aggregated', false)])
  expect(join(false, true)).toEqual([hidden('aggregated', false)])
})
