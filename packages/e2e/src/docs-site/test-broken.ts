import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Site } from './site.ts'
import type { Open } from './suite.ts'

export function testBroken(open: Open, site: () => Site): void {
  it('says so, and goes on when the file is back', async () => {
    const folder = copyWithout(site(), 'data/names.js')
    const { page } = await open('', { folder })
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain('btn docs generate')
    cpSync(join(site().folder, 'data'), join(folder, 'data'), { recursive: true })
    await alert.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.tree-row').first().waitFor()
  })

  it('says so where not even the first file is there', async () => {
    const { page } = await open('', { folder: copyWithout(site(), 'data/site.js') })
    expect(await page.locator('main').innerText()).toContain('This site is not whole')
  })
}

function copyWithout({ folder, workspace }: Site, file: string): string {
  const copy = join(workspace.folder, `without-${file.replaceAll('/', '-')}`)
  cpSync(folder, copy, { recursive: true })
  rmSync(join(copy, file))
  return copy
}
