import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { chromiumPath, inChromium, openBrowser, visit, type Visit } from './browser.ts'
import { makeSite, type Site } from './site.ts'

/** Opens the sample site at a hash, or another one. */
export type Open = (hash?: string, options?: OpenOptions) => Promise<Visit>

interface OpenOptions extends BrowserContextOptions {
  readonly folder?: string
}

/** Tests in Chromium on the sample site, which is made once for all of them. */
export function describeSite(what: string, tests: (open: Open, site: () => Site) => void): void {
  describe.skipIf(chromiumPath === undefined)(inChromium(what), () => {
    let site: Site
    let browser: Browser
    const visits: Visit[] = []
    beforeAll(async () => {
      site = await makeSite()
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
