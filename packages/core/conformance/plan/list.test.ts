import { describe, expect, it } from 'vitest'
import { listNodes, selectNodes } from '../../src/4-plan/index.ts'
import { toStringList } from '../../src/types/json.ts'
import { readExpected, toManifest } from './read-manifest.ts'

const manifest = toManifest(readExpected('manifest.json'))
const everything = selectNodes(manifest, { select: [], exclude: [] }, { command: 'list' }).value
const expected = readExpected('listed.json')

describe('what dbt ls prints', () => {
  for (const output of ['selector', 'name', 'path', 'json'] as const) {
    it(`--output ${output}`, () => {
      expect(listNodes(manifest, everything, { output })).toEqual(expected[output])
    })
  }
  it('--output-keys', () => {
    const outputKeys = toStringList(expected['keys_asked'])
    const lines = listNodes(manifest, everything, { output: 'json', outputKeys })
    expect(lines).toEqual(expected['keys'])
  })
})
