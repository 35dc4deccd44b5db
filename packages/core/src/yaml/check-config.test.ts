import { span } from '@btn/diagnostics'
import { expect, test } from 'vitest'
import type { JsonObject } from '../types/index.ts'
import { checkConfig } from './check-config.ts'

const cases: readonly (readonly [string, JsonObject, readonly string[]])[] = [
  ["config(materialized='table')", { materialized: 'table' }, []],
  ['config(materialized=3)', { materialized: 3 }, ['yaml-wrong-type materialized']],
  [
    "config(enabled='x', tags=['a', 1])",
    { enabled: 'x', tags: ['a', 1] },
    ['yaml-wrong-type enabled', 'yaml-wrong-type tags'],
  ],
  ["config({'severity': 'maybe'})", { severity: 'maybe' }, ["yaml-value-unknown 'severity'"]],
  ['config(pre_alias=1, alias = 2)', { pre_alias: 1, alias: 2 }, ['yaml-wrong-type alias']],
  ['config(**kwargs)', { alias: 2 }, ['yaml-wrong-type config(**kwargs)']],
  ["config(mine=3, unique_key=['a'], meta={})", { mine: 3, unique_key: ['a'], meta: {} }, []],
]

test.each(cases)('%s', (text, settings, expected) => {
  const call = span({ path: 'm.sql', text }, 0, text.length)
  const found = checkConfig(settings, call).map(
    ({ code, span: at }) => `${code} ${text.slice(at?.start, at?.end)}`,
  )
  expect(found).toEqual(expected)
})
