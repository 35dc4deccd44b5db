import { hasErrors } from '@btn/diagnostics'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readYaml } from '../../src/yaml/index.ts'
import type { Json } from '../../src/types/index.ts'

type Golden = readonly [text: string, data: Json, error?: 'error']

function isGolden(value: unknown): value is Golden {
  return Array.isArray(value) && typeof value[0] === 'string' && value.length >= 2
}

const parsed: unknown = JSON.parse(readFileSync(new URL('goldens.json', import.meta.url), 'utf8'))
const goldens = Array.isArray(parsed) ? parsed.filter(isGolden) : []

describe('YAML is read as PyYAML reads it', () => {
  test('all goldens are here', () => {
    expect(goldens.length).toBeGreaterThan(400)
  })

  const cases = goldens.map(([text, data, error]) => ({ text, data, isWrong: error === 'error' }))

  test.each(cases)('$text', ({ text, data, isWrong }) => {
    const { value, diagnostics } = readYaml({ path: 'x.yml', text })
    expect(hasErrors(diagnostics)).toBe(isWrong)
    if (!isWrong) expect(value.value).toEqual(data)
  })
})
