import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createRealHost } from './real-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'btn-leftovers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LONG_AGO = new Date(Date.now() - 3_600_000)

function leave(name: string, when = LONG_AGO): void {
  const path = join(folder, name)
  writeFileSync(path, '')
  utimesSync(path, when, when)
}

it('removes what a killed process left, and nothing that somebody may be writing', () => {
  const dead = spawnSync(process.execPath, ['--version']).pid
  const kept = [
    `a.md.${process.ppid}.tmp`,
    `a.md.${dead + 1}.tmp.bak`,
    `ba.md.${dead}.tmp`,
    `a.md.${dead}.x.tmp`,
    'a.md.tmp',
  ]
  for (const name of [...kept, `a.md.${dead}.tmp`]) leave(name)
  leave(`b.md.${dead}.tmp`, new Date())
  const host = createRealHost()
  host.writeText(join(folder, 'a.md'), 'new')
  host.writeText(join(folder, 'b.md'), 'new')
  expect(readdirSync(folder).sort()).toEqual([...kept, 'a.md', 'b.md', `b.md.${dead}.tmp`].sort())
})
