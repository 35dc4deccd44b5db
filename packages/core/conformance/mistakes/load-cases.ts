import type { Code } from '@btn/diagnostics'
import type { LoadOptions } from '../../src/1-load/index.ts'

/** The smallest project that shows a mistake. Files are relative to the project, or absolute. */
export interface MistakeCase {
  readonly code: Code
  readonly files: Readonly<Record<string, string | Uint8Array>>
  readonly options?: Partial<LoadOptions>
  readonly environment?: Readonly<Record<string, string>>
}

const project = 'name: shop\n'
const schema = (text: string): MistakeCase['files'] => ({
  'project.yml': project,
  'models/schema.yml': text,
})
const model = (text: string): MistakeCase['files'] => schema(`models:\n  - name: orders\n${text}`)
const dbt = (text: string, profiles = goodProfiles): MistakeCase['files'] => ({
  'dbt_project.yml': text,
  'profiles.yml': profiles,
})
const goodProfiles = 'shop:\n  target: dev\n  outputs:\n    dev:\n      type: duckdb\n'
const withProfile = 'name: shop\nprofile: shop\n'

/** One case for each code of the catalogue's file `load`. */
export const loadCases: readonly MistakeCase[] = [
  {
    code: 'config-key-unknown',
    files: model('    config:\n      materialised: table\n'),
  },
  {
    code: 'config-set-twice',
    files: model('    meta: {a: 1}\n    config:\n      meta: {b: 2}\n'),
  },
  { code: 'data-paths-deprecated', files: dbt(`${withProfile}data-paths: [csv]\n`) },
  {
    code: 'env-var-missing',
    files: { 'project.yml': 'name: shop\nmodel-paths: ["{{ env_var(\'FOLDER\') }}"]\n' },
  },
  {
    code: 'file-not-utf8',
    files: {
      'project.yml': project,
      'models/schema.yml': new Uint8Array([
        ...new TextEncoder().encode('models:\n  - name: caf'),
        0xe9,
        ...new TextEncoder().encode('\n    description: x\n'),
      ]),
    },
  },
  {
    code: 'file-unreadable',
    files: { 'project.yml': project, 'models/schema.yml': '' },
  },
  {
    code: 'flag-value-wrong',
    files: { 'project.yml': 'name: shop\nflags:\n  fail_fast: maybe\n' },
  },
  {
    code: 'key-moved-to-config',
    files: model('    data_tests:\n      - unique:\n          severity: warn\n'),
  },
  { code: 'log-path-deprecated', files: dbt(`${withProfile}log-path: out\n`) },
  {
    code: 'package-duplicate',
    files: {
      'project.yml': project,
      'btn_packages/a/dbt_project.yml': 'name: utils\n',
      'btn_packages/b/dbt_project.yml': 'name: utils\n',
    },
  },
  {
    code: 'packages-not-installed',
    files: {
      'project.yml': project,
      'packages.yml': 'packages:\n  - package: dbt-labs/dbt_utils\n    version: 1.3.0\n',
    },
  },
  {
    code: 'package-not-project',
    files: { 'project.yml': project, 'btn_packages/utils/readme.md': 'text' },
  },
  {
    code: 'package-version-unmet',
    files: { 'project.yml': 'name: shop\nrequire-dbt-version: [">=1.0.0", "<1.5.0"]\n' },
  },
  { code: 'profile-empty', files: dbt(withProfile, 'shop:\n  target: dev\n') },
  { code: 'profile-missing', files: dbt('name: shop\nprofile: shpo\n') },
  { code: 'profile-not-named', files: dbt(project) },
  { code: 'profiles-file-missing', files: { 'dbt_project.yml': withProfile } },
  {
    code: 'project-files-both',
    files: { 'project.yml': project, 'dbt_project.yml': project },
  },
  { code: 'project-config-version', files: dbt(`${withProfile}config-version: 1\n`) },
  { code: 'project-key-unknown', files: dbt(`${withProfile}model_paths: [models]\n`) },
  { code: 'project-name-invalid', files: { 'project.yml': 'name: my-shop\n' } },
  { code: 'project-name-missing', files: { 'project.yml': '# nothing yet\n' } },
  { code: 'project-name-reserved', files: { 'project.yml': 'name: model\n' } },
  { code: 'project-not-found', files: {} },
  { code: 'project-version-invalid', files: dbt(`${withProfile}version: '1'\n`) },
  {
    code: 'project-version-malformed',
    files: { 'project.yml': 'name: shop\nrequire-dbt-version: "~1.8"\n' },
  },
  {
    code: 'project-version-never',
    files: { 'project.yml': 'name: shop\nrequire-dbt-version: [">=2.0.0", "<1.5.0"]\n' },
  },
  {
    code: 'secret-outside-profile',
    files: { 'project.yml': 'name: shop\nmodel-paths: ["{{ env_var(\'DBT_ENV_SECRET_A\') }}"]\n' },
  },
  {
    code: 'source-overrides',
    files: schema('sources:\n  - name: app\n    overrides: utils\n'),
  },
  { code: 'source-paths-deprecated', files: dbt(`${withProfile}source-paths: [sql]\n`) },
  {
    code: 'target-missing',
    files: dbt(withProfile),
    options: { flags: { target: 'prod' } },
  },
  { code: 'target-path-deprecated', files: dbt(`${withProfile}target-path: out\n`) },
  {
    code: 'target-type-missing',
    files: { 'project.yml': 'name: shop\noutputs:\n  dev:\n    path: shop.duckdb\n' },
  },
  {
    code: 'target-type-unknown',
    files: { 'project.yml': 'name: shop\noutputs:\n  dev:\n    type: duckbd\n' },
    options: { findAdapter: () => undefined, adapterTypes: ['duckdb'] },
  },
  {
    code: 'test-arguments-flat',
    files: model('    data_tests:\n      - accepted_values:\n          values: [a, b]\n'),
  },
  {
    code: 'test-malformed',
    files: model('    data_tests:\n      - unique:\n        name: one\n'),
  },
  {
    code: 'tests-and-data-tests',
    files: model('    tests: [unique]\n    data_tests: [not_null]\n'),
  },
  {
    code: 'var-missing',
    files: { 'project.yml': 'name: shop\nmodel-paths: ["{{ var(\'folder\') }}"]\n' },
  },
  {
    code: 'vars-twice',
    files: { 'project.yml': 'name: shop\nvars:\n  a: 1\n', 'vars.yml': 'vars:\n  b: 2\n' },
  },
  { code: 'yaml-alias-unknown', files: schema('anchors:\n  - &a x\n  - *b\n') },
  { code: 'yaml-duplicate-key', files: model('    description: one\n    description: two\n') },
  { code: 'yaml-key-unknown', files: model('    descripton: text\n') },
  { code: 'yaml-key-unknown-top', files: schema('modles:\n  - name: orders\n') },
  { code: 'yaml-merge-wrong', files: schema('anchors:\n  - &a x\n  - <<: *a\n') },
  { code: 'yaml-recursive-alias', files: schema('anchors: &a\n  b: *a\n') },
  { code: 'yaml-required-key', files: schema('models:\n  - description: text\n') },
  { code: 'yaml-syntax', files: model('    description: one: two\n') },
  { code: 'yaml-too-large', files: schema(manyAliases()) },
  { code: 'yaml-unknown-tag', files: model('    description: !secret abc\n') },
  { code: 'yaml-unquoted-template', files: model("    description: {{ doc('orders') }}\n") },
  { code: 'yaml-value-unknown', files: model('    config:\n      access: publik\n') },
  { code: 'yaml-wrong-type', files: model('    columns: id\n') },
]

/** Nine lists of ten aliases of the one before. */
function manyAliases(): string {
  const lines = ['anchors:', '  l0: &l0 [x, x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level <= 8; level++) {
    const aliases = Array.from({ length: 10 }, () => `*l${level - 1}`)
    lines.push(`  l${level}: &l${level} [${aliases.join(', ')}]`)
  }
  return `${lines.join('\n')}\n`
}
