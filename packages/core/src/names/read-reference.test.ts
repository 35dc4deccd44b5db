import { describe, expect, it } from 'vitest'
import { readReference, type Reference } from './read-reference.ts'

describe('readReference', () => {
  const cases: readonly (readonly [string, Reference | undefined])[] = [
    ["ref('orders')", { kind: 'ref', name: 'orders' }],
    ['ref("shop", "orders")', { kind: 'ref', name: 'orders', package: 'shop' }],
    ["ref('orders', v=2)", { kind: 'ref', name: 'orders', version: 2 }],
    ["ref('orders', version='2')", { kind: 'ref', name: 'orders', version: '2' }],
    ["source('app', 'orders')", { kind: 'source', source: 'app', table: 'orders' }],
    ["source('app')", undefined],
    ['ref(name)', undefined],
    ['ref()', undefined],
    ["ref('a') }}{{ ref('b')", undefined],
    ["ref('orders') where id > 3", undefined],
    ['orders', undefined],
    ["{{ ref('orders') }}", undefined],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(readReference(text)).toEqual(expected)
  })
})
