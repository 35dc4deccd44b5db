import { describe, expect, it } from 'vitest'
import { chunkOf, idOf, type DataKey, type Page, type PageOf } from '../data/index.ts'
import { makeSingle, makeSite } from '../test-support/make-site.ts'
import { smallProject } from '../test-support/small-project.ts'

const site = makeSite(smallProject)

function pageOf(id: string): Page {
  const { chunks } = site.data('site')
  const page = site.data(`nodes/${chunkOf(id, chunks.pages)}`)[id]
  if (!page) throw new Error(`no page of ${id}`)
  return page
}

const orders = pageOf('model.shop.orders') as PageOf<'model'>

it('all data of a small project is what it was', async () => {
  const keys = [...site.files.keys()].filter((it) => it.startsWith('data/'))
  const all = Object.fromEntries(
    keys.map((path) => {
      const key = path.slice(5, -3) as DataKey
      return [key, site.data(key)]
    }),
  )
  await expect(JSON.stringify(all, undefined, 2)).toMatchFileSnapshot('site-files.golden.json')
})

it('names every node by its unique id', () => {
  const names = site.data('names')
  expect(names.name.map((_, row) => idOf(names, row))).toEqual([
    'model.shop.orders',
    'model.shop.totals',
    'source.shop.raw.orders',
    'exposure.shop.board',
    'test.shop.unique_orders_order_id.fed79b3a6e',
    'macro.shop.cents',
    'macro.dbt.test_unique',
    'group.shop.sales',
  ])
})

describe('columns', () => {
  const byName = new Map(orders.columns.map((it) => [it.name, it]))

  it('come in the order of the relation, with the type of the database', () => {
    expect(orders.columns.map((it) => [it.name, it.type])).toEqual([
      ['order_id', 'INTEGER'],
      ['customer', 'VARCHAR'],
      ['amount', 'DECIMAL(18,2)'],
    ])
  })

  it('inherit the description of what they copy, and say so', () => {
    expect(byName.get('customer')).toMatchObject({
      description: '<p>Who ordered.</p>',
      inheritedFrom: { node: { id: 'source.shop.raw.orders' }, column: 'customer' },
    })
    const [customer] = (pageOf('model.shop.totals') as PageOf<'model'>).columns
    expect(customer).toMatchObject({
      description: '<p>Who ordered.</p>',
      inheritedFrom: { node: { id: 'source.shop.raw.orders' }, column: 'customer' },
    })
  })

  it('inherit nothing where they are computed, and keep their own words', () => {
    expect(byName.get('amount')).not.toHaveProperty('description')
    expect(byName.get('order_id')).not.toHaveProperty('inheritedFrom')
  })

  it('have their tests with the last result', () => {
    expect(byName.get('order_id')?.tests).toMatchObject([
      { name: 'unique', severity: 'warn', last: { status: 'warn', failures: 2 } },
    ])
  })
})

it('links references, macros and relations in the code', () => {
  const { chunks } = site.data('site')
  const code = site.data(`code/${chunkOf('model.shop.orders', chunks.pages)}`)['model.shop.orders']
  const shown = (part: 'raw' | 'compiled') =>
    code?.[part]?.links.map(({ start, length, id }) => [
      code[part]?.text.slice(start, start + length),
      id,
    ])
  expect(shown('raw')).toEqual([
    ['cents', 'macro.shop.cents'],
    [`source('raw', 'orders')`, 'source.shop.raw.orders'],
  ])
  expect(shown('compiled')).toEqual([['"shop"."raw"."orders"', 'source.shop.raw.orders']])
})

it('shows pictures that are beside the site, and links to others', () => {
  const { overview } = site.data('site')
  expect(overview).toContain('<img src="assets/logo.png" alt="logo"')
  expect(overview).toContain('<a href="https://example.com/x.png" rel="noreferrer">elsewhere</a>')
})

it('says every character as it is, in a text that any script may have', () => {
  const words = `it's \\ "so" \u2028\u2029 \\' \n </script> é`
  const base = smallProject['manifest.json'] ?? {}
  const odd = makeSite({ 'manifest.json': { ...base, metadata: { project_name: words } } })
  expect(odd.data('site').project).toBe(words)
  expect(odd.files.get('data/site.js')).not.toMatch(/[\u2028\u2029]/)
})

it('makes a site of a manifest alone', () => {
  const bare = makeSite({ 'manifest.json': smallProject['manifest.json'] ?? {} })
  expect(bare.data('site').has).toEqual({
    columns: false,
    results: false,
    catalog: false,
    pii: false,
    overviews: false,
  })
  expect(bare.files.has('data/pii.js')).toBe(false)
})

it('says the same in one file, where nothing but its own scripts may run', () => {
  const html = makeSingle(smallProject)
  expect(html).toMatch(/script-src 'sha256-[^']+' 'sha256-[^']+'; style-src 'sha256-/)
  const data = /<script type="application\/json" id="data\/site">(.*?)<\/script>/s.exec(html)?.[1]
  expect(JSON.parse(data ?? '')).toEqual(site.data('site'))
})
