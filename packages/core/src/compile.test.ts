import { createDialect } from '@btn/adapter'
import { hasErrors } from '@btn/diagnostics'
import { describe, expect, it } from 'vitest'
import { toNodeJson } from './artifact/index.ts'
import { compileProject, loadProject } from './compile.ts'
import { MemoryHost } from './memory-host.ts'

const files: Readonly<Record<string, string>> = {
  'project.yml': `name: shop
vars: {currency: eur}
models:
  shop:
    staging: {+materialized: view}
    +materialized: table
`,
  'models/staging/stg_orders.sql': `select id, {{ money('amount') }} as amount from {{ ref('raw_orders') }}`,
  'models/orders.sql': `{{ config(tags=[var('currency')], alias=env_var('ALIAS', 'orders')) }}
select * from {{ ref('stg_orders') }}`,
  'models/schema.yml': `models:
  - name: orders
    description: "{{ doc('orders') }}"
    columns:
      - name: id
        data_tests: [unique, positive]
`,
  'models/docs.md': '{% docs orders %}One row per order.{% enddocs %}',
  'macros/money.sql': `{% macro money(column) %}{{ scale(column) }}{% endmacro %}`,
  'macros/scale.sql': `{% macro scale(column) %}{{ column }} / 100{% endmacro %}`,
  'macros/tests.sql': `{% test positive(model, column_name) %}select * from {{ model }} where {{ column_name }} <= 0{% endtest %}`,
  'seeds/raw_orders.csv': 'id,amount\n1,100\n',
}

const adapter = {
  type: 'duckdb',
  dialect: createDialect({ macroPrefixes: ['duckdb'] }),
}

interface Change {
  readonly files?: Readonly<Record<string, string | null>>
  readonly vars?: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
}

function understand(host: MemoryHost, change: Change, isCached: boolean) {
  const loaded = loadProject(host, {
    workingDirectory: '/shop',
    flags: { partial_parse: isCached },
    vars: change.vars ?? {},
    findAdapter: () => ({
      checkCredentials: () => ({
        credentials: { type: 'duckdb', schema: 'main', database: 'shop', threads: 1 },
        diagnostics: [],
      }),
    }),
  })
  if (!loaded.value) throw new Error(loaded.diagnostics.map((item) => item.message).join('\n'))
  return compileProject(loaded.value, {
    host,
    adapter,
    version: 'test',
    id: 'id',
    startedAt: new Date(0),
    which: 'parse',
    args: {},
  })
}

/** Everything that the project turned out to be. */
function compiled(host: MemoryHost, change: Change, isCached: boolean) {
  const result = understand(host, change, isCached)
  const { manifest } = result.value.linked
  return {
    diagnostics: result.diagnostics.map(({ code, message }) => ({ code, message })),
    nodes: [...manifest.nodes.values()].map((node) => toNodeJson(node)),
    macros: [...manifest.macros.values()].filter((macro) => macro.packageName === 'shop'),
    parents: manifest.parents,
    isSound: !hasErrors(result.diagnostics),
  }
}

/** Its files are older than its clock, as those of a person who starts btn; it notes what is read. */
class TestHost extends MemoryHost {
  readonly reads: string[] = []

  override now(): Date {
    return new Date(super.now().getTime() + 60_000)
  }

  override readBytes(path: string): Uint8Array | undefined {
    this.reads.push(path)
    return super.readBytes(path)
  }
}

function startHost(change: Change): TestHost {
  return new TestHost({
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [`/shop/${path}`, text])),
    environment: change.environment ?? {},
  })
}

function apply(host: TestHost, change: Change): void {
  for (const [path, text] of Object.entries(change.files ?? {})) {
    if (text === null) host.remove(`/shop/${path}`)
    else host.writeText(`/shop/${path}`, text)
  }
}

describe('the parse cache', () => {
  it('is written, and believed where nothing changed', () => {
    const host = startHost({})
    const fresh = compiled(host, {}, true)
    expect(fresh.isSound).toBe(true)
    host.reads.length = 0
    understand(host, {}, true)
    expect(host.reads.filter((path) => path.endsWith('.sql'))).toEqual([])
    expect(compiled(host, {}, true)).toEqual(fresh)
  })

  const changes: readonly [string, Change][] = [
    ['a model', { files: { 'models/orders.sql': `select 1 as id from {{ ref('raw_orders') }}` } }],
    ['a new model', { files: { 'models/new.sql': `select * from {{ ref('orders') }}` } }],
    ['a model that is gone', { files: { 'models/orders.sql': null } }],
    [
      'a macro behind a macro',
      {
        files: {
          'macros/scale.sql': `{% macro scale(column) %}{{ ref('extra') }}{% endmacro %}`,
          'models/extra.sql': 'select 1',
        },
      },
    ],
    ['a macro that is gone', { files: { 'macros/scale.sql': null } }],
    [
      'a macro that overrides a built-in one',
      {
        files: {
          'macros/names.sql': `{% macro generate_alias_name(custom_alias_name=none, node=none) %}x_{{ node.name }}{% endmacro %}`,
        },
      },
    ],
    [
      'a test that overrides a built-in one',
      {
        files: {
          'macros/unique.sql': `{% test unique(model, column_name) %}{{ config(severity='warn') }}select 1 from {{ ref('raw_orders') }}{% endtest %}`,
        },
      },
    ],
    [
      'the definition of a test',
      {
        files: {
          'macros/tests.sql': `{% test positive(model, column_name) %}{{ config(tags=['sign']) }}select 1{% endtest %}`,
        },
      },
    ],
    ['a description', { files: { 'models/docs.md': '{% docs orders %}Changed.{% enddocs %}' } }],
    [
      'properties',
      {
        files: {
          'models/schema.yml':
            'models:\n  - name: stg_orders\n    columns: [{name: id, data_tests: [not_null]}]\n',
        },
      },
    ],
    [
      'settings of a folder',
      { files: { 'project.yml': `${files['project.yml']}    +tags: [all]\n` } },
    ],
    [
      'a variable of the project',
      { files: { 'project.yml': 'name: shop\nvars: {currency: usd}\n' } },
    ],
    ['a variable of the command line', { vars: { currency: 'chf' } }],
    ['an environment variable', { environment: { ALIAS: 'bestellungen' } }],
    ['a seed', { files: { 'seeds/raw_orders.csv': 'id,amount\n1,200\n' } }],
    ['a mistake', { files: { 'models/orders.sql': `select * from {{ ref('ordres') }}` } }],
    ['a warning', { files: { 'models/schema.yml': 'models:\n  - name: nothing_like_it\n' } }],
  ]
  it.each(changes)(
    'gives what a parse from nothing gives after a change of %s',
    (_name, change) => {
      const host = startHost({})
      compiled(host, {}, true)
      const cache = host.readText('/shop/target/btn_parse.json') ?? ''
      const later = startHost(change)
      later.writeText('/shop/target/btn_parse.json', cache)
      apply(later, change)
      const cached = compiled(later, change, true)
      expect(cached).toEqual(compiled(later, change, false))
      // What did not change was not read again: the cache was in use.
      expect(JSON.parse(cache).entries['code:models/staging/stg_orders.sql']).toBeDefined()
    },
  )
})
