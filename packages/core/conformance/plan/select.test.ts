import { renderText } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { selectNodes } from '../../src/4-plan/index.ts'
import { EarlierManifest } from '../../src/state/earlier-manifest.ts'
import type { PreviousState } from '../../src/state/previous-state.ts'
import type { JsonObject } from '../../src/types/index.ts'
import { parseLine } from './parse-line.ts'
import { readExpected, readJson, toManifest } from './read-manifest.ts'

const manifest = toManifest(readExpected('manifest.json'))
const state = readState()

// More lines, where fuzz.py has made some.
const more = process.env['BTN_SELECTIONS']
const recorded = { ...readExpected('selected.json'), ...(more !== undefined && readJson(more)) }

describe('what dbt ls selects', () => {
  for (const [line, expected] of Object.entries(recorded)) {
    it(line, () => {
      const { selection, usesState } = parseLine(line)
      const options = { command: 'list' as const, ...(usesState && { state }) }
      const found = selectNodes(manifest, selection, options)
      const errors = found.diagnostics.filter((it) => it.severity === 'error')
      expect(errors.map((it) => renderText(it))).toEqual([])
      expect(found.value).toEqual(expected)
    })
  }
})

function readState(): PreviousState {
  const results = readExpected('state_results.json')['results'] as readonly JsonObject[]
  const entry = (it: JsonObject): [string, string] => [
    String(it['unique_id']),
    String(it['status']),
  ]
  return {
    manifest: new EarlierManifest(readExpected('state_manifest.json'), true),
    statusById: new Map(results.map(entry)),
  }
}
