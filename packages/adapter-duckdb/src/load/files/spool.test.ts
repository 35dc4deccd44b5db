import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { toFileError } from './problems.ts'
import { BlockWriter, removeDeadSpools, Spool, SpoolError } from './spool.ts'

it('makes a folder for its first file, closed to others, and removes it', async () => {
  const spool = new Spool()
  const writer = new BlockWriter(spool.newPath('.csv'))
  expect(existsSync(spool.folder)).toBe(false)
  writer.writeText('a')
  writer.write(Buffer.alloc(3_000_000, 'b'))
  writer.writeText('c')
  writer.close()
  expect(await readFile(writer.path, 'utf8')).toBe(`a${'b'.repeat(3_000_000)}c`)
  expect((await stat(spool.folder)).mode & 0o777).toBe(0o700)
  await spool.close()
  expect(existsSync(spool.folder)).toBe(false)
  await spool.close()
})

it('removes the folders of dead processes when they are a day old', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'btn-test-'))
  const dead = 2 ** 22 + 1
  const names = [`btn-load-${dead}-old`, `btn-load-${dead}-new`, `btn-load-${process.pid}-old`]
  for (const name of names) {
    await mkdir(join(folder, name))
    if (name.endsWith('old')) await utimes(join(folder, name), 1, 1)
  }
  await removeDeadSpools(folder)
  expect(names.map((name) => existsSync(join(folder, name)))).toEqual([false, true, true])
  await rm(folder, { recursive: true })
})

it('tells a copy that cannot be written from a file that cannot be read', async () => {
  const writer = new BlockWriter('/dev/full')
  writer.writeText('a')
  expect(() => writer.close()).toThrow(SpoolError)
  const problem = toFileError(
    new SpoolError('/tmp', Object.assign(new Error(), { code: 'ENOSPC' })),
    'a.csv',
  )
  expect(problem).toMatchObject({ message: 'a.csv cannot be copied to /tmp: no space is left' })
})
