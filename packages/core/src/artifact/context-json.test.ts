import { describe, expect, it } from 'vitest'
import { projectOf } from '../4-plan/test-support.ts'
import { toGraphJson, toModelJson } from './context-json.ts'

const manifest = projectOf({
  'model.shop.orders': {
    config: { materialized: 'table', alias: null, docs: { show: true, node_color: null } },
  },
  'source.shop.app.events': {},
})
const [model, source] = [...manifest.nodes.values()]

describe('a node as templates see it', () => {
  it('in graph.nodes: the keys of the artifact and the config() call', () => {
    const json = model && toGraphJson({ ...model, configCall: { tags: 'x' } } as typeof model)
    const keys = Object.keys(json ?? {})
    expect(keys.slice(keys.indexOf('created_at'), keys.indexOf('raw_code'))).toEqual([
      'created_at',
      'config_call_dict',
      'unrendered_config_call_dict',
      'relation_name',
    ])
    expect(json).toMatchObject({ config_call_dict: { tags: 'x' }, patch_path: null })
  })

  it('in model: without what is null, at every depth', () => {
    const json = model && toModelJson(model)
    expect(json).not.toHaveProperty('patch_path')
    expect(json?.['config']).toEqual({
      enabled: true,
      materialized: 'table',
      docs: { show: true },
    })
  })

  it('a source has no config() call', () => {
    expect(source && toGraphJson(source)).not.toHaveProperty('config_call_dict')
  })
})
