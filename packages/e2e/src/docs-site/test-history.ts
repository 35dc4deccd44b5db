import { expect, it } from 'vitest'
import { settled } from './browser.ts'
import type { Open } from './suite.ts'

export function testHistory(open: Open): void {
  it.each([
    ['#!/model/model.shop.orders#columns', 'orders · shop'],
    ['#!/model/model.shop.orders?g_v=1&g_i=%2Borders%2B', 'Graph · shop'],
    ['#!/source_list/raw', 'Source raw · shop'],
    ['#!/overview/shop', 'shop'],
  ])('understands %s of dbt’s own site', async (hash, title) => {
    const { page } = await open(hash)
    expect(await page.title()).toBe(title)
  })

  it('goes to the section that the address names', async () => {
    const { page } = await open('#!/model/model.shop.orders/sql')
    await expect.poll(() => page.evaluate<number>('scrollY')).toBeGreaterThan(200)
    expect(await page.locator('#at-sql').isVisible()).toBe(true)
  })

  it('comes back to where one was', async () => {
    const { page } = await open('#!/model/model.shop.orders')
    await page.locator('.code').waitFor()
    await page.evaluate('scrollTo(0, 500)')
    await page.locator('.code').getByRole('link', { name: 'cents' }).click()
    await expect.poll(() => page.title()).toBe('cents · shop')
    await settled(page)
    expect(await page.evaluate('scrollY')).toBe(0)
    await page.goBack()
    await expect.poll(() => page.title()).toBe('orders · shop')
    await expect.poll(() => page.evaluate('scrollY')).toBe(500)
    await page.goForward()
    await expect.poll(() => page.title()).toBe('cents · shop')
  })

  it('survives a reload', async () => {
    const { page } = await open('#!/macro/macro.shop.cents')
    await page.reload()
    await settled(page)
    expect(await page.title()).toBe('cents · shop')
  })
}
