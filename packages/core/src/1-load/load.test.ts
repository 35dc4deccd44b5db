import { hasErrors } from '@btn/diagnostics'
import { describe, expect, test } from 'vitest'
import { MemoryHost } from '../memory-host.ts'
import type { JsonObject } from '../types/index.ts'
import { load, type FileKind, type LoadOptions, type Project } from './index.ts'

interface Setup extends Partial<LoadOptions> {
  readonly environment?: Readonly<Record<string, string>>
}

const root = '/projects/shop'

/** Loads a project that has nothing wrong. */
function loadGood(files: Readonly<Record<string, string>>, setup: Setup = {}): Project {
  const { environment = {}, ...options } = setup
  const absolute = Object.entries(files).map(([path, text]) => [
    path.startsWith('/') ? path : `${root}/${path}`,
    text,
  ])
  const host = new MemoryHost({ files: Object.fromEntries(absolute), environment })
  const { value, diagnostics } = load(host, { workingDirectory: root, ...options })
  expect(diagnostics.filter((item) => item.severity === 'error')).toEqual([])
  if (!value) throw new Error('no project')
  return value
}

const profiles = `
shop:
  target: "{{ env_var('WHERE', 'dev') }}"
  outputs:
    dev: {type: duckdb, path: dev.duckdb, threads: 3}
    prod: {type: duckdb, path: "{{ env_var('PROD_PATH') }}", password: "{{ env_var('DBT_ENV_SECRET_P') }}"}
other:
  outputs:
    default: {type: duckdb, schema: else}
`
const dbt = { 'dbt_project.yml': 'name: shop\nprofile: shop\n', 'profiles.yml': profiles }

describe('the project is found', () => {
  test('upwards', () => {
    const project = loadGood(
      { 'project.yml': 'name: shop\n' },
      { workingDirectory: `${root}/models/a` },
    )
    expect(project).toMatchObject({ name: 'shop', root, form: 'btn', targetPath: `${root}/target` })
  })

  test('where the user says', () => {
    const files = { '/elsewhere/dbt_project.yml': 'name: far\nprofile: shop\n', ...dbt }
    const setup = { flags: { project_dir: '../../elsewhere' } }
    expect(loadGood(files, setup)).toMatchObject({ name: 'far', form: 'dbt', root: '/elsewhere' })
    const environment = { DBT_PROJECT_DIR: '/elsewhere' }
    expect(loadGood(files, { environment }).name).toBe('far')
  })
})

describe('the connection', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, Setup, JsonObject])[] =
    [
      [
        'nothing said',
        { 'project.yml': 'name: shop\n' },
        {},
        { type: 'duckdb', name: 'dev', profile_name: 'shop' },
      ],
      [
        'of project.yml',
        {
          'project.yml':
            'name: shop\ntarget: b\noutputs:\n  a: {type: x}\n  b: {type: duckdb, schema: s}\n',
        },
        {},
        { type: 'duckdb', name: 'b', schema: 's' },
      ],
      [
        'the only one',
        { 'project.yml': 'name: shop\noutputs:\n  only: {type: duckdb}\n' },
        {},
        { name: 'only' },
      ],
      ['the profile says', dbt, {}, { name: 'dev', path: 'dev.duckdb', threads: 3 }],
      [
        'a template says',
        dbt,
        { environment: { WHERE: 'prod', PROD_PATH: 'p', DBT_ENV_SECRET_P: 'x' } },
        { path: 'p' },
      ],
      [
        '--target',
        { ...dbt, '.env': 'PROD_PATH=q\nDBT_ENV_SECRET_P=x' },
        { flags: { target: 'prod' } },
        { path: 'q' },
      ],
      ['DBT_TARGET', dbt, { environment: { DBT_TARGET: 'dev', WHERE: 'prod' } }, { name: 'dev' }],
      [
        '--profile',
        dbt,
        { flags: { profile: 'other' } },
        { name: 'default', schema: 'else', profile_name: 'other' },
      ],
      ['--threads', dbt, { threads: 9 }, { threads: 9 }],
      [
        'profiles.yml of the home folder',
        { 'dbt_project.yml': dbt['dbt_project.yml'], '/home/user/.dbt/profiles.yml': profiles },
        {},
        { path: 'dev.duckdb' },
      ],
      [
        '--profiles-dir',
        { ...dbt, 'ci/profiles.yml': 'shop: {outputs: {default: {type: duckdb, path: ci}}}' },
        { flags: { profiles_dir: 'ci' } },
        { path: 'ci' },
      ],
      [
        'DBT_PROFILES_DIR',
        { ...dbt, '/ci/profiles.yml': 'shop: {outputs: {default: {type: duckdb, path: ci}}}' },
        { environment: { DBT_PROFILES_DIR: '/ci' } },
        { path: 'ci' },
      ],
    ]
  test.each(cases)('%s', (_, files, setup, expected) => {
    expect(loadGood(files, setup).target?.context).toMatchObject(expected)
  })

  test('a secret is used but not shown', () => {
    const environment = { WHERE: 'prod', PROD_PATH: 'p', DBT_ENV_SECRET_P: 'hush' }
    const { target } = loadGood(dbt, { environment })
    expect(target?.credentials).toMatchObject({ password: 'hush' })
    expect(JSON.stringify(target?.context)).not.toContain('hush')
  })

  test('filters see the name of a secret only', () => {
    const password = `"{{ env_var('DBT_ENV_SECRET_P') | lower }} {{ env_var('DBT_ENV_SECRET_P') }}"`
    const files = {
      'project.yml': `name: a\noutputs: {dev: {type: duckdb, password: ${password}}}\n`,
    }
    const { target } = loadGood(files, { environment: { DBT_ENV_SECRET_P: 'hush' } })
    expect(target?.credentials).toMatchObject({
      password: expect.stringMatching(/dbt_env_secret_p.* hush$/) as string,
    })
    expect(target?.credentials['password']).not.toMatch(/hush.*hush/)
  })

  test('a password that is no template stays as it is', () => {
    const files = { 'project.yml': 'name: a\noutputs: {dev: {type: duckdb, password: "a{{b"}}\n' }
    expect(loadGood(files).target?.credentials).toMatchObject({ password: 'a{{b' })
  })

  test('is not asked for when none is needed, nor are packages', () => {
    const files = {
      'dbt_project.yml': 'name: shop\nprofile: shop\n',
      'packages.yml': 'packages:\n  - package: a/b\n    version: 1.0.0\n',
    }
    expect(loadGood(files, { needsTarget: false, needsPackages: false }).target).toBeUndefined()
  })
})

describe('settings', () => {
  const text = `
name: shop
version: 1.0
model-paths: [sql/]
docs-paths: [docs, ${root}/notes/]
target-path: "{{ var('out', 'target') }}/x"
clean-targets: [target, build]
quoting: {identifier: false}
dispatch:
  - macro_namespace: dbt_utils
    search_order: [shop, dbt_utils]
on-run-start: "{{ log('start') }}"
on-run-end: ["select 1", "select 2"]
query-comment: {comment: "x {{ target.name }}", append: true}
restrict-access: true
vars:
  day: 2024-01-31
  rate: 1.0
models:
  +schema: "{{ target.name }}"
  shop:
    +enabled: "{{ target.name == 'dev' }}"
    +post-hook: "grant {{ this }}"
tests:
  +severity: warn
`
  const project = loadGood({ 'project.yml': text }, { vars: { out: 'made' } })

  test('are read, defaults filled in', () => {
    expect(project.rootPackage).toMatchObject({
      name: 'shop',
      version: '1.0',
      modelPaths: ['sql'],
      seedPaths: ['seeds'],
      docsPaths: ['docs', 'notes'],
      quoting: { identifier: false },
      dispatch: [{ macroNamespace: 'dbt_utils', searchOrder: ['shop', 'dbt_utils'] }],
      onRunStart: [{ text: "{{ log('start') }}" }],
      onRunEnd: [{ text: 'select 1' }, { text: 'select 2' }],
      queryComment: { comment: 'x {{ target.name }}', append: true, jobLabel: false },
      restrictAccess: true,
      vars: { value: { day: '2024-01-31', rate: { $float: '1.0' } } },
    })
    expect(project.targetPath).toBe(`${root}/made/x`)
    expect(project.cleanTargets).toEqual([`${root}/target`, `${root}/build`])
  })

  test('config trees are rendered but for hooks, and kept as written', () => {
    const { models, data_tests } = project.rootPackage.configs
    const hooks = { '+post-hook': 'grant {{ this }}' }
    expect(models.rendered.value).toEqual({
      '+schema': 'dev',
      shop: { '+enabled': true, ...hooks },
    })
    expect(models.unrendered).toEqual({
      '+schema': '{{ target.name }}',
      shop: { '+enabled': "{{ target.name == 'dev' }}", ...hooks },
    })
    expect(data_tests.rendered.value).toEqual({ '+severity': 'warn' })
  })

  test('every setting knows where it stands', () => {
    const { rendered } = project.rootPackage.configs.models
    const shown = ({ start, end }: { readonly start: number; readonly end: number }): string =>
      text.slice(start, end)
    expect(shown(rendered.placeOf(['+schema']))).toBe('"{{ target.name }}"')
    expect(shown(rendered.keyPlaceOf(['shop', '+enabled']))).toBe('+enabled')
    expect(shown(project.rootPackage.vars.placeOf(['day']))).toBe('2024-01-31')
  })

  test('vars.yml and selectors.yml join', () => {
    const files = {
      'project.yml': 'name: shop\n',
      'vars.yml': 'vars:\n  a: 1\n',
      'selectors.yml': 'selectors:\n  - name: x\n    default: "{{ target.name == \'dev\' }}"\n',
    }
    const { rootPackage, selectors } = loadGood(files)
    expect(rootPackage.vars.value).toEqual({ a: 1 })
    expect(selectors?.value).toEqual({ selectors: [{ name: 'x', default: true }] })
  })

  test('what the environment gave is noted', () => {
    const files = { 'project.yml': "name: shop\nmodel-paths: [\"{{ env_var('DIR', 'm') }}\"]\n" }
    expect([...loadGood(files).environmentRead]).toContainEqual(['DIR', undefined])
  })
})

describe('files', () => {
  const files = {
    'project.yml': 'name: shop\n',
    '.dbtignore': 'models/old/\n',
    'models/b.sql': '',
    'models/a.sql': '',
    'models/A.SQL': '',
    'models/sub/c.sql': '',
    'models/p.py': '',
    'models/old/d.sql': '',
    'models/.hidden.sql': '',
    'models/#b.sql': '',
    'models/~b.sql': '',
    'models/schema.yml': '',
    'models/other.yaml': '',
    'models/readme.md': '',
    'models/data.csv': '',
    'macros/m.sql': '',
    'macros/m.yml': '',
    'tests/one.sql': '',
    'tests/generic/g.sql': '',
    'tests/fixtures/f.csv': '',
    'tests/deep/generic/two.sql': '',
    'seeds/s.csv': '',
    'seeds/t.CSV': '',
    'snapshots/n.sql': '',
    'analyses/x.sql': '',
    'reports/page.html': '',
    'reports/notes.txt': '',
    'node_modules/models/z.sql': '',
  }
  const project = loadGood(files)

  const expected: Readonly<Record<FileKind, readonly string[]>> = {
    macro: ['macros/m.sql'],
    model: ['models/p.py', 'models/A.SQL', 'models/a.sql', 'models/b.sql', 'models/sub/c.sql'],
    snapshot: ['snapshots/n.sql'],
    analysis: ['analyses/x.sql'],
    'singular-test': ['tests/one.sql', 'tests/deep/generic/two.sql'],
    'generic-test': ['tests/generic/g.sql'],
    seed: ['seeds/s.csv', 'seeds/t.CSV'],
    docs: ['models/readme.md'],
    properties: ['models/schema.yml', 'macros/m.yml', 'models/other.yaml'],
    fixture: ['tests/fixtures/f.csv'],
    function: [],
    osi: [],
    report: ['reports/page.html'],
  }

  test.each(Object.entries(project.rootPackage.files))('of kind %s', (kind, found) => {
    const wanted = Object.entries(expected).find(([name]) => name === kind)?.[1]
    expect(found.map((file) => file.file)).toEqual(wanted)
  })

  test('know their paths as dbt has them', () => {
    expect(project.rootPackage.files['generic-test'][0]).toMatchObject({
      packageName: 'shop',
      searchPath: 'tests/generic',
      path: 'g.sql',
      originalPath: 'tests/generic/g.sql',
      absolutePath: `${root}/tests/generic/g.sql`,
    })
  })
})

describe('packages', () => {
  const files = {
    'project.yml': 'name: shop\n',
    'packages.yml':
      'packages:\n  - package: dbt-labs/dbt_utils\n    version: 1.3.0\n  - local: ../shared\n  - git: https://x.y/dbt-date.git\n    revision: main\n',
    'btn_packages/dbt_utils/dbt_project.yml': 'name: dbt_utils\nvars: {a: 1}\n',
    'btn_packages/dbt_utils/macros/star.sql': '',
    'btn_packages/dbt_date/dbt_project.yml': 'name: dbt_date\nprofile: none\n',
    'btn_packages/__pycache__/x': '',
    '/projects/shared/dbt_project.yml': 'name: shared\n',
    '/projects/shared/models/m.sql': 'select 1',
    '/projects/shared/packages.yml': 'packages:\n  - local: deeper\n',
    '/projects/shared/deeper/dbt_project.yml': 'name: deeper\nmodel-paths: [sql]\n',
    '/projects/shared/deeper/sql/d.sql': '',
  }

  test('installed and local ones are found, with their own settings and files', () => {
    const { packages, sources } = loadGood(files)
    expect([...packages.keys()]).toEqual(['shop', 'dbt_date', 'dbt_utils', 'shared', 'deeper'])
    const found = [...packages.values()].map((it) => [it.name, it.root, it.isRoot])
    expect(found).toContainEqual(['deeper', '/projects/shared/deeper', false])
    expect(packages.get('dbt_utils')?.vars.value).toEqual({ a: 1 })
    const [model] = packages.get('shared')?.files.model ?? []
    expect(model).toMatchObject({ file: '../shared/models/m.sql', originalPath: 'models/m.sql' })
    expect(sources.read(model?.file ?? '').value?.text).toBe('select 1')
  })

  test('a repository may be called otherwise than its project', () => {
    const found = loadGood({
      'project.yml': 'name: shop\n',
      'packages.yml': 'packages:\n  - git: https://x.y/dbt-data-reliability.git\n',
      'btn_packages/elementary/dbt_project.yml': 'name: elementary\n',
    })
    expect([...found.packages.keys()]).toEqual(['shop', 'elementary'])
  })

  test('a dbt project has them in dbt_packages, or where it says', () => {
    const installed = { ...dbt, 'dbt_packages/a/dbt_project.yml': 'name: a\n' }
    expect(loadGood(installed).packages.has('a')).toBe(true)
    const moved = {
      'project.yml': 'name: shop\npackages-install-path: lib\n',
      'lib/a/dbt_project.yml': 'name: a\n',
    }
    expect(loadGood(moved).packages.has('a')).toBe(true)
  })
})

test('what goes wrong in one file leaves the rest', () => {
  const files = {
    [`${root}/project.yml`]: 'name: shop\nmodel-paths: x\nvars: [1]\nseed-paths: [data]\n',
    [`${root}/data/s.csv`]: 'a\n',
  }
  const { value, diagnostics } = load(new MemoryHost({ files }), { workingDirectory: root })
  expect(hasErrors(diagnostics)).toBe(true)
  expect(value?.rootPackage).toMatchObject({ modelPaths: ['models'], seedPaths: ['data'] })
  expect(value?.rootPackage.files.seed).toHaveLength(1)
})
