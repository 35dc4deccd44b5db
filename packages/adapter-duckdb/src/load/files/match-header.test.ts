import type { DriftPolicy } from '@btn/adapter'
import { expect, it } from 'vitest'
import type { ScannableFile } from './inspection.ts'
import { matchHeader } from './match-header.ts'

function fileWith(header: readonly string[] | undefined, fields = 0): ScannableFile {
  const columns = header ?? Array.from({ length: fields }, (_, index) => `column_${index + 1}`)
  return {
    path: '/p/in/a.csv',
    shownPath: 'in/a.csv',
    name: 'a.csv',
    format: 'csv',
    bytes: 1,
    checksum: '',
    ...(header && { header }),
    readPath: '/p/in/a.csv',
    shape: {
      kind: 'records',
      columns,
      delimiter: ',',
      quote: '"',
      escape: '"',
      hasHeader: header !== undefined,
      skip: 0,
      endsWithLf: true,
      compression: 'none',
    },
    rows: 0,
    lines: { first: 2 },
    unreadable: { count: 0, byReason: {} },
    isTrimmed: true,
    longestRow: 0,
  }
}

const columns = [{ name: 'client_id' }, { name: 'referrer' }]
const rename = { clientId: 'client_id' }
const quiet: DriftPolicy = { missing: 'fill', extra: 'ignore' }

function match(header: readonly string[], drift: DriftPolicy = quiet) {
  const { diagnostics, ...rest } = matchHeader(fileWith(header), { columns, rename, drift })
  return { ...rest, codes: diagnostics.map(({ code }) => code) }
}

it('takes names as they are', () => {
  expect(match(['referrer', 'client_id'])).toEqual({
    targets: ['referrer', 'client_id'],
    added: [],
    drift: { missing: [], extra: [], renamed: {} },
    codes: [],
  })
})

it('renames, fills and leaves out', () => {
  expect(match(['clientId', 'x'])).toEqual({
    targets: ['client_id', undefined],
    added: [],
    drift: { missing: ['referrer'], extra: ['x'], renamed: { clientId: 'client_id' } },
    codes: [],
  })
})

it('does not mind case where nothing else fits', () => {
  const { targets, drift } = match(['CLIENT_ID', 'Referrer'])
  expect(targets).toEqual(['client_id', 'referrer'])
  expect(drift.renamed).toEqual({ CLIENT_ID: 'client_id', Referrer: 'referrer' })
})

it.each([
  ['fill', 'ignore', []],
  ['warn', 'warn', ['load-columns-empty', 'load-columns-ignored']],
  ['fail', 'fail', ['load-columns-missing', 'load-columns-extra']],
  ['fill', 'add', []],
] as const)('says what the policy says: %s, %s', (missing, extra, codes) => {
  const found = match(['client_id', 'x'], { missing, extra })
  expect(found.codes).toEqual(codes)
  expect(found.added).toEqual(extra === 'add' ? ['x'] : [])
  expect(found.targets).toEqual(['client_id', extra === 'add' ? 'x' : undefined])
})

it('refuses two columns for one', () => {
  expect(match(['clientId', 'client_id', 'referrer']).codes).toEqual(['load-column-ambiguous'])
  expect(match(['x', 'X', 'client_id', 'referrer']).codes).toEqual([])
  expect(match(['x', 'X', 'referrer'], { missing: 'fill', extra: 'add' }).codes).toEqual([
    'load-column-ambiguous',
  ])
})

it('takes a file that has none of the columns for another one', () => {
  expect(match(['x', 'y']).codes).toEqual(['load-columns-missing'])
  const request = { columns: [], rename, drift: { missing: 'fill', extra: 'add' } } as const
  expect(matchHeader(fileWith(['x', 'y']), request).diagnostics).toEqual([])
})

it('says which name of the file is nearly a column that it lacks', () => {
  const request = { columns, rename, drift: { missing: 'fill', extra: 'warn' } } as const
  const [warning] = matchHeader(fileWith(['client_id', 'refferer']), request).diagnostics
  expect(warning?.code).toBe('load-columns-ignored')
  expect(warning?.hint).toBe('Is "refferer" the column "referrer"? rename: {"refferer": referrer}')
})

it('takes a first line of values for a row, and shows it only where nobody is in it', () => {
  const file = fileWith(['17', 'Ann Moe'])
  const drift: DriftPolicy = { missing: 'fill', extra: 'warn' }
  const [problem, ...others] = matchHeader(file, { columns, rename, drift }).diagnostics
  expect(problem?.hint).toContain('options: {header: false}')
  expect(problem?.span?.source.text).toBe('17,Ann Moe')
  expect(others).toEqual([])
})

it.each([
  ['a name', ['Bo Vance', 'Ann Moe']],
  ['nearly a column', ['Bo Vance', 'referer']],
  ['a value twice, where columns are added', ['Ann Moe', 'Ann Moe']],
])('a first line of values that is somebody is in no message: %s', (_, header) => {
  const personal = columns.map((it) => ({ ...it, protect: { kind: 'redact' } as const }))
  const drift: DriftPolicy = { missing: 'fill', extra: 'add' }
  const told = matchHeader(fileWith(header), { columns: personal, rename, drift }).diagnostics
  expect(told.map(({ code }) => code)).toEqual(['load-columns-missing'])
  for (const value of header) expect(JSON.stringify(told)).not.toContain(value)
})

it('guesses the delimiter that a header of one column was written with', () => {
  const drift: DriftPolicy = { missing: 'fail', extra: 'ignore' }
  const [problem] = matchHeader(fileWith(['client_id;referrer']), {
    columns,
    rename,
    drift,
  }).diagnostics
  expect(problem?.hint).toContain('options: {delimiter: ";"}')
})

it('goes by place where there is no header', () => {
  const request = { columns, rename, drift: quiet }
  expect(matchHeader(fileWith(undefined, 3), request)).toMatchObject({
    targets: ['client_id', 'referrer', undefined],
    drift: { missing: [], extra: ['column_3'] },
  })
  expect(matchHeader(fileWith(undefined, 1), request).drift.missing).toEqual(['referrer'])
})
