import { diagnostic, span } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { MemoryHost } from '../memory-host.ts'
import type { ProjectFile } from '../1-load/index.ts'
import type { Json } from '../types/index.ts'
import { ParseMemo } from './memo.ts'

const file: ProjectFile = {
  file: 'models/a.sql',
  kind: 'model',
  packageName: 'shop',
  searchPath: 'models',
  path: 'a.sql',
  originalPath: 'models/a.sql',
  absolutePath: '/shop/models/a.sql',
  size: 10,
  modifiedMs: 1_000,
}

function memoOver(
  host: MemoryHost,
  options: { readonly fingerprint?: string; readonly isReadable?: boolean } = {},
): ParseMemo {
  return new ParseMemo(host, {
    path: '/shop/target/cache.json',
    version: '1',
    fingerprint: options.fingerprint ?? 'same',
    isReadable: options.isReadable ?? true,
    spanOf: ({ file: path, start, end }) => ({ source: { path, text: 'x: 1' }, start, end }),
  })
}

interface Attempt {
  readonly file?: ProjectFile
  readonly variable?: Json
  readonly fingerprint?: string
  readonly isReadable?: boolean
}

/** Runs once to fill the cache and once more; true when the second run had to work again. */
function worksAgain(
  second: Attempt,
  first: {
    readonly readsNow?: boolean
    readonly fails?: boolean
    readonly file?: ProjectFile
  } = {},
): boolean {
  const host = new MemoryHost({})
  const run = (attempt: Attempt) => {
    let hasWorked = false
    const memo = memoOver(host, attempt)
    memo.get(
      attempt.file ?? first.file ?? file,
      'code',
      () => attempt.variable ?? 1,
      (onRead) => {
        hasWorked = true
        onRead('var', 'x', attempt.variable ?? 1)
        if (first.readsNow) onRead('now', '', null)
        return {
          value: { name: 'a' },
          diagnostics: first.fails
            ? [{ code: 'ref-not-found', severity: 'error', message: '', params: {} }]
            : [],
        }
      },
    )
    memo.save()
    return hasWorked
  }
  run({})
  return run(second)
}

describe('ParseMemo', () => {
  it('keeps what nothing has changed', () => {
    expect(worksAgain({})).toBe(false)
  })

  const changes: readonly [string, Attempt][] = [
    ['the size', { file: { ...file, size: 11 } }],
    ['the time stamp', { file: { ...file, modifiedMs: 1_001 } }],
    ['a variable that was read', { variable: 2 }],
    ['what everything depends on', { fingerprint: 'other' }],
    ['the wish to parse all', { isReadable: false }],
  ]
  it.each(changes)('works again after a change of %s', (_name, second) => {
    expect(worksAgain(second)).toBe(true)
  })

  it('never keeps what depends on the time of the run', () => {
    expect(worksAgain({}, { readsNow: true })).toBe(true)
  })

  it('never keeps what came with an error, so that it is found again', () => {
    expect(worksAgain({}, { fails: true })).toBe(true)
  })

  it('gives the warnings of what it keeps again', () => {
    const host = new MemoryHost()
    const source = { path: 'models/a.yml', text: 'x: 1' }
    const warning = diagnostic(
      'yaml-duplicate-key',
      { key: 'x', file: 'm.yml', line: 2, column: 1 },
      { span: span(source, 0, 1) },
    )
    const outcomes = [1, 2].map(() => {
      const memo = memoOver(host)
      const made = memo.get(
        file,
        'code',
        () => null,
        () => ({ value: 'made', diagnostics: [warning] }),
      )
      memo.save()
      return made
    })
    expect(outcomes[1]).toEqual(outcomes[0])
    expect(outcomes[1]?.diagnostics).toEqual([warning])
  })

  it('does not trust a file that changed as the cache was written', () => {
    const now = new MemoryHost({}).now().getTime()
    expect(worksAgain({}, { file: { ...file, modifiedMs: now } })).toBe(true)
  })

  it('starts anew where the cache is damaged', () => {
    const host = new MemoryHost({ files: { '/shop/target/cache.json': '{"version": "1", ' } })
    const made = memoOver(host).get(
      file,
      'code',
      () => null,
      () => ({ value: 'made', diagnostics: [] }),
    )
    expect(made.value).toBe('made')
  })
})

describe('the basis of results', () => {
  const run = (
    host: MemoryHost,
    files: readonly ProjectFile[],
    reads = 1,
    kind = 'var',
  ): unknown => {
    const memo = memoOver(host)
    for (const item of files) {
      memo.get(
        item,
        'code',
        () => reads,
        (onRead) => {
          onRead(kind === 'now' ? 'now' : 'var', 'x', reads)
          return { value: {}, diagnostics: [] }
        },
      )
    }
    memo.save()
    return memo.basis()
  }
  const other = { ...file, file: 'models/b.sql' }

  it('stays while files and what they read do', () => {
    const host = new MemoryHost({})
    const first = run(host, [file, other])
    expect(first).toBeTypeOf('string')
    expect(run(host, [file, other])).toBe(first)
    const edited = { ...other, size: 11 }
    const afterEdit = run(host, [file, edited])
    expect(afterEdit).not.toBe(first)
    expect(run(host, [file, edited])).toBe(afterEdit)
    expect(run(host, [file, other], 2)).not.toBe(first)
    expect(run(host, [file])).not.toBe(first)
    expect(run(host, [file, other])).toBe(first)
  })

  it('is none where a file is read anew each time', () => {
    expect(run(new MemoryHost({}), [file], 1, 'now')).toBeUndefined()
  })

  it('is none for a file written just now, which may change again without a new time', () => {
    const host = new MemoryHost({})
    const young = { ...file, modifiedMs: host.now().getTime() }
    expect(run(host, [young])).toBeUndefined()
  })
})
