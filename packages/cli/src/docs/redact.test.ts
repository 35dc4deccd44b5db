import { homedir } from 'node:os'
import { expect, it } from 'vitest'
import { createRedact } from './redact.ts'

const redact = createRedact({
  scrub: (text) => text.replaceAll('hunter2', '*****'),
  root: '/work place/shop',
})

it.each([
  ['no files in "/work place/shop/data/*.csv"', 'no files in "./data/*.csv"'],
  ['/work place/shop', '.'],
  ['/work place/shop-2/x.sql', '/work place/shop-2/x.sql'],
  [`${homedir()}/.dbt/profiles.yml`, '~/.dbt/profiles.yml'],
  ["password 'hunter2'", "password '*****'"],
])('%s', (text, shown) => {
  expect(redact(text)).toBe(shown)
})
