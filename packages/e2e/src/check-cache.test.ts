import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createWorkspace, runLine, writeText } from './workspace.ts'

// What the engine said before is used again only where nothing that it depends on has changed: after every edit, a check must tell and
// write what one that asks about everything does.

const workspace = createWorkspace()
afterAll(() => workspace.remove())

const write = (path: string, text: string): void => writeText(workspace, path, text)

function remove(path: string): void {
  rmSync(join(workspace.folder, path))
}

async function check(options = ''): Promise<unknown> {
  const { output, exitCode } = await runLine(`btn check ${options}`, workspace)
  const text = readFileSync(join(workspace.folder, 'target/lineage.json'), 'utf8')
  const { nodes }: { readonly nodes: unknown } = JSON.parse(text)
  return { exitCode, told: output.replace(/^\d\d:\d\d:\d\d/gm, ''), nodes }
}

const project = (more = '') =>
  `name: shop\noutputs: {dev: {type: duckdb, path: target/shop.duckdb, threads: 1${more}}}\n`
const sources = (type: string) =>
  `sources: [{name: raw, tables: [{name: visits, columns: [{name: page, data_type: ${type}}]}]}]\n`

write('project.yml', project())
write('seeds/orders.csv', 'id,amount\n1,9.5\n')
write('models/sources.yml', sources('varchar'))
write('models/stg.sql', "select id, amount from {{ ref('orders') }}\n")
write('models/totals.sql', "select sum(amount) as amount from {{ ref('stg') }}\n")
write('models/all.sql', "select * from {{ ref('stg') }}\n")
write('models/pages.sql', "select page || '!' as page from {{ source('raw', 'visits') }}\n")
write('models/half.sql', "select {{ half('amount') }} as half from {{ ref('stg') }}\n")
write('macros/half.sql', '{% macro half(c) %}{{ c }} / 2{% endmacro %}\n')
write('models/models.yml', 'models: [{name: all, columns: [{name: id, data_tests: [unique]}]}]\n')

const edits: readonly (readonly [string, () => void])[] = [
  ['nothing', () => {}],
  ['a type in a seed', () => write('seeds/orders.csv', 'id,amount\n1,9\n')],
  ['a column in a seed', () => write('seeds/orders.csv', 'id,amount,status\n1,9,paid\n')],
  ['a column that goes away', () => write('seeds/orders.csv', 'id,status\n1,paid\n')],
  ['and comes back', () => write('seeds/orders.csv', 'id,amount,status\n1,9.5,paid\n')],
  [
    'a query',
    () => write('models/stg.sql', "select id, amount, 1 as one from {{ ref('orders') }}\n"),
  ],
  [
    'a macro',
    () => write('macros/half.sql', '{% macro half(c) %}cast({{ c }} as varchar){% endmacro %}\n'),
  ],
  ['a type of a source', () => write('models/sources.yml', sources('date'))],
  ['a type that there is not', () => write('models/sources.yml', sources('datee'))],
  ['a source again', () => write('models/sources.yml', sources('varchar'))],
  [
    'a model that becomes ephemeral',
    () =>
      write(
        'models/stg.sql',
        "{{ config(materialized='ephemeral') }} select id, amount from {{ ref('orders') }}\n",
      ),
  ],
  [
    'an alias',
    () =>
      write(
        'models/totals.sql',
        "{{ config(alias='sums') }} select sum(amount) as amount from {{ ref('stg') }}\n",
      ),
  ],
  ['a relation named by hand', () => write('models/hand.sql', 'select amount from main.sums\n')],
  [
    'what that reads',
    () =>
      write(
        'models/totals.sql',
        "{{ config(alias='sums') }} select sum(amount) as total from {{ ref('stg') }}\n",
      ),
  ],
  ['it goes away', () => remove('models/hand.sql')],
  [
    'a setting of the target',
    () => write('project.yml', project(', settings: {default_null_order: nulls_last}')),
  ],
  [
    'a hook that makes a function',
    () =>
      write(
        'project.yml',
        `${project()}on-run-start: ["create or replace macro main.twice(x) as x * 2"]\n`,
      ),
  ],
  [
    'who calls it',
    () => write('models/twice.sql', "select twice(amount) as twice from {{ ref('orders') }}\n"),
  ],
  [
    'another function of that name',
    () =>
      write(
        'project.yml',
        `${project()}on-run-start: ["create or replace macro main.twice(x) as x::varchar"]\n`,
      ),
  ],
  [
    'a contract',
    () =>
      write(
        'models/models.yml',
        'models: [{name: all, config: {contract: {enforced: true}}, columns: [{name: id, data_type: bigint}, {name: amount, data_type: double}]}]\n',
      ),
  ],
]

it.each(edits)('after %s', { timeout: 120_000 }, async (_what, edit) => {
  edit()
  const cached = await check()
  expect(existsSync(join(workspace.folder, 'target/check_cache.json'))).toBe(true)
  const again = await check()
  const fresh = await check('--no-partial-parse')
  expect(cached).toEqual(fresh)
  expect(again).toEqual(fresh)
})
