import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listCases } from '../dbt-goldens/cases.mjs'
import { repository } from './workspace.ts'

// dbt-goldens/SURFACE.md says what holds each line of dbt's surface: all of that has to be there.

const e2e = join(repository, 'packages/e2e')
const page = readFileSync(join(e2e, 'dbt-goldens/SURFACE.md'), 'utf8')
const rows = page.split('\n').filter((line) => /^\| (?!line|---)/.test(line))

/** What the middle column of the rows names: cases, sessions and tests. */
function namesIn(kind: RegExp): readonly string[] {
  const cells = rows.map((row) => row.split('|')[2] ?? '')
  return cells.flatMap((cell) => [...cell.matchAll(kind)].map(([, name = '']) => name))
}

const cases = namesIn(/(?<!:)`([a-z-]+\/[a-z-]+)`/g)
const sessions = namesIn(/session:`([^`]+)`/g)
const tests = namesIn(/`([^`]+\.test\.ts)`/g)

it('every line is held by something', () => {
  expect(rows.length).toBeGreaterThan(60)
  expect(rows.filter((row) => !/`|all cases/.test(row.split('|')[2] ?? ''))).toEqual([])
})

it('every name is there', () => {
  const known = new Set(listCases())
  expect(cases.filter((name) => !known.has(name))).toEqual([])
  expect(sessions.filter((it) => !existsSync(join(e2e, 'fixtures', it, 'session.txt')))).toEqual([])
  expect(tests.filter((it) => !existsSync(join(repository, 'packages', it)))).toEqual([])
})

it('every case is named', () => {
  const named = new Set(cases)
  expect(listCases().filter((name) => !named.has(name))).toEqual([])
})
