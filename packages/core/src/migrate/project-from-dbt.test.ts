import { expect, it } from 'vitest'
import { isObject } from '../types/json.ts'
import { readYaml } from '../yaml/index.ts'
import { projectFromDbt, type MigrationFile } from './project-from-dbt.ts'

function file(path: string, text: string): MigrationFile {
  const { source, root, value } = readYaml({ path, text }).value
  if (root?.kind !== 'map' || !isObject(value)) throw new Error(`${path} is no mapping`)
  return { source, root, value }
}

function migrate(profiles: string): string {
  const text = projectFromDbt({
    project: file('dbt_project.yml', 'name: shop\nprofile: shop\n'),
    profiles: file('/home/.dbt/profiles.yml', profiles),
    profileName: 'shop',
    packagesPath: undefined,
  })
  return text.slice(text.indexOf('# The connections'))
}

const head = '# The connections, from profiles.yml.\n'

it.each([
  [
    'a block with comments',
    'shop:\n    # one\n    target: dev # two\n    outputs:\n        dev:\n            type: duckdb\n            path: a.db # three\nother: {}\n',
    '# one\ntarget: dev # two\noutputs:\n    dev:\n        type: duckdb\n        path: a.db # three\n',
  ],
  [
    'braces',
    'shop: {target: dev, outputs: {dev: {type: duckdb, path: a.db}}}\n',
    'target: dev\noutputs:\n  dev:\n    type: duckdb\n    path: a.db\n',
  ],
  [
    'a database in memory, which dbt takes without a path',
    'shop:\n  outputs:\n    dev:\n      # none\n      type: duckdb\n    more: {type: duckdb}\n  target: dev\n',
    "outputs:\n  dev:\n    # none\n    path: ':memory:'\n    type: duckdb\n  more: {path: ':memory:', type: duckdb}\ntarget: dev\n",
  ],
  [
    'another database',
    'shop:\n  target: dev\n  outputs:\n    dev: {type: postgres}\n',
    'target: dev\noutputs:\n  dev: {type: postgres}\n',
  ],
])('keeps %s', (_, profiles, expected) => {
  expect(migrate(profiles)).toBe(head + expected)
})

it('says where packages are that dbt has installed', () => {
  const text = projectFromDbt({
    project: file('dbt_project.yml', 'name: shop\n'),
    profiles: file('profiles.yml', 'shop: {outputs: {dev: {type: duckdb, path: a.db}}}\n'),
    profileName: 'shop',
    packagesPath: 'dbt_packages',
  })
  expect(text).toContain('\npackages-install-path: dbt_packages\n')
})
