import { describe, expect, it } from 'vitest'
import { diagnostic } from './diagnostic.ts'
import { eventDataOf, factOf } from './family.ts'
import { span } from './source.ts'

const where = { span: span({ path: 'models/m.yml', text: 'models:' }, 0) }

describe('what readers of dbt’s logs find', () => {
  it.each([
    [
      diagnostic('yaml-duplicate-key', { key: 'models', file: 'm.yml', line: 6, column: 1 }, where),
      {
        duplicate_description: `Duplicate key 'models' in "<unicode string>", line 6, column 1`,
        file: 'm.yml',
      },
    ],
    [
      diagnostic('key-moved-to-config', { key: 'severity' }, where),
      { key: 'severity', file: 'models/m.yml' },
    ],
    [
      diagnostic('properties-without-macro', { name: 'cent', nearest: undefined }, where),
      { patch_name: 'cent' },
    ],
    [
      diagnostic('warn-error-options-renamed', { keys: ['include', 'exclude'] }, where),
      { found_include: true, found_exclude: true },
    ],
    [diagnostic('inline-query', { why: 'no end' }, where), { exc: 'no end' }],
  ])('data of %#', (item, data) => expect(eventDataOf(item)).toEqual(data))

  it.each(['seed-has-grown', 'seed-has-moved', 'seed-not-compared'] as const)(
    'data of %s',
    (code) => {
      const item = diagnostic(code, { package: 'shop', name: 'days', limit: '>1MiB' })
      expect(eventDataOf(item)).toEqual({ package_name: 'shop', name: 'days' })
    },
  )

  it.each([
    [
      diagnostic('names-with-spaces', { count: 2, showsAll: false }),
      'Spaces found in 2 resource name(s). Run again with `--debug` to see them all.',
    ],
    [
      diagnostic(
        'test-target-not-found',
        { test: 'unique_a', kind: 'node', name: 'a', nearest: undefined },
        where,
      ),
      "Test 'unique_a' depends on a node named 'a' which was not found",
    ],
    [
      diagnostic('profiles-file-missing', { name: 'shop', folders: ['.'] }),
      "Could not find profile named 'shop'",
    ],
  ])('words of %#', (item, fact) => expect(factOf(item)).toBe(fact))
})
