import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Open } from './suite.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe finds serious or critical. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()')
  return violations
    .filter((it) => it.impact === 'serious' || it.impact === 'critical')
    .map((it) => `${it.id}: ${it.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}

const PAGES = [
  '#!/overview',
  '#!/model/model.shop.orders/columns/order_id',
  '#!/source/source.shop.raw.orders',
  '#!/unit_test/unit_test.shop.orders.amounts_become_cents',
  '#!/metric/metric.shop.revenue',
  '#!/all/test',
  '#!/health',
  '#!/personal-data',
  '#!/graph',
  '#!/nothing',
]

const background = (page: Page): Promise<string> =>
  page.evaluate<string>('getComputedStyle(document.body).backgroundColor')

export function testLooks(open: Open): void {
  it.each(PAGES.flatMap((hash) => [[hash, 'light'] as const, [hash, 'dark'] as const]))(
    'has nothing that keeps people out: %s, %s',
    async (hash, colorScheme) => {
      const { page } = await open(hash, { colorScheme })
      await page.locator('.tree-row').first().waitFor()
      expect(await findings(page)).toEqual([])
    },
  )

  it('keeps nobody out of search, keys and drawer', async () => {
    const { page } = await open('', { viewport: { width: 390, height: 800 } })
    await page.getByRole('button', { name: 'Contents' }).click()
    await page.locator('.tree-row').first().waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('combobox').fill('order')
    await page.locator('.hit').first().waitFor()
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    expect(await findings(page)).toEqual([])
  })

  it('is light or dark as the system is, or as one chose', async () => {
    const { page } = await open('', { colorScheme: 'dark' })
    const dark = await background(page)
    const theme = page.getByRole('button', { name: 'Colours' })
    await theme.click()
    const light = await background(page)
    expect(light).not.toBe(dark)
    await page.reload()
    await theme.waitFor()
    expect(await background(page)).toBe(light)
    await theme.click()
    expect(await background(page)).toBe(dark)
    await theme.click()
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(() => background(page)).toBe(light)
  })

  it('fits narrow screens, with a drawer', async () => {
    const { page } = await open('#!/model/model.shop.orders', {
      viewport: { width: 360, height: 740 },
    })
    const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
    expect(await page.evaluate(over)).toBe(0)
    const tree = page.locator('.tree')
    expect(await tree.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Contents' }).click()
    await tree.waitFor()
    await page
      .locator('.tree-row', { hasText: 'stg_orders' })
      .or(page.locator('.tree-row', { hasText: 'customers' }))
      .first()
      .click()
    await expect.poll(() => tree.isVisible()).toBe(false)
  })

  it('gives names in lists the whole width of narrow screens', async () => {
    const { page } = await open('#!/all/model', { viewport: { width: 360, height: 740 } })
    const heights = await page
      .locator('.list tbody th')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().height))
    expect(heights.length).toBeGreaterThan(4)
    // Names and words of descriptions do not share a line.
    expect(Math.max(...heights)).toBeLessThan(40)
  })

  it('prints the page without its frame, columns unfolded, on white', async () => {
    const { page } = await open('#!/model/model.shop.orders', { colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.header').isVisible()).toBe(false)
    expect(await page.locator('.side').isVisible()).toBe(false)
    expect(await page.locator('.column-more').first().isVisible()).toBe(true)
    expect(await background(page)).toBe('rgb(255, 255, 255)')
    expect(await page.locator('#at-lineage').isVisible()).toBe(false)
    expect((await page.pdf()).length).toBeGreaterThan(10_000)
  })

  it('prints lists that are folded on the screen as a whole', async () => {
    const { page } = await open('#!/health')
    const slowest = page.locator('section', { has: page.locator('#at-slowest') })
    await slowest.getByRole('button', { name: 'Show all' }).waitFor()
    const rows = (): Promise<number> => slowest.locator('tbody tr').count()
    expect(await rows()).toBe(10)
    // The browser looks at the page as soon as those who listen have returned.
    const printed = await page.evaluate(`(() => {
      dispatchEvent(new Event('beforeprint'))
      return document.querySelectorAll('section:has(#at-slowest) tbody tr').length
    })()`)
    expect(printed).toBeGreaterThan(10)
    await page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(await rows()).toBe(10)
  })
}
