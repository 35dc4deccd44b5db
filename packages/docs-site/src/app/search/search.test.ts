import { describe, expect, it } from 'vitest'
import { wordsOf, type Kind, type NodeTable, type SearchIndex } from '../../data/index.ts'
import { edits, nearestRows } from './nearest.ts'
import { search } from './search.ts'

interface Thing {
  readonly name: string
  readonly kind?: Kind
  readonly columns?: string
  readonly description?: string
  readonly hidden?: true
}

const things: readonly Thing[] = [
  { name: 'orders', columns: 'order_id amount', description: 'One row per order.' },
  { name: 'stg_orders', columns: 'order_id', description: 'Orders as they came.' },
  { name: 'order_items', columns: 'order_id sku', description: 'Lines.' },
  { name: 'customers', columns: 'customer_id', description: 'Who has orders.' },
  { name: 'raw.orders', kind: 'source', columns: 'id' },
  { name: 'not_null_orders_order_id', kind: 'test' },
  { name: 'orders_hidden', kind: 'macro', hidden: true },
]

const kindNames: readonly Kind[] = ['model', 'source', 'test', 'macro']
const table: NodeTable = {
  graphSize: things.length,
  name: things.map((it) => it.name),
  kind: things.map((it) => kindNames.indexOf(it.kind ?? 'model')),
  package: things.map(() => 0),
  rest: things.map(() => 0),
  file: things.map(() => -1),
  schema: things.map(() => -1),
  status: things.map(() => -1),
  hidden: things.map((it) => (it.hidden ? 1 : 0)),
  kindNames,
  packages: ['shop'],
  files: [],
  schemas: [],
  statuses: [],
}

function indexOf(
  textsOf: (it: Thing) => readonly (readonly [bit: number, text: string])[],
): SearchIndex {
  const found = new Map<string, Map<number, number>>()
  things.forEach((thing, row) => {
    for (const [bit, text] of textsOf(thing)) {
      for (const word of wordsOf(text)) {
        const rows = found.get(word) ?? new Map<number, number>()
        found.set(word, rows.set(row, (rows.get(row) ?? 0) | bit))
      }
    }
  })
  const words = [...found.keys()].sort()
  const rows = words.map((word) => {
    let before = 0
    return [...(found.get(word) ?? [])].flatMap(([row, mask]) => {
      const step = row - before
      before = row
      return [step, mask]
    })
  })
  return { words, rows }
}

const names = indexOf((it) => [
  [1, it.name],
  [2, it.columns ?? ''],
])
const texts = indexOf((it) => [[8, it.description ?? '']])

const about = {
  summary: things.map((it) => it.description ?? ''),
  columns: things.map((it) => it.columns ?? ''),
}
const searched = { table, names, texts, about }

const hitsOf = (query: string) => search(searched, query, 10).map((it) => table.name[it.row])

describe('search', () => {
  it('has the exact name first, hidden and tests last', () => {
    expect(hitsOf('orders')).toEqual([
      'orders',
      'raw.orders',
      'stg_orders',
      'orders_hidden',
      'not_null_orders_order_id',
      'customers',
    ])
  })

  it('finds beginnings of words while one types', () => {
    expect(hitsOf('cust')[0]).toBe('customers')
    expect(hitsOf('stg_o')).toEqual(['stg_orders'])
  })

  it('finds what stands inside of a word of a name', () => {
    expect(hitsOf('tems')).toEqual(['order_items'])
  })

  it('asks for all words, wherever they stand', () => {
    expect(hitsOf('order sku')).toEqual(['order_items'])
  })

  it('has what holds a column of that name before what is called alike', () => {
    expect(hitsOf('order_id')[0]).toBe('order_items')
    expect(hitsOf('customer_id')).toEqual(['customers'])
  })

  it('says where the words stand', () => {
    const [hit] = search(searched, 'amount', 10)
    expect(hit?.fields).toEqual(['column'])
    expect(search(searched, 'came', 10)[0]?.fields).toEqual(['description'])
  })

  it('finds nothing for nothing', () => {
    expect(hitsOf('  ')).toEqual([])
    expect(hitsOf('zebra')).toEqual([])
  })
})

describe('nearestRows', () => {
  it('names what was perhaps meant', () => {
    expect(nearestRows(table, 'ordres', 3).map((row) => table.name[row])).toEqual([
      'orders',
      'raw.orders',
    ])
    expect(nearestRows(table, 'qqqqqq', 3)).toEqual([])
  })
})

describe('edits', () => {
  it.each([
    ['orders', 'orders', 0],
    ['ordres', 'orders', 1],
    ['order', 'orders', 1],
    ['kitten', 'sitting', 3],
  ])('from %s to %s', (a, b, distance) => {
    expect(edits(a, b, 5)).toBe(distance)
  })
})
