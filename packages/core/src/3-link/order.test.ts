import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NodeId } from '../types/index.ts'
import { sortTopologically } from './order.ts'

type Edges = Readonly<Record<string, readonly string[]>>

function sort(parents: Edges) {
  const children: Record<string, string[]> = {}
  for (const id of Object.keys(parents)) children[id] = []
  for (const [id, list] of Object.entries(parents))
    for (const parent of list) children[parent]?.push(id)
  const toMap = (edges: Edges) => new Map(Object.entries(edges) as [NodeId, readonly NodeId[]][])
  return sortTopologically(Object.keys(parents) as NodeId[], toMap(parents), toMap(children))
}

describe('sortTopologically', () => {
  const cases: readonly [string, Edges, readonly string[], readonly (readonly string[])[]][] = [
    ['nothing', {}, [], []],
    ['parents first', { c: ['b'], b: ['a'], a: [] }, ['a', 'b', 'c'], []],
    ['as listed where the graph does not care', { b: [], a: [] }, ['b', 'a'], []],
    ['a node that refers to itself', { a: ['a'] }, [], [['a', 'a']]],
    [
      'a cycle with a tail',
      { a: ['c'], b: ['a'], c: ['b'], tail: ['c'] },
      [],
      [['a', 'c', 'b', 'a']],
    ],
    [
      'two cycles, and what lies between and behind them',
      { z: ['y'], a: ['b'], b: ['a'], y: ['a', 'x'], x: ['x', 'w'], w: [] },
      ['w'],
      [
        ['a', 'b', 'a'],
        ['x', 'x'],
      ],
    ],
  ]
  it.each(cases)('%s', (_name, parents, order, cycles) => {
    expect(sort(parents)).toEqual({ order, cycles })
  })

  it('puts every node of an acyclic graph after its parents', () => {
    const graphs = fc.array(fc.array(fc.nat(30), { maxLength: 4 }), { maxLength: 30 })
    fc.assert(
      fc.property(graphs, (lists) => {
        const parents = Object.fromEntries(
          lists.map((list, index) => [
            `n${index}`,
            [...new Set(list.filter((at) => at < index))].map((at) => `n${at}`),
          ]),
        )
        const { order, cycles } = sort(parents)
        const position = new Map(order.map((id, index) => [String(id), index]))
        const isOrdered = Object.entries(parents).every(([id, list]) =>
          list.every((parent) => (position.get(parent) ?? Infinity) < (position.get(id) ?? -1)),
        )
        return cycles.length === 0 && order.length === lists.length && isOrdered
      }),
    )
  })
})
