import { describe, expect, it } from 'vitest'
import { skipBlank } from './skip-blank.ts'

describe('skipBlank', () => {
  const cases: readonly [string, string][] = [
    ['', ''],
    ['select 1', 'select 1'],
    [' \n\t select 1', 'select 1'],
    ['-- a\n--b\nselect 1', 'select 1'],
    ['/* a */ /* b\n */select 1', 'select 1'],
    ['/* a -- */ -- /* \nselect 1', 'select 1'],
    ['-- nothing else', ''],
    ['/* never closed', '/* never closed'],
    ['- 1', '- 1'],
  ]
  it.each(cases)('%j leaves %j', (text, rest) => {
    expect(text.slice(skipBlank(text, 0))).toBe(rest)
  })

  it('ends on texts that regular expressions choke on', () => {
    const text = `${'/* a */ \n  '.repeat(20_000)}x`
    expect(skipBlank(text, 0)).toBe(text.length - 1)
  })
})
