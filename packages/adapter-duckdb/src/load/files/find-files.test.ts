import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFiles } from './find-files.ts'
import { Spool } from './spool.ts'
import { problemOf } from './test-support.ts'

let root: string
beforeEach(async () => {
  // A folder may be called anything: that is no pattern.
  root = await mkdtemp(join(tmpdir(), 'btn-test-(1) [x] {y} !'))
})
afterEach(() => rm(root, { recursive: true }))

async function put(...names: readonly string[]) {
  for (const name of names) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), 'a\n')
  }
}

const find = async (...patterns: readonly string[]) => {
  const set = { patterns: patterns.map((it) => join(root, it)), options: {}, root }
  return (await findFiles(set, { spool: new Spool() })).map((it) => it.shownPath)
}

describe('patterns', () => {
  it('give files sorted, each once, in the order of the patterns', async () => {
    await put('in/b.csv', 'in/a.csv', 'in/c.json', 'in/deep/d.csv', 'in/.hidden.csv')
    expect(await find('in/*.csv')).toEqual(['in/a.csv', 'in/b.csv'])
    expect(await find('in/c.json', 'in/**/*.csv', 'in/a.csv')).toEqual([
      'in/c.json',
      'in/a.csv',
      'in/b.csv',
      'in/deep/d.csv',
    ])
    expect(await find('in/{b,c}.*', 'in/[a]*')).toEqual(['in/b.csv', 'in/c.json', 'in/a.csv'])
  })

  it('are paths first', async () => {
    await put('in/a[1].csv', 'in/a1.csv')
    expect(await find('in/a[1].csv')).toEqual(['in/a[1].csv'])
  })

  it('reach outside of the project', async () => {
    await put('out/a.csv')
    const inner = join(root, 'inner')
    const set = { patterns: [join(root, 'out/a.csv')], options: {}, root: inner }
    const [file] = await findFiles(set, { spool: new Spool() })
    const others = await findFiles(
      { ...set, patterns: [join(root, 'out/*.csv')] },
      { spool: new Spool() },
    )
    expect(others).toEqual([file])
    expect(file).toMatchObject({ shownPath: join(root, 'out/a.csv'), name: 'a.csv', format: 'csv' })
  })

  it('follow links, but not in circles', async () => {
    await put('in/a.csv')
    await symlink(join(root, 'in/a.csv'), join(root, 'in/b.csv'))
    expect(await find('in/*.csv')).toEqual(['in/a.csv', 'in/b.csv'])
    await symlink(join(root, 'c.csv'), join(root, 'c.csv'))
    expect(await problemOf(find('c.csv'))).toBe('load-file-unreadable')
  })
})

it('goes by the ending of a name unless it is told', async () => {
  await put('a.TSV.gz', 'b.ndjson.zst', 'c.pq', 'd.txt')
  const formats = async (format?: 'csv') => {
    const set = { patterns: [join(root, '*')], options: {}, root, ...(format && { format }) }
    return (await findFiles(set, { spool: new Spool() })).map((it) => it.format)
  }
  expect(await formats('csv')).toEqual(['csv', 'csv', 'csv', 'csv'])
  expect(await problemOf(formats())).toBe('load-file-format')
  await rm(join(root, 'd.txt'))
  expect(await formats()).toEqual(['tsv', 'jsonl', 'parquet'])
})

it('says what is not there', async () => {
  await put('in/a.csv')
  expect(await problemOf(find('in/b.csv'))).toBe('load-file-missing')
  expect(await problemOf(find('in/*.json'))).toBe('load-no-files')
  expect(await problemOf(find('no/*.json'))).toBe('load-no-files')
  expect(await problemOf(find('in'))).toBe('load-file-folder')
  expect(await problemOf(find('in/a.csv/b.csv'))).toBe('load-file-unreadable')
})

it('says which folder may not be looked into', async ({ skip }) => {
  skip(process.getuid?.() === 0, 'root may look into everything')
  await put('in/a.csv', 'in/secret/b.csv')
  await chmod(join(root, 'in/secret'), 0o000)
  expect(await problemOf(find('in/**/*.csv'))).toBe('load-file-unreadable')
  await chmod(join(root, 'in/secret'), 0o700)
})

it('walks no circle of folders twice, and finds hidden files by their dot', async () => {
  await put('in/a.csv', 'in/deep/b.csv', 'in/.c.csv', 'other/d.csv')
  await symlink(join(root, 'in'), join(root, 'in/deep/again'))
  await symlink(join(root, 'other'), join(root, 'in/linked'))
  await symlink(join(root, 'nowhere'), join(root, 'in/broken.csv'))
  expect(await find('in/**/*.csv')).toEqual(['in/a.csv', 'in/deep/b.csv', 'in/linked/d.csv'])
  expect(await find('in/.*.csv')).toEqual(['in/.c.csv'])
  expect(await find('{in,other}/{deep/b,d}.csv')).toEqual(['in/deep/b.csv', 'other/d.csv'])
})
