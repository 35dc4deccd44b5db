import { describe, expect, it, vi } from 'vitest'
import { Columns } from './columns.ts'
import { columnsOf } from './test-support.ts'

const [copied, computed, aggregated] = [0, 2, 3]
/** raw → staged → totals, and staged → flags. */
const rows = [
  { id: [], amount: [] },
  { id: [0, 0, copied], cents: [0, 1, computed] },
  { customer: [1, 0, copied], total: [1, 1, aggregated] },
  { is_big: [1, 1, computed, 1, 0, computed] },
]

describe('the lineage of a column', () => {
  const whole = columnsOf(rows)
  const columns = new Columns({ perFile: 100, load: () => Promise.resolve(whole) })

  it('goes both ways', async () => {
    const way = await columns.wayOf(1, 'cents')
    expect(way?.steps).toEqual([
      { from: 0, fromColumn: 'amount', to: 1, toColumn: 'cents', how: 'computed' },
      { from: 1, fromColumn: 'cents', to: 2, toColumn: 'total', how: 'aggregated' },
      { from: 1, fromColumn: 'cents', to: 3, toColumn: 'is_big', how: 'computed' },
    ])
    expect([[...way!.up], [...way!.down]]).toEqual([[0], [2, 3]])
    expect([...way!.columns]).toEqual([
      [1, ['cents']],
      [0, ['amount']],
      [2, ['total']],
      [3, ['is_big']],
    ])
  })
  it('leaves out what only shares an ancestor', async () => {
    const way = await columns.wayOf(2, 'total')
    expect([...way!.columns.keys()]).toEqual([2, 1, 0])
  })
  it('is nothing where there is no such column', async () => {
    expect(await columns.wayOf(2, 'cents')).toBeUndefined()
  })
  it('comes to an end where columns come from each other', async () => {
    const loop = columnsOf([{ a: [1, 0, copied] }, { a: [0, 0, copied] }])
    const looping = new Columns({ perFile: 10, load: () => Promise.resolve(loop) })
    expect((await looping.wayOf(0, 'a'))?.steps).toHaveLength(4)
  })
})

describe('files of columns', () => {
  it('are fetched once, and only those that a way passes', async () => {
    const whole = columnsOf(rows)
    const load = vi.fn((file: number) =>
      Promise.resolve({ first: file, nodes: whole.nodes.slice(file, file + 1) }),
    )
    const columns = new Columns({ perFile: 1, load })
    await columns.wayOf(0, 'id')
    await columns.wayOf(2, 'customer')
    expect(load.mock.calls.map(([file]) => file)).toEqual([0, 1, 2, 3])
  })
  it('are asked for again when they could not be read', async () => {
    const load = vi.fn(() => Promise.reject(new Error('gone')))
    const columns = new Columns({ perFile: 10, load })
    await expect(columns.listOf(0)).rejects.toThrow('gone')
    await expect(columns.listOf(0)).rejects.toThrow('gone')
    expect(load).toHaveBeenCalledTimes(2)
  })
})
