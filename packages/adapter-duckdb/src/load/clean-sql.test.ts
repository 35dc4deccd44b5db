import type { Cleaner } from '@btn/adapter'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cleanSql } from './clean-sql.ts'
import { LoadBench } from './test-kit.ts'

const bench = new LoadBench()
beforeAll(() => bench.open())
afterAll(() => bench.remove())

/** What a cleaner makes of each text. */
async function clean(cleaner: Cleaner, texts: readonly string[]): Promise<readonly unknown[]> {
  const sql = cleanSql('x', cleaner, { fill: (text) => text, year: 2025 })
  const values = texts.map((text, at) => `(${at}, '${text.replaceAll("'", "''")}')`).join(', ')
  const rows = await bench.rows(
    `select (${sql})::varchar from (values ${values}, (99, null)) t(nr, x) order by nr`,
  )
  return rows.map(([value]) => value)
}

test('title: every word, also behind an apostrophe or a hyphen', async () => {
  const texts = ["SEAN O'BRIEN", 'anne-marie  von berg', "don't", 'élodie', '']
  expect(await clean({ kind: 'case', to: 'title' }, texts)).toEqual([
    ...["Sean O'Brien", 'Anne-Marie  Von Berg', "Don't", 'Élodie', ''],
    null,
  ])
})

test('map: any case; what is in no list is NULL or stays', async () => {
  const map = { kind: 'map', values: { US: ['usa', 'United States'], GB: ['uk'] } } as const
  const texts = ['USA', 'united states', 'Uk', 'FR']
  expect(await clean({ ...map, otherwise: 'null' }, texts)).toEqual(['US', 'US', 'GB', null, null])
  expect(await clean({ ...map, otherwise: 'keep' }, texts)).toEqual(['US', 'US', 'GB', 'FR', null])
})

test('nearest: a near miss of exactly one value is repaired', async () => {
  const cleaner = {
    kind: 'nearest',
    values: ['active', 'inactive', 'paid', 'said'],
    atLeast: 0.75,
  } as const
  expect(await clean(cleaner, ['ACTIVE', 'actve', 'inactiv', 'xaid', 'other'])).toEqual([
    ...['active', 'active', 'inactive', 'xaid', 'other'],
    null,
  ])
})

test('nearest: a similarity that is exactly the limit counts', async () => {
  const cleaner = { kind: 'nearest', values: ['abcde'], atLeast: 0.8 } as const
  expect(await clean(cleaner, ['abcdx', 'abcxx'])).toEqual(['abcde', 'abcxx', null])
})

test('extract: the first match, or NULL', async () => {
  const cleaner = { kind: 'extract', pattern: 'c[0-9]{5}' } as const
  expect(await clean(cleaner, ['unknown_c00012-c00013', 'c1'])).toEqual(['c00012', null, null])
})

test('instant: in UTC, whatever the form and the offset; the years are limits', async () => {
  const cleaner: Cleaner = {
    kind: 'instant',
    forms: ['iso', 'epoch', 'yyyymmdd'],
    years: [
      { kind: 'year', year: 1900 },
      { kind: 'after', years: 1 },
    ],
  }
  const expected: Readonly<Record<string, string | null>> = {
    '2025-07-28 03:00:00': '2025-07-28 03:00:00',
    '2025-07-28T03:00:00Z': '2025-07-28 03:00:00',
    '2025-07-28T03:00:00+05:30': '2025-07-27 21:30:00',
    '2025-07-28T03:00:00.25-0800': '2025-07-28 11:00:00.25',
    '2025-07-28': '2025-07-28 00:00:00',
    '20250728': '2025-07-28 00:00:00',
    '20251328': null,
    '1753671600': '2025-07-28 03:00:00',
    '1753671600123': '2025-07-28 03:00:00.123',
    '2027-01-01': null,
    '1899-12-31': null,
    '2026-12-31': '2026-12-31 00:00:00',
    yesterday: null,
  }
  expect(
    await clean(
      cleaner,
      Object.keys(expected).filter((it) => !/^\d+$/.test(it)),
    ),
  ).toEqual([
    ...Object.entries(expected).flatMap(([text, value]) => (/^\d+$/.test(text) ? [] : [value])),
    null,
  ])
  const digits = ['20250728', '20251328', '1753671600', '1753671600123']
  expect(await clean(cleaner, digits)).toEqual([...digits.map((it) => expected[it]), null])
})

test('a timestamp with an offset is one in UTC without any cleaner', async () => {
  bench.write('t.csv', 'at\n2025-07-28T03:00:00+02:00\n2025-07-28T03:00:00Z\n')
  await bench.load({ table: 't', from: ['t.csv'], columns: { at: 'timestamp' } })
  expect(await bench.rows('from raw.t')).toEqual([['2025-07-28T01:00:00'], ['2025-07-28T03:00:00']])
})
