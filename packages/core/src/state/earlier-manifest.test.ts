import { describe, expect, it } from 'vitest'
import { DBT_VERSION } from '../dbt-version.ts'
import { EarlierManifest } from './earlier-manifest.ts'

const code = "{{ config(tags=['a'], materialized=var('m')) }} select 1"

function manifestOf(version: string, node: object, comparesWritten = true): EarlierManifest {
  const json = { metadata: { dbt_version: version }, nodes: { 'model.shop.a': node } }
  return new EarlierManifest(JSON.parse(JSON.stringify(json)), comparesWritten)
}

describe('a manifest of an earlier dbt', () => {
  it('shows old nodes in the shape of today', () => {
    const old = { resource_type: 'model', raw_sql: 'select 1', compiled_sql: 'select 1' }
    expect(manifestOf('1.0.8', old).findNode('model.shop.a')).toEqual({
      resource_type: 'model',
      raw_code: 'select 1',
      compiled_code: 'select 1',
      access: 'protected',
    })
  })

  const node = {
    resource_type: 'model',
    access: 'public',
    raw_code: code,
    unrendered_config: { tags: ['a'], materialized: 'view', schema: 'x' },
  }
  const cases: readonly (readonly [string, string, boolean, object])[] = [
    [
      'reads config() again',
      '1.9.0',
      true,
      { tags: "['a']", materialized: "var('m')", schema: 'x' },
    ],
    ['of today, it does not', DBT_VERSION, true, node.unrendered_config],
    ['nor where rendered values are compared', '1.9.0', false, node.unrendered_config],
  ]
  it.each(cases)('%s', (_, version, comparesWritten, expected) => {
    const found = manifestOf(version, node, comparesWritten).findNode('model.shop.a')
    expect(found?.['unrendered_config']).toEqual(expected)
  })
})
