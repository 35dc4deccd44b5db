import { parse } from '@btn/jinja'
import type { JsonObject } from '../types/index.ts'
import { describe, expect, it } from 'vitest'
import { readPlainConfig } from './plain-config.ts'

function read(text: string): JsonObject | undefined {
  return readPlainConfig(parse({ path: 'a.sql', text }).value)
}

describe('templates that dbt reads without rendering', () => {
  const plain: readonly (readonly [string, JsonObject])[] = [
    [
      "{{ config(a=True, b=['x', True], c={'x': {'y': 'z'}}) }}",
      { a: true, b: ['x', true], c: { x: { y: 'z' } } },
    ],
    ["{{ config(a='x',) }}", { a: 'x' }],
    [
      "{# note #}{{ config(a='x') }}{{ ref('p', 'q', v=2) }}{{ source('a', table_name='b') }}",
      { a: 'x' },
    ],
    ["{{ config(tags='a') }}{{ config(tags='b', c='d') }}", { tags: 'b', c: 'd' }],
    ["{{ config(a='{{ x }}') }}{{ 'text' }}{{ -1.5 }}", { a: '{{ x }}' }],
  ]
  it.each(plain)('%s', (text, settings) => expect(read(text)).toEqual(settings))
})

describe('templates that dbt renders', () => {
  const others = [
    '{{ config(a=true) }}',
    '{{ config(a=1) }}',
    '{{ config(a=none) }}',
    "{{ config({'a': 'b'}) }}",
    "{{ config(a='b' 'c') }}",
    "{{ config(a=var('x')) }}",
    "{{ config(pre_hook='x') }}",
    "{{ config(a='x') }}{{ var('y') }}",
    "{{ config(a='x') }}{% set y = 1 %}",
    "{{ config(a='x') }}{{ ref('a').schema }}",
    "{{ config(a='x') }}{{ ref('a') | upper }}",
    "{{ config(a='x') }}{{ ref('a', 'b', 'c') }}",
    "{{- config(a='x') }}",
    "{{ config(a='x') -}}",
  ]
  it.each(others)('%s', (text) => expect(read(text)).toBeUndefined())

  it('those that set nothing are plain, too', () => {
    expect(read("select 1 from {{ ref('a') }}")).toEqual({})
  })
})
