import { describe, expect, test } from 'vitest'
import { checkCredentials, readProfile } from './check-credentials.ts'

const options = { projectName: 'shop', projectRoot: '/project', targetPath: 'target' }

const check = (raw: Readonly<Record<string, unknown>>) =>
  checkCredentials({ type: 'duckdb', ...raw }, options)

describe('what may be left out', () => {
  test('everything', () => {
    expect(check({})).toEqual({
      credentials: {
        type: 'duckdb',
        path: '/project/target/shop.duckdb',
        database: 'shop',
        schema: 'main',
        threads: 4,
        external_root: '.',
        disable_transactions: false,
      },
      shown: expect.objectContaining({ type: 'duckdb', settings: {}, extensions: null }),
      diagnostics: [],
    })
  })

  test('nothing of what templates see: it is as it was written', () => {
    const { shown } = checkCredentials({ type: 'duckdb', path: 'x.duckdb', secrets: [] }, options)
    expect(shown).toEqual({
      ...{
        database: 'x',
        schema: 'main',
        path: 'x.duckdb',
        config_options: null,
        extensions: null,
      },
      ...{ settings: {}, external_root: '.', use_credential_provider: null, attach: null },
      ...{ filesystems: null, remote: null, plugins: null, disable_transactions: false },
      type: 'duckdb',
    })
  })

  test('of what is attached, or plugged in, the keys that were left out', () => {
    const { shown } = checkCredentials(
      { type: 'duckdb', attach: [{ alias: 'a', path: 'a.db' }], plugins: [{ module: 'excel' }] },
      options,
    )
    const attached = { path: 'a.db', type: null, alias: 'a', secret: null, read_only: false }
    expect(shown?.['attach']).toEqual([{ ...attached, options: null, is_ducklake: null }])
    expect(shown?.['plugins']).toEqual([{ module: 'excel', alias: null, config: null }])
  })

  test('the number of threads, which the caller knows better', () => {
    const checked = checkCredentials({ type: 'duckdb' }, { ...options, defaultThreads: 1 })
    expect(checked.credentials.threads).toBe(1)
  })
})

describe('paths and the names of their databases', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [':memory:', ':memory:', 'memory'],
    ['x.duckdb', '/project/x.duckdb', 'x'],
    ['data/my.db.duckdb', '/project/data/my.db.duckdb', 'my'],
    ['.hidden.duckdb', '/project/.hidden.duckdb', 'hidden'],
    ['/abs/noext', '/abs/noext', 'noext'],
    ['../up/a-b.db', '/up/a-b.db', 'a-b'],
    ['ducklake:meta.ducklake', 'ducklake:meta.ducklake', 'meta'],
  ]
  test.each(cases)('%s', (path, expected, database) => {
    const { credentials, diagnostics } = check({ path })
    expect([credentials['path'], credentials.database, diagnostics]).toEqual([
      expected,
      database,
      [],
    ])
  })
})

describe('what is wrong', () => {
  const cases: readonly (readonly [Readonly<Record<string, unknown>>, readonly string[]])[] = [
    [
      { pth: 'x.duckdb' },
      ['target-key-unknown pth: a DuckDB target has no key "pth" (Did you mean "path"?)'],
    ],
    [{ path: 3 }, []],
    [{ path: ['x'] }, ['target-value-wrong path: "path" should be text, not a list']],
    [
      { threads: 0 },
      ['target-value-wrong threads: "threads" should be a whole number above 0, not 0'],
    ],
    [
      { threads: 'many' },
      ['target-value-wrong threads: "threads" should be a whole number above 0, not "many"'],
    ],
    [{ threads: '8' }, []],
    [
      { disable_transactions: 'yes' },
      [
        'target-value-wrong disable_transactions: "disable_transactions" should be true or false, not "yes"',
      ],
    ],
    [{ settings: [] }, ['target-value-wrong settings: "settings" should be a mapping, not a list']],
    [
      { extensions: 'json' },
      ['target-value-wrong extensions: "extensions" should be a list, not "json"'],
    ],
    [
      { extensions: ['json', { name: 'h3' }] },
      [
        'target-value-wrong extensions.1: "extensions[1]" should be a name, or a mapping with name and repo, not a mapping',
      ],
    ],
    [
      { attach: [{ alias: 'a' }] },
      [
        'target-value-wrong attach.0.path: "attach[0].path" should be the path of the database, not nothing',
      ],
    ],
    [
      { attach: [{ path: 'a', type: 'sqlite', options: { type: 'x' } }] },
      [
        'target-value-wrong attach.0.type: "attach[0].type" should be type either here or in options, not twice, not "sqlite"',
      ],
    ],
    [
      { attach: [{ path: 'a', read_only: true, options: { read_only: true } }] },
      [
        'target-value-wrong attach.0.read_only: "attach[0].read_only" should be read_only either here or in options, not twice, not true',
      ],
    ],
    [
      { attach: [{ path: 'a', aliass: 'b' }] },
      [
        'target-key-unknown attach.0.aliass: a DuckDB target has no key "aliass" (Did you mean "alias"?)',
      ],
    ],
    [
      { retries: { attempts: 2 } },
      ['target-key-unknown retries.attempts: a DuckDB target has no key "attempts"'],
    ],
    [
      { secrets: [{}] },
      [
        'target-value-wrong secrets.0.type: "secrets[0].type" should be the type of the secret, not nothing',
      ],
    ],
    [
      { use_credential_provider: 'gcp' },
      [
        'target-value-wrong use_credential_provider: "use_credential_provider" should be "aws", not "gcp"',
      ],
    ],
    [{ plugins: [{ module: 'excel' }], module_paths: ['x'] }, []],
    [
      { plugins: [{ module: 'shop.plugin' }] },
      [
        'target-key-unsupported plugins.0.module: "plugins": the plugin shop.plugin, which is written in Python, is not supported (Do its work in a Python model, a macro or on-run-start.)',
      ],
    ],
    [
      { plugins: [{ alias: 'x' }] },
      [
        'target-value-wrong plugins.0.module: "plugins[0].module" should be the module of the plugin, not nothing',
      ],
    ],
    [
      { remote: { host: 'h' } },
      [
        'target-key-unsupported remote: "remote": a remote DuckDB server (Buena Vista) is not supported (Give the target a path.)',
      ],
    ],
    [
      { filesystems: [{ fs: 's3' }] },
      [
        'target-key-unsupported filesystems: "filesystems": fsspec, a library of Python, is not supported (Let DuckDB read and write there: extensions: [httpfs] with secrets.)',
      ],
    ],
    [
      { path: 'md:shop' },
      [
        'target-key-unsupported path: "path": MotherDuck, a hosted service, is not supported (Name a file, or :memory:.)',
      ],
    ],
    [
      { path: 'x.duckdb', database: 'other' },
      [
        'target-database-mismatch database: the target says database "other", but DuckDB names this path "x" (Leave "database" out, write "x", or attach a database of that name.)',
      ],
    ],
    [{ path: 'x.duckdb', database: 'X' }, []],
    [{ path: 'x.duckdb', database: 'other', attach: [{ path: 'o.duckdb', alias: 'other' }] }, []],
    [
      { retries: { connect_attempts: 'x' } },
      [
        'target-value-wrong retries.connect_attempts: "retries.connect_attempts" should be a whole number above 0, not "x"',
      ],
    ],
    [{ plugins: null, keep_open: true, is_ducklake: false }, []],
  ]
  test.each(cases)('%j', (raw, expected) => {
    const found = check(raw).diagnostics.map((it) => {
      const at = 'at' in it.params && Array.isArray(it.params.at) ? it.params.at.join('.') : ''
      return `${it.code} ${at}: ${it.message}${it.hint ? ` (${it.hint})` : ''}`
    })
    expect(found).toEqual(expected)
  })
})

describe('statements that prepare a database', () => {
  const cases: readonly (readonly [Readonly<Record<string, unknown>>, readonly string[]])[] = [
    [{ extensions: ['httpfs'] }, ["load 'httpfs'"]],
    [
      { secrets: [{ type: 's3', region: "eu'1", scope: ['s3://a', 's3://b'] }] },
      [
        `create or replace secret "_dbt_secret_1" (type s3, region 'eu''1', scope 's3://a', scope 's3://b')`,
      ],
    ],
    [
      {
        secrets: [
          {
            type: 'http',
            name: 'my key',
            persistent: true,
            provider: 'config',
            extra_http_headers: { A: 'b' },
          },
        ],
      },
      [
        `create or replace persistent secret "my key" (type http, provider config, extra_http_headers map {'A': 'b'})`,
      ],
    ],
    [
      { use_credential_provider: 'aws' },
      ['create or replace secret _dbt_secret_aws (type s3, provider credential_chain)'],
    ],
    [{ attach: [{ path: 'o.duckdb' }] }, ["attach if not exists '/project/o.duckdb'"]],
    [
      {
        attach: [
          {
            path: 'dbname=x',
            type: 'postgres',
            alias: 'pg',
            secret: 'k',
            read_only: true,
            options: { schema: 'public', a_flag: true, off: false },
          },
        ],
      },
      [
        `attach if not exists 'dbname=x' as "pg" (type postgres, secret k, read_only, schema 'public', a_flag)`,
      ],
    ],
    [
      { attach: [{ path: 's3://b/o.duckdb', options: { encryption_key: "'quoted'" } }] },
      [`attach if not exists 's3://b/o.duckdb' (encryption_key 'quoted')`],
    ],
  ]
  test.each(cases)('%j', (raw, expected) => {
    const { setup } = readProfile(check(raw).credentials)
    expect(setup.map((step) => step.alternatives[0]?.join('; '))).toEqual(expected)
  })

  test('an extension that is not there is installed from its repository', () => {
    const { setup } = readProfile(
      check({ extensions: [{ name: 'h3', repo: 'community' }] }).credentials,
    )
    expect(setup[0]?.alternatives).toEqual([
      ["load 'h3'"],
      ["install 'h3' from community", "load 'h3'"],
    ])
  })

  test('settings are set as text, whatever their type', () => {
    const { settings } = readProfile(
      check({ settings: { memory_limit: '1GB', threads: 2 } }).credentials,
    )
    expect(settings.map((step) => step.alternatives)).toEqual([
      [["set memory_limit = '1GB'"]],
      [["set threads = '2'"]],
    ])
  })

  test('retries name kinds of errors by the classes of Python', () => {
    const retries = {
      query_attempts: 3,
      retryable_exceptions: ['IOException', 'duckdb.HTTPException'],
    }
    const profile = readProfile(check({ retries }).credentials)
    expect([profile.connectAttempts, profile.queryAttempts, profile.retryableKinds]).toEqual([
      1,
      3,
      ['IO', 'HTTP'],
    ])
  })
})
