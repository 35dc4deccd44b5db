import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Host } from './host.ts'
import { MemoryHost } from './memory-host.ts'
import { createRealHost } from './real-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'btn-host-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const files = { 'b.sql': 'b', 'a.sql': 'é', 'z/y.sql': 'y', 'z/x/w.sql': '', 'm/n.sql': 'n' }

const hosts: readonly (readonly [string, () => Host])[] = [
  [
    'the machine',
    () => {
      const host = createRealHost()
      for (const [path, text] of Object.entries(files)) host.writeText(join(folder, path), text)
      return host
    },
  ],
  [
    'memory',
    () => {
      const entries = Object.entries(files).map(([path, text]) => [join(folder, path), text])
      return new MemoryHost({ files: Object.fromEntries(entries) })
    },
  ],
]

describe.each(hosts)('a host on %s', (_, create) => {
  let host: Host
  beforeAll(() => {
    host = create()
  })

  test('lists files, those of a folder before those of its folders', () => {
    const listed = host.listFiles(folder)
    expect(listed.map((file) => [file.path, file.size])).toEqual([
      ['a.sql', 2],
      ['b.sql', 1],
      ['m/n.sql', 1],
      ['z/y.sql', 1],
      ['z/x/w.sql', 0],
    ])
    expect(host.listFiles(join(folder, 'z')).map((file) => file.path)).toEqual(['y.sql', 'x/w.sql'])
    expect(host.listFiles(join(folder, 'none'))).toEqual([])
  })

  test('lists folders', () => {
    expect(host.listFolders(folder)).toEqual(['m', 'z'])
    expect(host.listFolders(join(folder, 'none'))).toEqual([])
  })

  test('reads, and knows what is not there', () => {
    expect(new TextDecoder().decode(host.readBytes(join(folder, 'a.sql')))).toBe('é')
    expect(host.readBytes(join(folder, 'none.sql'))).toBeUndefined()
    expect(host.findStat(join(folder, 'a.sql'))).toMatchObject({ size: 2, isDirectory: false })
    expect(host.findStat(join(folder, 'z'))).toMatchObject({ isDirectory: true })
    expect(host.findStat(join(folder, 'none'))).toBeUndefined()
    expect(host.findStat(join(folder, 'a.sql/below'))).toBeUndefined()
  })

  test('writes into folders that are not there yet, appends, removes', () => {
    const path = join(folder, 'new/deep/file.txt')
    host.writeText(path, 'one')
    host.appendText(path, ' two')
    host.appendText(join(folder, 'new/other/log.txt'), 'x')
    expect(new TextDecoder().decode(host.readBytes(path))).toBe('one two')
    expect(host.listFiles(join(folder, 'new')).map((file) => file.path)).toEqual([
      'deep/file.txt',
      'other/log.txt',
    ])
    host.remove(join(folder, 'new'))
    host.remove(join(folder, 'new'))
    expect(host.findStat(path)).toBeUndefined()
  })

  test('sees every change', () => {
    const path = join(folder, 'changed.txt')
    host.writeText(path, 'x')
    const before = host.findStat(path)?.modifiedMs
    host.remove(path)
    expect(before).toBeGreaterThan(0)
  })
})

describe('the machine', () => {
  const host = createRealHost()
  const links = join(folder, 'links')

  beforeAll(() => {
    mkdirSync(join(links, 'real'), { recursive: true })
    writeFileSync(join(links, 'real/file.sql'), 'x')
    symlinkSync(join(links, 'real/file.sql'), join(links, 'link.sql'))
    symlinkSync(join(links, 'nothing.sql'), join(links, 'dead.sql'))
    symlinkSync(links, join(links, 'real/loop'))
    symlinkSync('self.sql', join(links, 'self.sql'))
    symlinkSync(join(links, 'real'), join(links, 'folder'))
  })

  test('follows links to files, walks no loop, passes over links to nothing', () => {
    expect(host.listFiles(links).map((file) => file.path)).toEqual(['link.sql', 'real/file.sql'])
    expect(host.listFolders(links)).toEqual(['folder', 'real'])
  })

  test('says what is wrong in words', () => {
    expect(() => host.readBytes(links)).toThrow('it is a folder')
    expect(() => host.readBytes(join(links, 'self.sql'))).toThrow('its links lead in a circle')
    expect(() => host.writeText(join(links, 'real/file.sql/below'), 'x')).toThrow()
  })

  // The superuser may read everything: nothing to see then.
  test.skipIf(process.getuid?.() === 0)('may be forbidden to read', () => {
    const path = join(folder, 'secret.sql')
    writeFileSync(path, 'x')
    chmodSync(path, 0)
    expect(() => host.readBytes(path)).toThrow('permission denied')
  })

  test('leaves the old file when the new one cannot be written', () => {
    const path = join(links, 'real')
    expect(() => host.writeText(path, 'x')).toThrow('it is a folder')
    expect(host.listFolders(links)).toContain('real')
    expect(host.listFiles(links).map((file) => file.path)).not.toContainEqual(
      expect.stringMatching('tmp'),
    )
  })
})
