import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Site } from './site.ts'
import type { Open } from './suite.ts'

interface Crawl {
  readonly seen: number
  readonly lost: readonly string[]
}

/** Runs in the page: goes to every hash that a link names, the links of these pages included, and notes what leads nowhere. */
const CRAWL = `(async () => {
  const waiting = ['#!/overview', '#!/all/test', '#!/graph']
  const seen = new Set(waiting)
  const lost = []
  // Quicker than frames, and later than the event that tells of the new hash.
  const moment = () => new Promise((done) => setTimeout(done, 4))
  const isReady = () => document.querySelector('main h1') && !document.querySelector('.patience')
  for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
    location.hash = hash
    await moment()
    await moment()
    for (let turn = 0; turn < 3000 && !isReady(); turn++) await moment()
    if (!isReady() || document.querySelector('main h1').textContent === 'Not found') lost.push(hash)
    for (const it of document.querySelectorAll('a[href]')) {
      const href = it.getAttribute('href')
      if (!/^(#!|https:|mailto:)/.test(href) && it.className !== 'skip') lost.push(hash + ' -> ' + href)
      if (!href.startsWith('#') || seen.has(href)) continue
      seen.add(href)
      waiting.push(href)
    }
  }
  return { seen: seen.size, lost }
})()`

export function testLinks(open: Open, site: () => Site): void {
  it('lead somewhere, all of them', async () => {
    const { page, complaints, strangers } = await open()
    const { seen, lost } = await page.evaluate<Crawl>(CRAWL)
    expect(lost).toEqual([])
    expect(seen).toBeGreaterThan(100)
    expect(await page.evaluate('window.hit')).toBeUndefined()
    expect(complaints).toEqual([])
    expect(strangers).toEqual([])
  }, 600_000)

  it('name nothing of the machine that made it', () => {
    const { folder, workspace } = site()
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    const texts = files
      .filter((it) => it.isFile())
      .map((it) => readFileSync(join(it.parentPath, it.name), 'utf8'))
    expect(texts.length).toBeGreaterThan(8)
    for (const text of texts) {
      expect(text).not.toContain(workspace.folder)
      expect(text).not.toContain('ann@example.com\n')
    }
  })
}
