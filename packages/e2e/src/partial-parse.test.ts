import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createWorkspace, runLine, writeText } from './workspace.ts'

// What was parsed before is used again only where nothing that it depends on has changed: after every edit, the manifest must
// be the one that a parse from nothing gives.

const workspace = createWorkspace()
afterAll(() => workspace.remove())

const write = (path: string, text: string): void => writeText(workspace, path, text)

function move(from: string, to: string): void {
  renameSync(join(workspace.folder, from), join(workspace.folder, to))
}

async function manifest(options: string): Promise<unknown> {
  const { output, exitCode } = await runLine(`btn parse ${options}`, workspace)
  if (exitCode !== 0) return output.replace(/^\d\d:\d\d:\d\d/gm, '')
  const text = readFileSync(join(workspace.folder, 'target/manifest.json'), 'utf8')
  const ignored = new Set(['metadata', 'created_at', 'macros'])
  return JSON.parse(text, (key, value: unknown) => (ignored.has(key) ? undefined : value))
}

const project = 'name: shop\nvars: {kind: table, region: north}\nmodels: {shop: {+tags: [all]}}\n'
const properties = 'models:\n  - name: orders\n    columns: [{name: id, data_tests: [unique]}]\n'

const edits: readonly (readonly [string, () => void, string?])[] = [
  ['nothing', () => {}],
  ['a model', () => write('models/totals.sql', "select count(*) as n from {{ ref('orders') }}\n")],
  [
    'a macro that models call',
    () => write('macros/m.sql', "{% macro table_of() %}{{ ref('customers') }}{% endmacro %}\n"),
  ],
  [
    'a macro behind a macro',
    () => write('macros/n.sql', '{% macro inner() %}view{% endmacro %}\n'),
  ],
  [
    'a macro that is new and overrides',
    () => write('macros/g.sql', '{% macro generate_schema_name(a, b) %}other{% endmacro %}\n'),
  ],
  ['a variable of the project', () => write('project.yml', project.replace('north', 'south'))],
  ['a variable of the command line', () => {}, "--vars '{region: west}'"],
  ['an environment variable', () => write('.env', 'SHOP_OWNER=Grace\n')],
  ['a setting of the project', () => write('project.yml', project.replace('[all]', '[all, more]'))],
  ['properties', () => write('models/m.yml', properties.replace('[unique]', '[unique, not_null]'))],
  ['a docs block', () => write('models/d.md', '{% docs orders %}Other words.{% enddocs %}\n')],
  ['a name', () => move('models/customers.sql', 'models/clients.sql')],
  ['and back', () => move('models/clients.sql', 'models/customers.sql')],
  [
    'a generic test',
    () =>
      write(
        'tests/generic/odd.sql',
        '{% test odd(model, column_name) %}select 1 where 1 = 0 {# changed #}{% endtest %}\n',
      ),
  ],
  ['a file less', () => rmSync(join(workspace.folder, 'models/totals.sql'))],
  ['a mistake', () => write('models/bad.sql', "select * from {{ ref('nothing') }}\n")],
  ['and its mending', () => write('models/bad.sql', "select * from {{ ref('orders') }}\n")],
]

it('gives the same manifest with and without what was kept', async () => {
  write('project.yml', project)
  write('.env', 'SHOP_OWNER=Ada\n')
  write('macros/m.sql', "{% macro table_of() %}{{ ref('orders') }}{% endmacro %}\n")
  write('macros/o.sql', '{% macro outer() %}{{ inner() }}{% endmacro %}\n')
  write('macros/n.sql', '{% macro inner() %}table{% endmacro %}\n')
  write(
    'tests/generic/odd.sql',
    '{% test odd(model, column_name) %}select 1 where 1 = 0{% endtest %}\n',
  )
  write('models/m.yml', properties)
  write('models/d.md', '{% docs orders %}All orders.{% enddocs %}\n')
  write(
    'models/docs.yml',
    "models:\n  - name: customers\n    description: \"{{ doc('orders') }} of {{ env_var('SHOP_OWNER') }}\"\n    columns: [{name: id, data_tests: [odd]}]\n",
  )
  write(
    'models/orders.sql',
    "{{ config(materialized=outer(), meta={'region': var('region'), 'owner': env_var('SHOP_OWNER')}) }}\nselect 1 as id\n",
  )
  write('models/customers.sql', '{{ config(materialized=var("kind")) }}\nselect 1 as id\n')
  write('models/copy.sql', 'select * from {{ table_of() }}\n')
  write('models/totals.sql', "select 1 as n from {{ ref('customers') }}\n")
  await manifest('')
  for (const [what, edit, options = ''] of edits) {
    edit()
    const kept = await manifest(options)
    expect(kept, what).toEqual(await manifest(`--no-partial-parse ${options}`))
    // The parse from nothing has kept its own; come back to the state before the next edit with the usual one.
    await manifest('')
  }
})
