import { createHash, createHmac, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RawRow, Rule, TokenOrigin } from '@btn/adapter'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LoadBench, type LoadSpec } from './test-kit.ts'

let bench: LoadBench

beforeEach(async () => {
  bench = new LoadBench()
  await bench.open()
})

afterEach(() => bench.remove())

const people = {
  table: 'people',
  from: ['people.csv'],
  columns: { id: 'bigint', name: 'varchar', email: 'varchar', phone: 'varchar', born: 'date' },
} as const

const rows = () => bench.rows('select * from raw.people order by id')

test('tokens are what Node makes of the same key, whatever its length and the alphabet', async () => {
  const values = ['ann@x.de', 'Jörg Müller 😀', '東京', "o'neil", 'a b']
  bench.write(
    'people.csv',
    `id,email\n${values.map((value, index) => `${index},"${value}"`).join('\n')}\n`,
  )
  for (const key of ['k', 'schlüssel', randomBytes(64), randomBytes(65), randomBytes(200)]) {
    await bench.load({
      ...people,
      protect: { email: { kind: 'token', prefix: 'eml_' } },
      privacy: { key: Buffer.from(key), keepTokens: () => Promise.resolve() },
    })
    const expected = values.map((value) => {
      const digits = createHmac('sha256', key).update(value).digest('hex').slice(0, 26)
      return `eml_${digits}`
    })
    expect((await rows()).map((row) => row[2])).toEqual(expected)
  }
})

test('each policy, in a table that keeps its types', async () => {
  bench.write(
    'people.csv',
    'id,name,email,phone,born\n1,Jörg van Moe,j@x.de,+49 170,2000-01-02\n2,,,,\n',
  )
  const { masked } = await bench.load({
    ...people,
    protect: {
      name: { kind: 'mask' },
      email: { kind: 'hash' },
      phone: { kind: 'redact' },
      born: { kind: 'redact' },
    },
  })
  const hash = createHash('sha256').update('j@x.de').digest('hex')
  expect(await rows()).toEqual([
    [1, 'J*** v*** M***', hash, null, null],
    [2, null, null, null, null],
  ])
  expect(await bench.rows('select typeof(born) from raw.people limit 1')).toEqual([['DATE']])
  expect(masked).toEqual(
    ['name', 'email', 'phone', 'born'].map((column) => ({ column, rows: 2, changed: 1 })),
  )
})

test('a row that is in another encoding is told, and not shown', async () => {
  bench.write('people.csv', Buffer.from('id,name\n1,Ann\n2,J\xf6rg Moe\n', 'latin1'))
  const { diagnostics } = await bench.load({ ...people, protect: { name: { kind: 'mask' } } })
  expect(diagnostics).toMatchObject([
    { code: 'load-encoding-rows', span: { source: { firstLine: 3 } } },
  ])
  expect(JSON.stringify(diagnostics)).not.toContain('Moe')
})

test('of columns that nobody declared, the quarantine has nothing where others are personal', async () => {
  bench.write('people.csv', 'id,e_mail,phone\nx,ann@x.de,1\ny,,2\n')
  const load = (loadId: bigint, protect: LoadSpec['protect'] = {}) =>
    bench.load({ ...people, columns: { id: 'bigint', phone: 'varchar' }, loadId, protect })
  await load(1n, { phone: { kind: 'redact' } })
  await load(2n)
  const kept =
    "select raw['e_mail'], raw['phone'] from btn_quarantine.raw__people order by load_id, line_number"
  expect(await bench.rows(kept)).toEqual([
    ['***', null],
    [null, null],
    ['ann@x.de', '1'],
    [null, '2'],
  ])
})

test('no file, statement or plan has a value, the key or what is made of it', async () => {
  const once: Rule = {
    name: 'once',
    check: { kind: 'unique', columns: ['email'] },
    severity: 'error',
  }
  const known: Rule = {
    name: 'known',
    check: { kind: 'sql', sql: 'id not in (select id from blocked)' },
    severity: 'error',
    reason: 'blocked: {email} {raw.email}',
  }
  const keyText = 'a key of some length'
  const key = Buffer.from(keyText)
  const profile = join(bench.folder, 'profile.json')
  await bench.connection.execute('create table blocked as select 3 as id')
  await bench.connection.execute(
    `set enable_profiling = 'json'; set profiling_output = '${profile}'`,
  )
  const people3 = 'id,name,email\n1,Secretia,secret1@x.de\n2,S,secret1@x.de\n3,S,secret3@x.de\n4\n'
  bench.write('in/people.csv', people3)
  const kept: TokenOrigin[] = []
  await bench.load({
    ...people,
    from: ['in/people.csv'],
    protect: { name: { kind: 'mask' }, email: { kind: 'token', prefix: 'eml_' } },
    contract: {
      rules: [known, once],
      dedupe: { rows: true, ignore: [], prefer: [], when: 'before_rules' },
    },
    quarantine: {
      table: { database: 'shop', schema: 'btn_quarantine', name: 'raw__people' },
      files: [
        {
          path: join(bench.folder, 'rejected.csv'),
          format: 'csv',
          options: {},
          columns: ['raw_text', 'error_reason', 'email'].map((name) => ({
            kind: 'named',
            name,
            sql: name,
          })),
          join: '|',
        },
      ],
    },
    privacy: { key, keepTokens: async (page) => void kept.push(...page) },
  })
  expect(kept.map(({ column, value }) => [column, value]).sort()).toEqual([
    ['email', 'secret1@x.de'],
    ['email', 'secret3@x.de'],
  ])
  expect(await bench.rows('select count(*) from btn_quarantine.raw__people')).toEqual([[3]])
  const [variables] = await bench.rows('select count(*) from duckdb_variables()')
  expect(variables).toEqual([0])
  await bench.close()
  const hidden = [
    /secret/i,
    new RegExp(keyText),
    new RegExp(String.fromCharCode(...[...key.subarray(0, 8)].map((it) => it ^ 0x36))),
  ]
  const files = readdirSync(bench.folder).filter((name) => name !== 'in')
  expect(files).toContain('shop.duckdb')
  expect(files).toContain('rejected.csv')
  for (const name of files) {
    const text = readFileSync(join(bench.folder, name), 'latin1')
    for (const pattern of hidden) expect(text, name).not.toMatch(pattern)
  }
})

test('what the database complains of does not tell the value', async () => {
  bench.write('people.csv', 'id,email\n1,secret1@x.de\n')
  const failing = bench.load({
    ...people,
    protect: { email: { kind: 'redact' } },
    contract: { clean: { email: { kind: 'sql', sql: 'cast(email as integer)::varchar' } } },
  })
  const error: unknown = await failing.catch((it: unknown) => it)
  expect(String(error)).toContain('clean of "email"')
  expect(String(error)).not.toMatch(/secret/)
})

test('rejected rows that are kept as read can be tried again', async () => {
  const lines = Array.from({ length: 50 }, (_, at) => `${at},"two\nlines ${at}",p${at}@x.de`)
  bench.write('a/people.csv', ['id,name,email', ...lines, '3,again,p3@x.de'].join('\n'))
  bench.write('b/people.csv', 'id,name,email\n100,B,not a mail\n7,again,p7@x.de\n')
  const once: Rule = { name: 'once', check: { kind: 'unique', columns: ['id'] }, severity: 'error' }
  const mail = (sql: string): Rule => ({
    name: 'mail',
    check: { kind: 'sql', sql },
    severity: 'error',
  })
  const kept: RawRow[] = []
  const tokens = new Map<string, string>()
  const spec = {
    ...people,
    from: ['a/people.csv', 'b/people.csv'],
    lineage: ['file', 'line'],
    protect: { name: { kind: 'mask' }, email: { kind: 'token', prefix: 'eml_' } },
    privacy: {
      key: Buffer.from('a key of some length'),
      keepTokens: async (page: readonly TokenOrigin[]) =>
        page.forEach((it) => tokens.set(it.token, it.value)),
      keepRaw: async (page: readonly RawRow[]) => void kept.push(...page),
      restoreRaw: () => Promise.resolve(kept),
    },
  } as const
  await bench.load({ ...spec, contract: { rules: [mail("email like '%9@%'"), once] } })
  expect(kept).toHaveLength(48)
  const bare = { ...spec, contract: { rules: [mail("email like '%@%'"), once] } }
  expect(await bench.replay(bare)).toMatchObject({ rowsTried: 48, rowsLoaded: 45 })
  const found = await bench.rows('select id, _file, _line, name, email from raw.people order by id')
  expect(found.map((row) => [...row.slice(0, 4), tokens.get(String(row[4]))])).toEqual(
    lines.map((_, at) => [
      at,
      'a/people.csv',
      2 + 2 * at,
      `t***\nl*** ${String(at)[0]}***`,
      `p${at}@x.de`,
    ]),
  )
  const waiting = await bench.rows(
    'select file, line_number from btn_quarantine.raw__people where replayed_at is null order by all',
  )
  expect(waiting).toEqual([
    ['a/people.csv', 102],
    ['b/people.csv', 2],
    ['b/people.csv', 3],
  ])
})
