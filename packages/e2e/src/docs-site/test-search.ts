import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Open } from './suite.ts'

/** Opens the search, or goes on with it, and gives the hits. */
async function look(page: Page, words: string): Promise<string[]> {
  const field = page.getByRole('combobox', { name: 'Search' })
  if (!(await field.isVisible())) await page.keyboard.press('/')
  await field.fill(words)
  await page.locator('.hit, .search-hint p').first().waitFor()
  return page.locator('.hit').allInnerTexts()
}

/** Types texts without a pause, and gives how many hits stand right after the last. */
function type(page: Page, texts: readonly string[]): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const field = document.querySelector('[role=combobox]')
    for (const text of ${JSON.stringify(texts)}) {
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise((done) => setTimeout(done))
    }
    return document.querySelectorAll('.hit').length
  })()`)
}

export function testSearch(open: Open): void {
  it('has the exact name first and says why others are there', async () => {
    const { page } = await open()
    const hits = await look(page, 'orders')
    expect(hits[0]).toMatch(/^orders\n/)
    expect(hits[1]).toMatch(/^raw\.orders\n/)
  })

  it.each([
    ['amount_cents', 'orders', 'column amount_cents'],
    ['registered', 'customers', 'Everybody who registered.'],
    ['reference', 'labels', 'tag'],
    ['euros paid', 'raw.orders', 'amount: What was paid, in euros.'],
    ['where lost', 'no_lost_orders', "where status = 'lost'"],
    ['interval', 'days', "…'2026-02-01', interval 1 day)"],
  ])('finds %s, and shows where', async (words, name, why) => {
    const { page } = await open()
    await expect.poll(() => look(page, words).then((it) => it[0] ?? '')).toContain(name)
    // What stands in long texts comes a moment after the hit.
    await expect.poll(() => page.locator('.hit').first().innerText()).toContain(why)
  })

  it('marks the words in a line of SQL', async () => {
    const { page } = await open()
    await look(page, 'interval')
    const code = page.locator('.hit').first().locator('code')
    await expect.poll(() => code.locator('mark').allInnerTexts()).toEqual(['interval'])
  })

  it('draws what is in sight at first, the rest when nobody types any more', async () => {
    const { page } = await open()
    await look(page, 'zzz')
    expect(await type(page, ['s', 'se', 's'])).toBe(16)
    await expect.poll(() => page.locator('.hit').count()).toBeGreaterThan(16)
  })

  it('reads texts when nobody types any more', async () => {
    const { page } = await open()
    await look(page, 'zzz')
    const read: string[] = []
    page.on('request', (it) => read.push(it.url()))
    expect(await type(page, ['interv', 'interva', 'interval'])).toBeGreaterThan(0)
    expect(read).toEqual([])
    await expect.poll(() => read.join()).toMatch(/data\/code\/\d+\.js/)
  })

  it('is gone through with the arrows, opened with Enter, closed with Esc', async () => {
    const { page } = await open()
    const hits = await look(page, 'customers')
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('.hit[aria-selected=true]').innerText()).toBe(hits[1])
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.title()).toBe('customers · shop')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('loses no letter of those who type at once', async () => {
    const { page } = await open()
    await page.keyboard.type('/customers')
    const field = page.getByRole('combobox', { name: 'Search' })
    expect(await field.inputValue()).toBe('customers')
  })

  it('names what is near where nothing is found', async () => {
    const { page } = await open()
    await look(page, 'custmoers')
    expect(await page.getByRole('dialog').innerText()).toContain('customers')
  })

  it('takes no words for patterns or markup', async () => {
    const { page, complaints } = await open()
    for (const words of ['<script>', '(((', '[a-', '\\', '.*', '%5C', '#!/'])
      await look(page, words)
    expect(complaints).toEqual([])
    expect(await page.evaluate('window.hit')).toBeUndefined()
  })
}
