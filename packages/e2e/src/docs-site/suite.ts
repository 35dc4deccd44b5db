import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { chromiumPath, inChromium, openBrowser, visit, type Visit } from './browser.ts'
import type { Site } from './site.ts'

/** Opens the site of a suite at a hash, or another one. */
export type Open = (hash?: string, options?: OpenOptions) => Promise<Visit>

interface OpenOptions extends BrowserContextOptions {
  readonly folder?: string
}

/** Tests in Chromium on a site, which is made once for all of them. */
export function describeSite(
  what: string,
  make: () => Promise<Site>,
  tests: (open: Open, site: () => Site) => void,
): void {
  describe.skipIf(chromiumPath === undefined)(inChromium(what), () => {
    let site: Site
    let browser: Browser
    const visits: Visit[] = []
    beforeAll(async () => {
      site = await make()
      browser = await openBrowser()
    }, 120_000)
    afterEach(async () => {
      await Promise.all(visits.splice(0).map((it) => it.close()))
    })
    afterAll(async () => {
      await browser?.close()
      site?.workspace.remove()
    })
    const open: Open = async (hash = '', { folder = site.folder, ...options } = {}) => {
      const opened = await visit(browser, { site: folder, hash }, options)
      visits.push(opened)
      return opened
    }
    tests(open, () => site)
  })
}
