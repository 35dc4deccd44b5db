import { renderText } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { selectNodes, type PreviousState, type Selection } from '../../src/4-plan/index.ts'
import type { IndirectSelection } from '../../src/4-plan/index.ts'
import type { JsonObject } from '../../src/types/index.ts'
import { readExpected, toManifest } from './read-manifest.ts'

const manifest = toManifest(readExpected('manifest.json'))
const state = readState()

describe('what dbt ls selects', () => {
  for (const [line, expected] of Object.entries(readExpected('selected.json'))) {
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

function parseLine(line: string): { selection: Selection; usesState: boolean } {
  const values = new Map<string, string[]>()
  let option = ''
  for (const [, quoted, plain] of line.matchAll(/"([^"]*)"|(\S+)/g)) {
    if (plain?.startsWith('--')) option = plain
    else values.set(option, [...(values.get(option) ?? []), quoted ?? plain ?? ''])
  }
  const one = (name: string): string | undefined => values.get(name)?.[0]
  const selector = one('--selector')
  const indirect = one('--indirect-selection') as IndirectSelection | undefined
  const selection = {
    select: values.get('--select') ?? [],
    exclude: values.get('--exclude') ?? [],
    resourceTypes: values.get('--resource-type') ?? [],
    excludeResourceTypes: values.get('--exclude-resource-type') ?? [],
    ...(selector !== undefined && { selector }),
    ...(indirect !== undefined && { indirectSelection: indirect }),
  }
  return { selection, usesState: values.has('--state') }
}

function readState(): PreviousState {
  const results = readExpected('state_results.json')['results'] as readonly JsonObject[]
  const entry = (it: JsonObject): [string, string] => [
    String(it['unique_id']),
    String(it['status']),
  ]
  return {
    manifest: readExpected('state_manifest.json'),
    statusById: new Map(results.map(entry)),
  }
}
