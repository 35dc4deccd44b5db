import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readExpected, toManifest } from '../../conformance/plan/read-manifest.ts'
import type { Made } from '../artifact/index.ts'
import { normalizeSelectors } from '../4-plan/index.ts'
import { MemoryHost } from '../memory-host.ts'
import type { Json, JsonObject, NodeId } from '../types/index.ts'
import { isObject } from '../types/json.ts'
import { openReport } from './index.ts'
import { finished, invocation, resultOf } from './test-support.ts'

const manifest = toManifest(readExpected('manifest.json'))

function validate(schema: string, value: Json): readonly string[] {
  const text = readFileSync(new URL(`./schemas/${schema}.schema.json`, import.meta.url), 'utf8')
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
  })
  const isValid = ajv.compile(JSON.parse(text))
  isValid(value)
  return (isValid.errors ?? []).map((it) => `${it.instancePath} ${it.message}`)
}

/** Both artifacts of a run in which every node was compiled. */
function writeAll(): Readonly<Record<string, JsonObject>> {
  const host = new MemoryHost()
  const report = openReport(host, { targetFolder: '/project/target', invocation })
  const made = new Map<NodeId, Made>()
  for (const node of manifest.nodes.values()) {
    report.addResult(resultOf(node.id), node)
    if (!('rawCode' in node)) continue
    const extraCtes = [{ id: 'model.rich.stg_orders', sql: ' x as (select 1)' }]
    made.set(node.id, {
      compiledCode: 'select 1',
      compiledPath: 'target/compiled/x.sql',
      extraCtes,
    })
  }
  report.finish(finished)
  report.writeManifest(manifest, normalizeSelectors(manifest.selectors), made)
  const read = (name: string): JsonObject => {
    const value: Json = JSON.parse(host.readText(`/project/target/${name}`) ?? '')
    if (!isObject(value)) throw new Error(`${name} is no object`)
    return value
  }
  return { manifest: read('manifest.json'), 'run-results': read('run_results.json') }
}

describe('the artifacts are what their schemas say', () => {
  for (const [name, artifact] of Object.entries(writeAll())) {
    it(name, () => {
      expect(validate(name, artifact)).toEqual([])
    })
  }

  it('a missing key, a key too many and a wrong type are found', () => {
    const { manifest: json = {} } = writeAll()
    const nodes = isObject(json['nodes']) ? json['nodes'] : {}
    const id = 'model.rich.fct_orders'
    const { alias: _, ...rest } = isObject(nodes[id]) ? nodes[id] : {}
    const broken = { ...json, nodes: { [id]: { ...rest, extra: 1, fqn: 'rich' } } }
    const found = validate('manifest', broken).join('\n')
    expect(found).toContain(`/nodes/${id} must have required property 'alias'`)
    expect(found).toContain(`/nodes/${id} must NOT have additional properties`)
    expect(found).toContain(`/nodes/${id}/fqn must be array`)
  })
})
