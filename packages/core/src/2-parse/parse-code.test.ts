import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { foldedChecksum, resourceName } from './parse-code.ts'

describe('foldedChecksum', () => {
  const long = ` 😀\n${'select 1,\r\n\t 2 '.repeat(20_000)}${' '.repeat(70_000)}end${'x'.repeat(70_000)}\n`

  it.each([
    ['', ''],
    [' \n ', ''],
    ['\n select  1\t\n from a \n', 'select 1 from a'],
    [long, long.trim().replace(/\s+/g, ' ')],
  ])('counts a run of white space as one blank', (text, folded) => {
    expect(foldedChecksum(text)).toBe(createHash('sha256').update(folded).digest('hex'))
  })
})

describe('resourceName', () => {
  it.each([
    ['staging/orders.sql', 'orders'],
    ['orders.v2.sql', 'orders.v2'],
    ['ORDERS.SQL', 'ORDERS'],
    ['orders.sql.jinja2', 'orders'],
    ['orders.sql.j2', 'orders'],
    ['notes.jinja', 'notes'],
    ['.sql', '.sql'],
  ])('%s', (path, name) => {
    expect(resourceName({ path })).toBe(name)
  })
})
