import { expect, test } from 'vitest'
import { readIgnoreRules } from './ignore-rules.ts'

const cases: readonly (readonly [string, string, boolean])[] = [
  ['', 'models/a.sql', false],
  ['# models', 'models/a.sql', false],
  ['a.sql', 'models/a.sql', true],
  ['a.sql', 'models/b/a.sql', true],
  ['a.sql', 'models/a.sqlx', false],
  ['/a.sql', 'models/a.sql', false],
  ['models/a.sql', 'models/a.sql', true],
  ['models/a.sql', 'x/models/a.sql', false],
  ['*.sql', 'models/a.sql', true],
  ['models/*.sql', 'models/b/a.sql', false],
  ['models/**/*.sql', 'models/b/c/a.sql', true],
  ['models/**/*.sql', 'models/a.sql', true],
  ['staging', 'models/staging/a.sql', true],
  ['staging/', 'models/staging/a.sql', true],
  ['a.sql/', 'models/a.sql', false],
  ['**/old', 'models/old/a.sql', true],
  ['old/**', 'old/x/a.sql', true],
  ['*.sql\n!keep.sql', 'models/keep.sql', false],
  ['!keep.sql\n*.sql', 'models/keep.sql', true],
  ['a?.sql', 'models/a1.sql', true],
  ['a[0-4].sql', 'models/a7.sql', false],
  ['a[!0-4].sql', 'models/a7.sql', true],
  ['\\#a.sql', 'models/#a.sql', true],
  ['a.b+c.sql', 'models/a.b+c.sql', true],
]

test.each(cases)('%j ignores %s: %s', (text, path, expected) => {
  expect(readIgnoreRules(text)(path)).toBe(expected)
})
