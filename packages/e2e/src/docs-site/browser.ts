import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Where a Chromium is; undefined where there is none, and tests of the site are skipped. */
export const chromiumPath = PLACES.find((it) => it !== undefined && existsSync(it))

/** The name of a suite, saying why it is skipped. */
export const inChromium = (what: string): string =>
  chromiumPath === undefined ? `${what} (skipped: no Chromium; name one in CHROMIUM)` : what

export function openBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('there is no Chromium')
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** A page of the site, and what it complained of or asked for. */
export interface Visit {
  readonly page: Page
  /** Errors and warnings of the console, exceptions, dialogs; breaches of the Content-Security-Policy are among them. */
  readonly complaints: string[]
  /** Everything that was fetched from elsewhere than the site's folder. */
  readonly strangers: string[]
  /** Goes to a hash, as a link does, and waits for the page. */
  go(hash: string): Promise<void>
  close(): Promise<void>
}

/** Opens a site from the disk. */
export async function visit(
  browser: Browser,
  { site, hash = '' }: { readonly site: string; readonly hash?: string },
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  const strangers: string[] = []
  page.on('console', (it) => {
    if (it.type() === 'error' || it.type() === 'warning') complaints.push(it.text())
  })
  page.on('pageerror', (it) => complaints.push(it.message))
  page.on('dialog', (it) => {
    complaints.push(`dialog: ${it.message()}`)
    void it.dismiss()
  })
  page.on('request', (it) => {
    if (!it.url().startsWith(`file://${site}/`)) strangers.push(it.url())
  })
  await page.goto(`file://${site}/index.html${hash}`)
  await settled(page)
  const go = async (next: string): Promise<void> => {
    await page.evaluate(`location.hash = ${JSON.stringify(next)}`)
    await settled(page)
  }
  return { page, complaints, strangers, go, close: () => context.close() }
}

/** Waits until a heading is there and nothing is awaited any more. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))')
  await page.locator('main h1').first().waitFor()
  await page.locator('.patience').first().waitFor({ state: 'detached' })
}
