import { diagnostic, type Diagnostic } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { condenseDeprecations } from './condense.ts'

const place = { file: 'm.yml', line: 2, column: 1 }
const old = (key: string): Diagnostic => diagnostic('yaml-duplicate-key', { key, ...place })
const missing = diagnostic('ref-not-found', { name: 'orders' })

describe('condenseDeprecations', () => {
  it('tells the first of a kind and counts the others', () => {
    const told = condenseDeprecations([old('a'), missing, old('b'), old('c')])
    expect(told.map((item) => item.message)).toEqual([old('a').message, missing.message])
    expect(told[0]?.hint).toContain('2 more like it')
  })

  it('tells words that are misspelt in full, some of them, and where the others are', () => {
    const source = { path: 'm.yml', text: 'models:\n  descripton: x\n' }
    const misspelt = (key: string): Diagnostic =>
      diagnostic(
        'config-key-unknown',
        { key, nearest: '' },
        { span: { source, start: 10, end: 20 } },
      )
    const told = condenseDeprecations(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(misspelt))
    expect(told).toHaveLength(5)
    expect(told[0]).toEqual(misspelt('a'))
    expect(told[4]?.hint).toContain('2 more like it (m.yml:2:3, m.yml:2:3)')
  })

  it('leaves a single one and everything else as they are', () => {
    const items = [old('a'), missing, missing]
    expect(condenseDeprecations(items)).toEqual(items)
  })

  it('does not touch a deprecation that the user made an error', () => {
    const items: Diagnostic[] = [old('a'), old('b')].map((item) => ({ ...item, severity: 'error' }))
    expect(condenseDeprecations(items)).toEqual(items)
  })
})
