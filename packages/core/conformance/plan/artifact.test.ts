import { describe, expect, it } from 'vitest'
import { normalizeSelectors } from '../../src/4-plan/index.ts'
import { openReport } from '../../src/6-report/index.ts'
import { MemoryHost } from '../../src/memory-host.ts'
import type { Json, JsonObject } from '../../src/types/index.ts'
import { isObject } from '../../src/types/json.ts'
import { readExpected, toManifest } from './read-manifest.ts'

const expected = readExpected('manifest.json')
const written = writeManifest()

describe('manifest.json is what dbt writes of the same project', () => {
  for (const section of ['nodes', 'sources', 'macros', 'docs', 'groups'] as const) {
    for (const [id, node] of Object.entries(read(expected, section))) {
      it(id, () => {
        const own = read(written, section)[id]
        // As text: the order of the keys counts.
        expect(JSON.stringify(own, undefined, 1)).toBe(JSON.stringify(node, undefined, 1))
      })
    }
  }
  for (const section of ['disabled', 'group_map', 'selectors'] as const) {
    it(section, () => {
      expect(JSON.stringify(written[section])).toBe(JSON.stringify(expected[section]))
    })
  }
  for (const section of ['parent_map', 'child_map'] as const) {
    it(section, () => {
      expect(written[section]).toEqual(expected[section])
    })
  }
  it('has the sections of v12', () => {
    expect(Object.keys(written).join(' ')).toBe(
      'metadata nodes sources macros docs exposures metrics groups selectors disabled parent_map child_map ' +
        'group_map saved_queries semantic_models unit_tests functions',
    )
  })
})

function writeManifest(): JsonObject {
  const host = new MemoryHost()
  const manifest = toManifest(expected)
  const invocation = {
    id: '00000000-0000-0000-0000-000000000001',
    startedAt: new Date(0),
    dbtVersion: '1.12.6',
    btnVersion: '0.0.0',
    btnBuild: 'x',
    args: {},
    quoting: {},
  }
  const report = openReport(host, { targetFolder: '/project/target', invocation })
  report.writeManifest(manifest, normalizeSelectors(manifest.selectors))
  const value: Json = JSON.parse(host.readText('/project/target/manifest.json') ?? '')
  if (!isObject(value)) throw new Error('no object')
  return value
}

function read(json: JsonObject, key: string): JsonObject {
  const value = json[key]
  return isObject(value) ? value : {}
}
