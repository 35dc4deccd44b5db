import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue, type Entry } from '@btn/diagnostics'
import { expect, it } from 'vitest'
import { diagnosticsPage, type CodeInfo } from './diagnostics-page.ts'
import { fixtures, listCases } from './golden.ts'
import { repository } from './workspace.ts'

/** What no project can cause by itself, and why. */
const withoutFixture: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'package-archive-layout',
      'package-archive-unsafe',
      'package-changed',
      'package-not-found',
      'package-redirected',
      'package-unreachable',
      'package-version-missing',
    ].map((code) => [code, 'it takes a hub of packages: deps.test.ts has one'] as const),
  ),
  'load-file-changed':
    'a file must change in the middle of a load: unchanged.test.ts of adapter-duckdb does it',
  'audit-not-written': 'it takes a disk that is full: core/src/audit/audit-log.test.ts has it',
  'seed-missing': 'the file must go away between the reading of the project and its loading',
}

const codes: readonly CodeInfo[] = Object.entries<Pick<Entry<object>, 'severity' | 'dbt'>>(
  catalogue,
)
  .map(([code, { severity, dbt }]) => ({ code, severity, dbt: dbt && `${dbt.name} (${dbt.code})` }))
  .sort((a, b) => (a.code < b.code ? -1 : 1))

const cases = listCases().filter((name) => name.startsWith('diagnostics/'))

it('every code has a fixture, and every fixture a code', () => {
  const wanted = codes.map(({ code }) => code).filter((code) => !(code in withoutFixture))
  expect(cases.map((name) => name.slice('diagnostics/'.length)).sort()).toEqual(wanted)
})

it.each(cases)('%s causes what it is called', (name) => {
  const session = readFileSync(join(fixtures, name, 'session.txt'), 'utf8')
  const code = name.slice('diagnostics/'.length)
  expect(session).toMatch(new RegExp(`^(error|warning)\\[${code}\\]: `, 'm'))
})

it('the page of all codes is that of the fixtures', () => {
  const path = join(repository, 'docs/diagnostics.md')
  const page = diagnosticsPage(codes, (code) => code in withoutFixture)
  if (process.env['UPDATE'] === '1') writeFileSync(path, page)
  expect(readFileSync(path, 'utf8')).toBe(page)
})
