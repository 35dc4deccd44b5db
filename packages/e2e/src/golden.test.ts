import { describe, expect, it } from 'vitest'
import { listCases, playCase } from './golden.ts'

const only = process.env['CASE'] ?? ''

// A session may be dozens of commands: on a busy machine that takes long.
const TIMEOUT_MS = 600_000

describe.concurrent('a session prints what its transcript says', () => {
  it.each(listCases().filter((name) => name.includes(only)))(
    '%s',
    async (name) => {
      const compared = await playCase(name)
      if (process.env['UPDATE'] === '1') return
      for (const { file, expected, actual } of compared) expect(actual, file).toBe(expected)
    },
    TIMEOUT_MS,
  )
})
