import { expect, it } from 'vitest'
import type { Open } from './suite.ts'

const FOCUS = `(() => { const it = document.activeElement; return it.id || it.className || it.tagName })()`

export function testKeyboard(open: Open): void {
  it('skips to the page first of all', async () => {
    const { page } = await open('#!/model/model.shop.orders')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(FOCUS)).toBe('skip')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(FOCUS)).toBe('main')
  })

  it('goes through the tree', async () => {
    const { page } = await open()
    await page.locator('.tree-row').first().waitFor()
    await page.keyboard.press('t')
    expect(await page.evaluate(FOCUS)).toBe('tree')
    const active = () => page.locator('.tree-row.active').innerText()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    // Macros, models; open these, and into them.
    for (const key of ['m', 'm', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    expect(await active()).toContain('marts')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await active()).toContain('customers')
    expect(await page.locator('.tree').getAttribute('aria-activedescendant')).toBe(
      await page.locator('.tree-row.active').getAttribute('id'),
    )
    await page.keyboard.press('Enter')
    await expect.poll(() => page.title()).toBe('customers · shop')
    expect(await page.locator('.tree-row[aria-selected=true]').innerText()).toContain('customers')
  })

  it('shows its keys, and goes to places', async () => {
    const { page } = await open()
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog', { name: 'Keys' }).innerText()).toContain('search')
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.press('h')
    await expect.poll(() => page.title()).toBe('Health · shop')
  })

  it('leaves keys alone where one writes', async () => {
    const { page } = await open('#!/all/model')
    await page.getByLabel('Filter by name or description').focus()
    await page.keyboard.type('g/h?')
    expect(await page.getByLabel('Filter by name or description').inputValue()).toBe('g/h?')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
}
