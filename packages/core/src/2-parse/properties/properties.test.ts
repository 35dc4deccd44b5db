import { fromJs, scopeOf } from '@btn/jinja'
import { describe, expect, test } from 'vitest'
import type { Place } from '../../types/index.ts'
import { readProperties, type PropertiesFile } from './index.ts'

const scope = scopeOf(new Map([['which', fromJs({ schema: 'raw', on: true, days: 3 })]]))

function read(text: string, requiresArguments = true): PropertiesFile {
  const { value, diagnostics } = readProperties(
    { path: 'm.yml', text },
    { scope, requiresArguments },
  )
  expect(diagnostics.filter((item) => item.severity === 'error')).toEqual([])
  return value
}

function codes(text: string, requiresArguments = true): readonly string[] {
  const options = { scope, requiresArguments }
  return readProperties({ path: 'm.yml', text }, options).diagnostics.map((item) => item.code)
}

describe('a model', () => {
  const text = `
version: 2
models:
  - name: orders
    description: "{{ doc('orders') }}"
    meta: {owner: me}
    access: public
    config:
      materialized: table
      schema: "{{ which.schema }}"
      enabled: "{{ which.on }}"
      pre_hook: "grant {{ this }}"
      tags: [a]
    constraints:
      - type: check
        expression: id > 0
    columns:
      - name: id
        description: The {{ key }}
        data_type: integer
        quote: true
        tags: [x]
        config: {meta: {a: 1}, tags: [y]}
        meta: {a: 2, b: 3}
        granularity: day
        data_tests: [unique, dbt_utils.not_blank]
    data_tests:
      - unique:
          arguments: {column_name: id}
`
  const [model] = read(text).models
  const shown = (place: Place | undefined): string => text.slice(place?.start, place?.end)

  test('gives its settings, rendered and as written', () => {
    expect(model?.config.rendered).toEqual({
      materialized: 'table',
      schema: 'raw',
      enabled: true,
      pre_hook: 'grant {{ this }}',
      tags: ['a'],
      meta: { owner: 'me' },
      access: 'public',
    })
    expect(model?.config.unrendered).toMatchObject({ schema: '{{ which.schema }}' })
    expect(shown(model?.config.places['schema'])).toBe('"{{ which.schema }}"')
    expect(shown(model?.config.places['access'])).toBe('public')
  })

  test('keeps descriptions for later', () => {
    expect(model?.description?.text).toBe("{{ doc('orders') }}")
    expect(model?.columns[0]?.description?.text).toBe('The {{ key }}')
    expect(shown(model?.columns[0]?.description?.place)).toBe('The {{ key }}')
  })

  test('gives its columns', () => {
    expect(model?.columns).toMatchObject([
      {
        name: 'id',
        dataType: 'integer',
        quote: true,
        config: { rendered: { meta: { a: 1, b: 3 }, tags: ['x', 'y'] } },
        extra: { granularity: 'day' },
        tests: [{ name: 'unique' }, { name: 'not_blank', namespace: 'dbt_utils' }],
      },
    ])
    expect(shown(model?.columns[0]?.namePlace)).toBe('id')
    expect(shown(model?.columns[0]?.tests[1]?.namePlace)).toBe('dbt_utils.not_blank')
  })

  test('gives its tests and constraints', () => {
    expect(model?.tests).toMatchObject([{ name: 'unique', args: { column_name: 'id' } }])
    expect(model?.constraints).toEqual([
      { type: 'check', expression: 'id > 0', warnUnenforced: true, warnUnsupported: true },
    ])
  })
})

describe('a test', () => {
  const test1 = (entry: string, requiresArguments = true) =>
    read(`models:\n  - name: m\n    data_tests:\n      - ${entry}\n`, requiresArguments).models[0]
      ?.tests[0]

  const cases: readonly (readonly [string, object])[] = [
    ['unique', { name: 'unique', args: {} }],
    ['pkg.unique', { name: 'unique', namespace: 'pkg' }],
    ['unique:', { name: 'unique', args: {} }],
    [
      'unique: {name: mine, description: why}',
      { customName: 'mine', description: { text: 'why' } },
    ],
    ['{test_name: unique, name: mine}', { name: 'unique', customName: 'mine' }],
    [
      'accepted_values: {arguments: {values: [1.0, a]}}',
      { args: { values: [{ $float: '1.0' }, 'a'] } },
    ],
    ['relationships: {to: ref("a"), field: id}', { args: { to: 'ref("a")', field: 'id' } }],
    ['a: {x: 1, arguments: {y: 2}}', { args: { x: 1, y: 2 } }],
    ['a: {x: "{{ var(1) }}"}', { args: { x: '{{ var(1) }}' } }],
    [
      'a: {config: {where: "d > {{ which.days }}", limit: 5}}',
      { config: { rendered: { where: 'd > 3', limit: 5 } } },
    ],
    ['a: {severity: warn}', { args: {}, config: { rendered: { severity: 'warn' } } }],
    ['a: {config: {enabled: "{{ which.on }}"}}', { config: { rendered: { enabled: true } } }],
    [
      'a: {config: {enabled: "{{ which.on }}"}}',
      { config: { unrendered: { enabled: '{{ which.on }}' } } },
    ],
  ]
  test.each(cases)('%s', (entry, expected) => {
    expect(test1(entry)).toMatchObject(expected)
  })

  test('may have an argument called "arguments" where the flag is off', () => {
    expect(test1('a: {arguments: {y: 2}}', false)?.args).toEqual({ arguments: { y: 2 } })
  })

  const mistakes: readonly (readonly [string, readonly string[]])[] = [
    ['accepted_values: {values: [a]}', ['test-arguments-flat']],
    ['accepted_values: {arguments: {values: [a]}, quote: true}', []],
    ['a: {severity: warn}', ['key-moved-to-config']],
    [
      'a: {severity: warn, config: {severity: error}}',
      ['key-moved-to-config', 'test-config-twice'],
    ],
    ['a: {config: {severty: warn}}', ['config-key-unknown']],
    ['a: {model: x}', ['test-malformed']],
    ['a: x', ['test-malformed']],
    ['a: {config: x}', ['test-malformed']],
    ['{}', ['test-malformed']],
    ['{a: , b: }', ['test-malformed']],
    ['{test_name: [a]}', ['test-malformed']],
    ['1', ['yaml-wrong-type', 'test-malformed']],
    ['"1a"', ['test-malformed']],
  ]
  test.each(mistakes)('%s: %j', (entry, expected) => {
    expect(codes(`models:\n  - name: m\n    tests:\n      - ${entry}\n`)).toEqual(expected)
  })
})

test('versions of a model', () => {
  const [model] = read(`
models:
  - name: m
    latest_version: 2
    columns: [{name: a}, {name: b}]
    versions:
      - v: 1
        defined_in: m_old
        columns: [{include: all, exclude: [b]}, {name: c}]
      - v: 2.0
        tests: []
`).models
  expect(model).toMatchObject({
    latestVersion: 2,
    versions: [
      {
        v: 1,
        definedIn: 'm_old',
        columnSelection: { include: 'all', exclude: ['b'] },
        columns: [{ name: 'c' }],
        tests: undefined,
      },
      { v: '2.0', columnSelection: undefined, tests: [] },
    ],
  })
})

test('sources', () => {
  const [source] = read(`
sources:
  - name: app
    schema: "{{ which.schema }}"
    database: db
    meta: {a: 1}
    tags: [x]
    loader: tool
    quoting: {identifier: true}
    loaded_at_field: at
    freshness: {warn_after: {count: 1, period: day}}
    config:
      meta: {external_location: "read_csv('{name}.csv')"}
      freshness: {error_after: {count: 2, period: hour}}
    tables:
      - name: orders
        identifier: raw_orders
        description: "{{ doc('x') }}"
        freshness:
        external: {location: s3}
        columns: [{name: id, data_tests: [unique]}]
        data_tests: [a]
`).sources
  expect(source).toMatchObject({
    name: 'app',
    schema: 'raw',
    database: 'db',
    loader: 'tool',
    quoting: { identifier: true },
    loadedAtField: 'at',
    freshness: { warn_after: { count: 1, period: 'day' } },
    config: {
      rendered: {
        meta: { a: 1, external_location: "read_csv('{name}.csv')" },
        tags: ['x'],
        freshness: { error_after: { count: 2, period: 'hour' } },
      },
    },
    tables: [
      {
        name: 'orders',
        identifier: 'raw_orders',
        description: { text: "{{ doc('x') }}" },
        freshness: null,
        external: { location: 's3' },
        columns: [{ name: 'id', tests: [{ name: 'unique' }] }],
        tests: [{ name: 'a' }],
      },
    ],
  })
})

test('everything else', () => {
  const file = read(`
seeds: [{name: s, config: {column_types: {a: int}}}]
snapshots: [{name: n, relation: ref('a')}]
analyses: [{name: x, columns: [{name: a}]}]
macros:
  - name: cents
    description: text
    docs: {show: false}
    arguments: [{name: a, type: int, description: "{{ b }}"}]
data_tests: [{name: t, description: d, config: {severity: warn}}]
groups: [{name: g, owner: {email: a@b.c}}]
exposures: [{name: e, type: dashboard, owner: {name: me}}]
unit_tests: [{name: u, model: m, given: [], expect: {rows: []}}]
`)
  expect(file).toMatchObject({
    seeds: [{ name: 's', config: { rendered: { column_types: { a: 'int' } } } }],
    snapshots: [{ name: 'n', relation: { text: "ref('a')" } }],
    analyses: [{ name: 'x', columns: [{ name: 'a' }] }],
    macros: [
      {
        name: 'cents',
        config: { rendered: { docs: { show: false } } },
        arguments: [{ name: 'a', type: 'int', description: { text: '{{ b }}' } }],
      },
    ],
    dataTests: [{ name: 't', config: { rendered: { severity: 'warn' } } }],
    groups: [{ name: 'g', owner: { email: 'a@b.c' } }],
    described: [{ key: 'exposures', name: 'e', entry: { type: 'dashboard' } }],
    unitTests: [{ name: 'u', model: 'm', given: [], expect: { rows: [], format: 'dict' } }],
  })
})

test('what a cache stores is what was read', () => {
  const file = read('models:\n  - name: m\n    columns: [{name: a, tests: [{b: {c: 1.0}}]}]\n')
  expect(JSON.parse(JSON.stringify(file))).toEqual(file)
})

test('one broken entry leaves the others', () => {
  const text = 'models:\n  - name: a\n    columns: x\n  - nme: b\n  - name: c\nseeds: x\n'
  const { value } = readProperties({ path: 'm.yml', text }, { scope, requiresArguments: true })
  expect(value.models.map((model) => model.name)).toEqual(['a', 'c'])
})

test.each([
  ['', []],
  ['# nothing', []],
  ['- a', ['yaml-wrong-type']],
  ['text', ['yaml-wrong-type']],
  ['models: [', ['yaml-syntax']],
  ['models:\n\t- name: a\n', ['yaml-syntax']],
])('%j: %j', (text, expected) => {
  expect([...new Set(codes(text))]).toEqual(expected)
})
