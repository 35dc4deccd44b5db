import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../types/index.ts'
import { findBreaks, findRemoval } from './contract.ts'

const column = (name: string, rest: JsonObject = {}): JsonObject => ({
  [name]: { name, data_type: 'int', constraints: [], ...rest },
})

function model(rest: JsonObject): JsonObject {
  return {
    resource_type: 'model',
    unique_id: 'model.shop.a',
    contract: { enforced: true, checksum: JSON.stringify(rest) },
    config: { enabled: true, materialized: 'table' },
    constraints: [],
    columns: column('id'),
    ...rest,
  }
}

const key = { type: 'primary_key', columns: ['id'], name: null }

describe('what breaks a contract', () => {
  const cases: readonly (readonly [string, JsonObject, JsonObject, readonly string[]])[] = [
    ['nothing', {}, {}, []],
    ['a new column does not', { columns: { ...column('id'), ...column('b') } }, {}, []],
    ['a lost column', { columns: {} }, {}, ['Columns were removed: \n    - id']],
    [
      'another type',
      { columns: column('id', { data_type: 'text' }) },
      {},
      ['Columns with data_type changes: \n    - id (int -> text)'],
    ],
    [
      'another size does not',
      { columns: column('id', { data_type: 'varchar(20)' }) },
      { columns: column('id', { data_type: 'VARCHAR(3)' }) },
      [],
    ],
    [
      'a column that may be null now',
      {},
      { columns: column('id', { constraints: [{ type: 'not_null', name: 'nn' }] }) },
      ["Enforced column level constraints were removed: \n    - 'nn' constraint on column id"],
    ],
    [
      'a key that is gone',
      {},
      { constraints: [key] },
      [
        "Enforced model level constraints were removed: \n    - 'primary_key' constraint on columns id",
      ],
    ],
    [
      'a view, which holds to nothing',
      { constraints: [key], config: { materialized: 'view' } },
      { constraints: [key] },
      ['Materialization changed with enforced constraints: \n    - table -> view'],
    ],
    [
      'the end of the contract',
      { contract: { enforced: false, checksum: null } },
      {},
      ['Contract enforcement was removed'],
    ],
  ]
  it.each(cases)('%s', (_, now, before, expected) => {
    expect(findBreaks(model(now), model(before))).toEqual(expected)
  })

  it('looks at enforced ones only', () => {
    const loose = { contract: { enforced: false, checksum: null } }
    expect(findBreaks(model({ columns: {} }), model(loose))).toEqual([])
  })
})

describe('a model that is gone', () => {
  const past = { deprecation_date: '2020-01-01T00:00:00+00:00' }
  it.each([
    [{}, "Contracted model 'model.shop.a' was deleted or renamed."],
    [{ config: { enabled: false } }, "Contracted model 'model.shop.a' was disabled."],
    [{ contract: { enforced: false } }, undefined],
    [past, undefined],
  ])('%j', (rest, expected) => expect(findRemoval(model(rest))).toBe(expected))
})
