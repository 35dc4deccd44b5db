import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createRealHost } from './real-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'btn-host-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('updateText', () => {
  const host = createRealHost({})
  const path = join(folder, 'a/b/file.sql')

  it.each(['first', 'longer than the first', 'short', '', 'größer ✓', 'größer ✗'])(
    'makes the file hold %j',
    (text) => {
      host.updateText(path, text)
      expect(readFileSync(path, 'utf8')).toBe(text)
    },
  )

  it('leaves a file alone that holds the text', () => {
    host.updateText(path, 'same')
    utimesSync(path, 1, 1)
    host.updateText(path, 'same')
    expect(statSync(path).mtimeMs).toBe(1000)
  })

  it('says which path refused', () => {
    expect(() => host.updateText(folder, 'x')).toThrow(expect.objectContaining({ path: folder }))
  })
})

describe('writeText', () => {
  it.skipIf(process.platform !== 'linux')('gives up where no folder can be made', () => {
    // Node's own recursive mkdir never comes back from here.
    const path = '/proc/nowhere/file'
    expect(() => createRealHost({}).writeText(path, '')).toThrow(expect.objectContaining({ path }))
  })
})
