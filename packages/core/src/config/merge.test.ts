import { describe, expect, it } from 'vitest'
import type { Config } from '../types/index.ts'
import { joinCalls, mergeConfig } from './merge.ts'

describe('mergeConfig', () => {
  const cases: readonly [string, Config, Config, Config][] = [
    [
      'the last word wins',
      { materialized: 'view' },
      { materialized: 'table' },
      { materialized: 'table' },
    ],
    ['tags add up', { tags: ['a'] }, { tags: 'b' }, { tags: ['a', 'b'] }],
    ['meta merges by key', { meta: { a: 1, b: 1 } }, { meta: { b: 2 } }, { meta: { a: 1, b: 2 } }],
    [
      'lists replace each other',
      { unique_key: ['a'] },
      { unique_key: ['b'] },
      { unique_key: ['b'] },
    ],
    [
      'hooks add up and become objects',
      { 'pre-hook': [{ sql: 'a', transaction: true, index: null }] },
      { pre_hook: ['b', '{"sql": "c", "transaction": false}'] },
      {
        'pre-hook': [
          { sql: 'a', transaction: true, index: null },
          { sql: 'b', transaction: true, index: null },
          { sql: 'c', transaction: false, index: null },
        ],
      },
    ],
    [
      'grants replace',
      { grants: { select: ['a'] } },
      { grants: { select: 'b' } },
      { grants: { select: ['b'] } },
    ],
    [
      'grants extend',
      { grants: { select: ['a'] } },
      { grants: { '+select': 'b' } },
      { grants: { select: ['a', 'b'] } },
    ],
    ['other keys are kept', {}, { owner: 'finance' }, { owner: 'finance' }],
  ]
  it.each(cases)('%s', (_name, weaker, stronger, expected) => {
    expect(mergeConfig(weaker, stronger)).toEqual(expected)
  })
})

it('several calls of config() keep what is to be added to weaker grants', () => {
  const one = { grants: { '+select': ['a'] } }
  expect(joinCalls(one, { grants: { '+select': 'b' } })).toEqual({
    grants: { '+select': ['a', 'b'] },
  })
  expect(joinCalls(one, { grants: { select: ['b'] } })).toEqual({ grants: { select: ['b'] } })
  const project = { grants: { select: ['p'] } }
  expect(mergeConfig(project, joinCalls({}, one))).toEqual({ grants: { select: ['p', 'a'] } })
})
