import { describe, expect, it } from 'vitest'
import { noteOrigin } from '../artifact/index.ts'
import { projectOf } from '../4-plan/test-support.ts'
import { MemoryHost } from '../memory-host.ts'
import type { Column, Manifest, Model } from '../types/index.ts'
import { openReport } from './index.ts'
import { invocation } from './test-support.ts'

const path = '/p/target/manifest.json'
const place = { file: 'x', start: 0, end: 0 }
const column: Column = {
  name: 'id',
  description: 'The key → «é»',
  docBlocks: [],
  constraints: [],
  config: { meta: {}, tags: [] },
  meta: {},
  tags: [],
  place,
}

interface Version {
  readonly code: string
  readonly origin?: string
  readonly columns?: string
  readonly modifiedMs?: number
}

/** A project whose model counts how often its texts are asked for. */
function version({ code, origin = '1', columns = 'c', modifiedMs = 0 }: Version) {
  const manifest = projectOf({ 'model.shop.first': { code: '«first»' }, 'model.shop.orders': {} })
  const [first, orders] = [...manifest.nodes.values()] as Model[]
  const asked: string[] = []
  const node: Model = Object.defineProperties(
    { ...(orders as Model) },
    {
      rawCode: { enumerable: true, get: () => (asked.push('raw code'), code) },
      columns: { enumerable: true, get: () => (asked.push('columns'), new Map([['id', column]])) },
    },
  )
  noteOrigin(node, { rawCode: origin, columns, modifiedMs })
  const nodes: Manifest['nodes'] = new Map([first as Model, node].map((it) => [it.id, it]))
  return { manifest: { ...manifest, nodes }, asked }
}

function write(host: MemoryHost, { manifest, asked }: ReturnType<typeof version>, build = 'x') {
  const options = { targetFolder: '/p/target', invocation: { ...invocation, btnBuild: build } }
  openReport(host, options).writeManifest(manifest, {})
  const { nodes } = JSON.parse(host.readText(path) ?? '')
  const { raw_code: code, columns } = nodes['model.shop.orders']
  return { code, description: columns.id.description, asked: asked.join(' ') }
}

describe('the large texts of the last manifest', () => {
  it('are copied where they come from the same files', () => {
    const host = new MemoryHost()
    const first = write(host, version({ code: 'select «1»' }))
    expect(first.asked).toBe('columns raw code')
    for (const text of ['again', 'and again']) {
      const next = write(host, version({ code: text }))
      expect(next).toEqual({ code: 'select «1»', description: 'The key → «é»', asked: '' })
    }
  })

  const made = 'columns raw code'
  const cases: readonly (readonly [string, Partial<Version>])[] = [
    ['the file changed', { origin: '2' }],
    ['the columns changed', { columns: 'd' }],
    ['the file is as new as this run', { modifiedMs: invocation.startedAt.getTime() }],
  ]
  it.each(cases)('are made again when %s', (_, change) => {
    const host = new MemoryHost()
    write(host, version({ code: 'old' }))
    expect(write(host, version({ code: 'new', ...change }))).toMatchObject({
      code: 'new',
      asked: made,
    })
    expect(write(host, version({ code: 'newest', ...change, origin: '3' })).code).toBe('newest')
  })

  it('are made again by another build of btn', () => {
    const host = new MemoryHost()
    write(host, version({ code: 'old' }))
    expect(write(host, version({ code: 'new' }), 'y').code).toBe('new')
  })

  it.each([
    ['the manifest was replaced', path, '{"nodes": {}}'],
    ['the index is no JSON', '/p/target/btn_manifest.json', '{'],
    ['the index is no object', '/p/target/btn_manifest.json', '[]'],
  ])('are made again when %s', (_, file, text) => {
    const host = new MemoryHost()
    write(host, version({ code: 'old' }))
    host.writeText(file, text)
    expect(write(host, version({ code: 'new' })).code).toBe('new')
  })

  it('are not used where there are secrets', () => {
    const host = new MemoryHost({ environment: { DBT_ENV_SECRET_X: 'hush' } })
    write(host, version({ code: 'old' }))
    expect(write(host, version({ code: 'new' })).code).toBe('new')
  })
})
