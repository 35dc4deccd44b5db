import { describe, expect, it } from 'vitest'
import { MemoryHost } from '../../../memory-host.ts'
import { projectOf } from '../../test-support.ts'
import { selectNodes } from '../select.ts'
import { readState } from '../../../state/previous-state.ts'

const result = (id: string, rest: object): object => ({ unique_id: id, ...rest })

function hostOf(files: Readonly<Record<string, unknown>>): MemoryHost {
  const texts = Object.entries(files).map(([path, value]) => [
    path,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return new MemoryHost({ files: Object.fromEntries(texts) })
}

const manifest = projectOf({
  'source.shop.app.a': {},
  'source.shop.app.b': {},
  'source.shop.app.c': {},
  'model.shop.x': { parents: ['source.shop.app.a'] },
  'model.shop.y': { parents: ['model.shop.x'] },
})

const folders = {
  folder: '/state',
  targetFolder: '/project/target',
  comparesWritten: true,
  seedLimitMib: 1,
}

function select(host: MemoryHost, term: string): string {
  const { value: state } = readState(host, folders)
  const found = selectNodes(manifest, { select: [term], exclude: [] }, { command: 'list', state })
  const faults = found.diagnostics.map((it) => it.code)
  return [...found.value.map((id) => id.split('.').at(-1)), ...faults].join(' ')
}

describe('what --state gives', () => {
  const host = hostOf({
    '/state/run_results.json': {
      results: [
        result('model.shop.x', { status: 'error' }),
        result('model.shop.y', { status: 'skipped' }),
      ],
    },
    '/state/sources.json': {
      results: [
        result('source.shop.app.a', { max_loaded_at: '2024-01-01T00:00:00Z' }),
        result('source.shop.app.b', { max_loaded_at: '2024-01-01T00:00:00Z' }),
        result('source.shop.app.c', { status: 'runtime error' }),
      ],
    },
    '/project/target/sources.json': {
      results: [
        result('source.shop.app.a', { max_loaded_at: '2024-01-02T00:00:00Z' }),
        result('source.shop.app.b', { max_loaded_at: '2024-01-01T00:00:00Z' }),
      ],
    },
  })
  const cases: readonly (readonly [string, string])[] = [
    ['result:error', 'x'],
    ['result:error+', 'x y'],
    ['result:skipped', 'y'],
    ['result:success', 'selector-matches-nothing nothing-selected'],
    ['source_status:fresher', 'a'],
    ['source_status:fresher+', 'x y a'],
    ['state:new', 'selector-needs-state'],
  ]
  it.each(cases)('%s', (term, expected) => {
    expect(select(host, term)).toBe(expected)
  })

  it('freshness needs both ends', () => {
    const before = hostOf({ '/state/sources.json': { results: [] } })
    expect(select(before, 'source_status:fresher')).toBe('selector-needs-state')
    expect(select(hostOf({}), 'source_status:fresher')).toBe('selector-needs-state')
  })
})

describe('a faulty artifact', () => {
  it.each([
    ['{"nodes": ', '/state/manifest.json cannot be read'],
    ['[]', '/state/manifest.json cannot be read: it is no JSON object'],
  ])('%s', (text, message) => {
    const { diagnostics } = readState(hostOf({ '/state/manifest.json': text }), folders)
    expect(diagnostics.map((it) => it.message)).toEqual([expect.stringContaining(message)])
  })
})
