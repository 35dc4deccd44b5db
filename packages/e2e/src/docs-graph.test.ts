import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { makeUnbuiltSite } from './docs-site/site.ts'
import { describeSite } from './docs-site/suite.ts'

const drawn = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate("performance.getEntriesByName('btn-graph-drawn').length"))
    .toBeGreaterThan(0)

/** What the address says of the graph. */
const queryOf = (page: Page): URLSearchParams => new URLSearchParams(page.url().split('?')[1] ?? '')

describeSite(
  'the graph in Chromium',
  () => makeUnbuiltSite('docs-graph'),
  (open) => {
    it('draws the project, and complains of nothing', async () => {
      const { page, complaints, strangers } = await open('#!/graph')
      await drawn(page)
      const colours = await page.evaluate(`(() => {
      const canvas = document.querySelector('.graph-canvas')
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      const seen = new Set()
      for (let at = 0; at < data.length; at += 4) seen.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2])
      return seen.size
    })()`)
      expect(colours).toBeGreaterThan(20)
      expect(complaints).toEqual([])
      expect(strangers).toEqual([])
    })

    it('takes a selection from its box and from the address, and says what is wrong with one', async () => {
      const { page } = await open('#!/graph?select=%2Borders')
      await drawn(page)
      await page.getByRole('button', { name: 'List' }).click()
      const names = (): Promise<string[]> => page.locator('.graph-list tbody th').allInnerTexts()
      expect((await names()).sort()).toEqual(['labels', 'orders', 'raw_orders', 'stg_orders'])
      const box = page.getByLabel('Select', { exact: true })
      await box.fill('1+orders')
      await expect.poll(async () => (await names()).length).toBe(3)
      await expect.poll(() => queryOf(page).get('select')).toBe('1+orders')
      await box.fill('+ordrs')
      await expect
        .poll(() => page.locator('.graph-problems').innerText())
        .toContain('Did you mean "orders"?')
      await box.fill('state:modified')
      await expect.poll(() => page.locator('.graph-problems').innerText()).toContain('btn ls')
      expect(await box.getAttribute('aria-invalid')).toBe('true')
    })

    it('is walked with arrow keys, and told in words', async () => {
      const { page } = await open('#!/graph?focus=model.shop.orders')
      await drawn(page)
      await page.locator('.graph-canvas').focus()
      await page.keyboard.press('ArrowLeft')
      await expect.poll(() => queryOf(page).get('focus')).not.toBe('model.shop.orders')
      expect(await page.locator('.graph-live').textContent()).toMatch(
        /^(labels, seed|stg_orders, model).*Uses \d/,
      )
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => queryOf(page).get('focus')).toBe('model.shop.orders')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.title()).toBe('orders · shop')
    })

    it('lights the lineage of a column', async () => {
      const { page } = await open('#!/graph?focus=model.shop.customers')
      await drawn(page)
      await page.getByRole('button', { name: 'amount_cents' }).click()
      await expect.poll(() => queryOf(page).get('column')).toBe('amount_cents')
      const way = page.locator('.graph-way')
      await expect.poll(() => way.innerText()).toContain('orders.amount_cents (aggregated)')
      await page.getByRole('button', { name: 'Unfold the way' }).click()
      await expect.poll(() => queryOf(page).getAll('open').length).toBeGreaterThan(2)
      expect(await page.locator('.graph-hows').innerText()).toContain('aggregated')
    })

    it('finds a name and goes to it', async () => {
      const { page } = await open('#!/graph')
      await drawn(page)
      await page.getByLabel('Find', { exact: true }).fill('stg')
      await expect.poll(() => page.locator('.graph-hits').innerText()).toBe('2')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('.graph-hits').innerText()).toBe('2 of 2')
      await expect.poll(() => queryOf(page).get('focus')).toBe('model.shop.stg_orders')
    })

    it('is saved as a picture from the disk, under the policy of the page', async () => {
      const { page, complaints, strangers } = await open('#!/graph?select=%2Borders%2B')
      await drawn(page)
      const save = async (name: string): Promise<Download> => {
        const waiting = page.waitForEvent('download')
        await page.getByRole('button', { name, exact: true }).click()
        return waiting
      }
      const svg = await save('SVG')
      expect(svg.suggestedFilename()).toBe('shop-lineage-orders.svg')
      const text = readFileSync(await svg.path(), 'utf8')
      expect(text).toContain('>stg_orders</text>')
      expect(text).not.toContain('<script')
      const png = await save('PNG')
      expect(
        readFileSync(await png.path())
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG')
      expect(complaints).toEqual([])
      // Pictures are handed over as blobs of the page itself.
      expect(strangers.filter((it) => !/^(blob|data):/.test(it))).toEqual([])
    })

    it('has the colours that the project chose, and others when asked', async () => {
      const { page } = await open('#!/graph')
      await drawn(page)
      const legend = page.locator('.graph-legend')
      expect(await legend.innerText()).toContain('#c0ffee')
      await page.getByLabel('Colour', { exact: true }).selectOption({ label: 'type' })
      await expect.poll(() => legend.innerText()).not.toContain('#c0ffee')
      expect(queryOf(page).get('colour')).toBe('kind')
    })

    it('leaves out what the legend switches off', async () => {
      const { page } = await open('#!/graph')
      await drawn(page)
      await page.getByRole('button', { name: /^seed/ }).click()
      await expect.poll(() => queryOf(page).getAll('without')).toEqual(['seed'])
      expect(await page.getByRole('button', { name: /^seed/ }).getAttribute('aria-pressed')).toBe(
        'false',
      )
    })
  },
)
