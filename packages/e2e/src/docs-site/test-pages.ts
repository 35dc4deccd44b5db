import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Open } from './suite.ts'

/** What a reader must find on a page; `<script>` is text everywhere. */
const PAGES: readonly (readonly [hash: string, title: string, words: readonly string[]])[] = [
  ['#!/overview', 'shop', ['The shop', '6 models', '1 failed', '1 warned', '<script>window.hit']],
  [
    '#!/model/model.shop.orders',
    'orders · shop',
    [
      'table',
      'contract',
      'public',
      'finance',
      '4 passed',
      'kB stored',
      'One row per order.',
      'order_id',
      'Key. <script>',
      'relationships',
      'odd <b>tag</b>',
      'models/marts/orders.sql',
      'amount_cents >= 0',
      "window.hit = 'meta'",
      'cents',
      'labels',
      'revenue_board',
    ],
  ],
  [
    '#!/source/source.shop.raw.orders',
    'raw.orders · shop',
    [
      'Orders as they came.',
      '<img src=x',
      'Files of the shop.',
      'hand',
      'Quarantine',
      '1 row',
      'data/orders.csv',
      'email',
      'Turned away',
    ],
  ],
  [
    '#!/model/model.shop.shared_labels',
    'shared_labels · shop',
    ['external', 'Rows', ' in 2 files', 'Words for each status, for others.'],
  ],
  ['#!/seed/seed.shop.labels', 'labels · shop', ['Words for each status.', 'label']],
  [
    '#!/snapshot/snapshot.shop.customers_over_time',
    'customers_over_time · shop',
    ['What customers were called.', 'dbt_valid_from'],
  ],
  [
    '#!/macro/macro.shop.cents',
    'cents · shop',
    ['Euros as cents.', '<b onclick', 'Where the euros stand.', 'Called by', 'orders'],
  ],
  [
    '#!/exposure/exposure.shop.revenue_board',
    'revenue_board · shop',
    ['Revenue <i>board</i>', 'dashboard', 'high maturity', 'Bob', 'Open the dashboard'],
  ],
  [
    '#!/group/group.shop.finance',
    'finance · shop',
    ['Those who count.', 'Ann <script>', 'orders', 'customers'],
  ],
  [
    '#!/metric/metric.shop.revenue',
    'revenue · shop',
    ['All that was paid.', 'simple', 'paid', 'order_facts'],
  ],
  [
    '#!/semantic_model/semantic_model.shop.order_facts',
    'order_facts · shop',
    ['Entities', 'Dimensions', 'Measures', 'amount_cents'],
  ],
  [
    '#!/unit_test/unit_test.shop.orders.amounts_become_cents',
    'amounts_become_cents · shop',
    ['Given', "ref('stg_orders')", 'Expected', '1000', 'passed'],
  ],
  [
    '#!/test/test.shop.no_lost_orders',
    'no_lost_orders · shop',
    ['singular', 'passed', "status = 'lost'"],
  ],
  ['#!/analysis/analysis.shop.best', 'best · shop', ['order by', 'customers']],
  ['#!/report/report.shop.summary', 'summary · shop', ['summary.md', 'orders']],
  [
    '#!/monitor/monitor.shop.loads_succeed',
    'loads_succeed · shop',
    ['Nine of ten loads.', 'passed'],
  ],
  [
    '#!/health',
    'Health · shop',
    [
      '1 failed',
      '1 warned',
      'too_many',
      'Slowest',
      'Coverage',
      'Without a description',
      'stg_customers',
      'Used by nothing',
      'raw.orders',
    ],
  ],
  ['#!/personal-data', 'Personal data · shop', ['email', 'raw.orders.email', 'hashed']],
  ['#!/all/model', 'Models · shop', ['stg_orders', 'Everybody who registered.', '6 entries']],
  ['#!/tag/staging', 'Tag staging · shop', ['stg_customers', 'stg_orders']],
  ['#!/owner/Bob', 'Owner Bob · shop', ['revenue_board', 'odd_link']],
  ['#!/folder/shop/models/staging', 'Folder shop/models/staging · shop', ['stg_customers']],
  ['#!/source_list/raw', 'Source raw · shop', ['raw.customers', 'raw.orders']],
  [
    '#!/model/model.shop.ordres',
    'Not found · shop',
    ['model.shop.ordres', 'What comes near', 'orders'],
  ],
  ['#!/no/such/page', 'Not found · shop', ['no/such/page']],
]

/** The words in sight, with one space between them. */
async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).innerText()).replace(/\s+/g, ' ')
}

export function testPages(open: Open): void {
  it.each(PAGES)('%s', async (hash, title, words) => {
    const { page, complaints, strangers } = await open(hash)
    const text = await textOf(page, 'main')
    for (const it of words) expect(text).toContain(it)
    expect(await page.title()).toBe(title)
    expect(complaints).toEqual([])
    expect(strangers).toEqual([])
  })

  it('unfolds a column, with where it comes from and where it goes', async () => {
    const { page } = await open('#!/model/model.shop.stg_orders/columns/amount')
    const more = page.locator('tr.column.named + tr')
    const text = await more.innerText()
    expect(text).toContain('raw.orders.amount')
    expect(text).toContain('copied')
    expect(text).toContain('orders.amount_cents')
    await more.getByRole('link', { name: 'orders.amount_cents', exact: true }).click()
    await page.locator('#at-columns\\/amount_cents').waitFor()
    expect(await page.title()).toBe('orders · shop')
  })

  it('says what decides which rows there are, on both sides', async () => {
    const { page } = await open('#!/model/model.shop.orders')
    const rows = page.locator('section', { has: page.locator('#at-rows') })
    await expect.poll(() => rows.innerText()).toMatch(/Filtered by\s+stg_orders\.order_id/)
    expect(await rows.innerText()).toMatch(/Joined by\s+stg_orders\.status\s+labels\.status/)
    await page.getByRole('button', { name: 'customer_id' }).click()
    expect(await page.locator('.column-more:not(.folded)').innerText()).toMatch(
      /Decides which rows are in\s+customers\s+joined/,
    )
  })

  it('says from which column a description is inherited', async () => {
    const { page } = await open('#!/model/model.shop.stg_orders')
    const text = await textOf(page, '#at-columns\\/amount')
    expect(text).toContain('What was paid, in euros.')
    expect(text).toContain('inherited from raw.orders.amount')
  })

  it('shows SQL as written and as compiled, with links', async () => {
    const { page } = await open('#!/model/model.shop.orders')
    const code = page.locator('.code')
    expect(await code.innerText()).toContain("{{ ref('stg_orders') }}")
    await page.getByRole('button', { name: 'As compiled' }).click()
    expect(await code.innerText()).toContain('cast(amount * 100 as integer)')
    await page.getByRole('button', { name: 'As written' }).click()
    await code.getByRole('link', { name: 'cents' }).click()
    await expect.poll(() => page.title()).toBe('cents · shop')
  })

  it('leads nowhere dangerous', async () => {
    const { page } = await open('#!/exposure/exposure.shop.odd_link')
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
    expect(await page.getByText('Open the notebook').count()).toBe(0)
  })
}
