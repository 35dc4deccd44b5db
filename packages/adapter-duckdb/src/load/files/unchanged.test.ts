import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { appendFile, chmod, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { problemOf, useFiles } from './test-support.ts'

const { path, inspect } = useFiles()

async function inspected(name: string, content: string, modified?: Date) {
  await writeFile(path(name), content)
  if (modified) await utimes(path(name), modified, modified)
  return inspect([name])
}

const old = new Date('2024-01-01T00:00:00Z')

describe('a file that changes after it was inspected', () => {
  it('may be left alone', async () => {
    const inspection = await inspected('a.csv', 'a\n1\n', old)
    await inspection.checkUnchanged(inspection.files)
  })
  it('may not grow, shrink, be written, be replaced or go away', async () => {
    const changes: Readonly<Record<string, (name: string) => Promise<void>>> = {
      grown: (name) => appendFile(path(name), '2\n'),
      shrunk: (name) => writeFile(path(name), 'a\n'),
      written: (name) => writeFile(path(name), 'a\n2\n'),
      replaced: async (name) => {
        await writeFile(path('other'), 'a\n1\n')
        await utimes(path('other'), old, old)
        await rename(path('other'), path(name))
      },
    }
    for (const [name, change] of Object.entries(changes)) {
      const inspection = await inspected(`${name}.csv`, 'a\n1\n', old)
      await change(`${name}.csv`)
      const check = inspection.checkUnchanged(inspection.files)
      expect(await problemOf(check), name).toBe('load-file-changed')
    }
    const inspection = await inspected('gone.csv', 'a\n1\n', old)
    await rm(path('gone.csv'))
    expect(await problemOf(inspection.checkUnchanged(inspection.files))).toBe('load-file-missing')
  })
  it('was not written so shortly before that its time could not tell', async () => {
    await inspected('fresh.csv', 'a\n1\n')
    const { mtimeMs } = await stat(path('fresh.csv'))
    expect(Date.now() - mtimeMs).toBeGreaterThanOrEqual(100)
  })
})

it('takes the checksum of a large file, which is read by a thread of its own', async () => {
  const content = 'a,b\n' + `${'x'.repeat(995)},2\n`.repeat(34_000)
  const { files } = await inspected('large.csv', content)
  const checksum = createHash('sha256').update(content).digest('hex')
  expect(files[0]).toMatchObject({ checksum, bytes: content.length, rows: 34_000 })
})

it('notices a file that grows while it is read', async () => {
  await writeFile(path('growing.csv'), 'a,b\n' + '1,2\n'.repeat(1_000_000))
  const timer = setInterval(() => appendFileSync(path('growing.csv'), '3,4\n'), 1)
  try {
    expect(await problemOf(inspect(['growing.csv']))).toBe('load-file-changed')
  } finally {
    clearInterval(timer)
  }
})

it('says what may not be read', async ({ skip }) => {
  skip(process.getuid?.() === 0, 'root may read everything')
  await writeFile(path('secret.csv'), 'a\n1\n')
  await chmod(path('secret.csv'), 0o000)
  expect(await problemOf(inspect(['secret.csv']))).toBe('load-file-unreadable')
})

it('does not wait for a pipe', async () => {
  spawnSync('mkfifo', [path('pipe.csv')])
  expect(await problemOf(inspect(['pipe.csv']))).toBe('load-file-unreadable')
})
