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
  const cases: readonly [string, Edges, readonly string[], readonly string[] | undefined][] = [
    ['nothing', {}, [], undefined],
    ['parents first', { c: ['b'], b: ['a'], a: [] }, ['a', 'b', 'c'], undefined],
    ['as listed where the graph does not care', { b: [], a: [] }, ['b', 'a'], undefined],
    ['a node that refers to itself', { a: ['a'] }, [], ['a', 'a']],
    [
      'a cycle with a tail',
      { a: ['c'], b: ['a'], c: ['b'], tail: ['c'] },
      [],
      ['a', 'c', 'b', 'a'],
    ],
  ]
  it.each(cases)('%s', (_name, parents, order, cycle) => {
    expect(sort(parents)).toEqual({ order, cycle })
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
        const { order, cycle } = sort(parents)
        const position = new Map(order.map((id, index) => [String(id), index]))
        const isOrdered = Object.entries(parents).every(([id, list]) =>
          list.every((parent) => (position.get(parent) ?? Infinity) < (position.get(id) ?? -1)),
        )
        return cycle === undefined && order.length === lists.length && isOrdered
      }),
    )
  })
})
