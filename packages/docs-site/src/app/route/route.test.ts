import { describe, expect, it } from 'vitest'
import { toHash, toRoute, type Route } from './route.ts'

const pages: readonly (readonly [hash: string, route: Route])[] = [
  ['#!/overview', { kind: 'overview' }],
  ['#!/overview/dbt_utils', { kind: 'overview', package: 'dbt_utils' }],
  ['#!/model/model.shop.orders', { kind: 'node', id: 'model.shop.orders' }],
  [
    '#!/model/model.shop.orders/columns/amount',
    { kind: 'node', id: 'model.shop.orders', section: 'columns/amount' },
  ],
  ['#!/tag/a%20b%2525', { kind: 'list', by: 'tag', value: 'a b%25' }],
  ['#!/folder/shop/models/staging', { kind: 'list', by: 'folder', value: 'shop/models/staging' }],
  ['#!/all/semantic_model', { kind: 'list', by: 'all', value: 'semantic_model' }],
  ['#!/source_list/raw', { kind: 'list', by: 'source_list', value: 'raw' }],
  ['#!/graph', { kind: 'graph', query: '' }],
  ['#!/graph?select=%2Borders%2B', { kind: 'graph', query: 'select=%2Borders%2B' }],
  ['#!/health', { kind: 'health' }],
  ['#!/personal-data', { kind: 'personal-data' }],
  ['#!/nothing/here', { kind: 'missing', path: 'nothing/here' }],
]

describe('an address and its page', () => {
  it.each(pages)('%s', (hash, route) => {
    expect(toRoute(hash)).toEqual(route)
    expect(toHash(route)).toBe(hash)
  })
})

const spellings: readonly (readonly [hash: string, route: Route])[] = [
  ['', { kind: 'overview' }],
  ['#', { kind: 'overview' }],
  ['#!', { kind: 'overview' }],
  ['#!/overview?g_v=1', { kind: 'graph', query: '' }],
  [
    '#!/model/model.shop.orders?g_v=1&g_i=%2Borders%2B&g_e=stg',
    { kind: 'graph', query: 'select=%2Borders%2B&exclude=stg' },
  ],
  [
    '#!/model/model.shop.orders#columns',
    { kind: 'node', id: 'model.shop.orders', section: 'columns' },
  ],
  ['#!/model/model.shop.orders#code', { kind: 'node', id: 'model.shop.orders', section: 'sql' }],
  [
    '#!/source/source.shop.raw.orders#depends_on',
    { kind: 'node', id: 'source.shop.raw.orders', section: 'depends-on' },
  ],
  ['#/model.shop.orders', { kind: 'node', id: 'model.shop.orders' }],
  ['#!/model/%E0%A4%A', { kind: 'missing', path: 'model/%E0%A4%A' }],
]

describe('other spellings, those of dbt’s site among them', () => {
  it.each(spellings)('%s', (hash, route) => {
    expect(toRoute(hash)).toEqual(route)
  })
})
