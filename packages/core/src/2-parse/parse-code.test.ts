import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { foldedChecksum } from './parse-code.ts'

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
