import { span } from '@btn/diagnostics'
import { expect, test } from 'vitest'
import type { JsonObject } from '../types/index.ts'
import { checkConfig } from './check-config.ts'

const cases: readonly (readonly [string, JsonObject, readonly string[]])[] = [
  ["config(materialized='table')", { materialized: 'table' }, []],
  ['config(materialized=3)', { materialized: 3 }, []],
  ['config(materialized={})', { materialized: {} }, ['yaml-wrong-type materialized']],
  ["config(limit='5')", { limit: '5' }, []],
  ["config(limit='few')", { limit: 'few' }, ['yaml-wrong-type limit']],
  [
    "config(contract={'enforced': 'x'})",
    { contract: { enforced: 'x' } },
    ['yaml-wrong-type contract'],
  ],
  ["config(on_error='stop')", { on_error: 'stop' }, ['yaml-value-unknown on_error']],
  [
    "config(enabled='x', tags=['a', {}])",
    { enabled: 'x', tags: ['a', {}] },
    ['yaml-wrong-type enabled', 'yaml-wrong-type tags'],
  ],
  ["config({'severity': 'maybe'})", { severity: 'maybe' }, ["yaml-value-unknown 'severity'"]],
  ['config(pre_alias=1, alias = [])', { pre_alias: 1, alias: [] }, ['yaml-wrong-type alias']],
  ['config(**kwargs)', { alias: [] }, ['yaml-wrong-type config(**kwargs)']],
  ["config(mine=3, unique_key=['a'], meta={})", { mine: 3, unique_key: ['a'], meta: {} }, []],
]

test.each(cases)('%s', (text, settings, expected) => {
  const call = span({ path: 'm.sql', text }, 0, text.length)
  const found = checkConfig(settings, call).map(
    ({ code, span: at }) => `${code} ${text.slice(at?.start, at?.end)}`,
  )
  expect(found).toEqual(expected)
})
