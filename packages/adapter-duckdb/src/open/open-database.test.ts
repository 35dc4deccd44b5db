import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DiagnosticError } from '@btn/diagnostics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { duckdbAdapter } from '../index.ts'

const folder = mkdtempSync(join(tmpdir(), 'btn-open-'))
const good = join(folder, 'good.duckdb')
let bytes: Buffer

function check(target: Readonly<Record<string, unknown>>) {
  return duckdbAdapter.checkCredentials(
    { type: 'duckdb', ...target },
    { projectName: 'shop', projectRoot: folder, targetPath: 'target' },
  )
}

async function open(target: Readonly<Record<string, unknown>>) {
  return duckdbAdapter.open(check(target).credentials)
}

/** What a user is told when a target cannot be opened, with the folder's name left out. */
async function refusal(target: Readonly<Record<string, unknown>>): Promise<string> {
  try {
    await (await open(target)).close()
    return 'opened'
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    const text = error.diagnostics.map((it) => `${it.code}: ${it.message}`).join('\n')
    return text.replaceAll(`${folder}/`, '')
  }
}

beforeAll(async () => {
  const database = await open({ path: 'good.duckdb' })
  const connection = await database.connect()
  await connection.execute('create table t as select 1 as a')
  await database.close()
  bytes = readFileSync(good)
})

afterAll(() => rmSync(folder, { recursive: true }))

/** The sum that DuckDB keeps in front of each of its blocks. */
function checksum(block: Buffer): bigint {
  let sum = 5381n
  for (let at = 0; at < block.length; at += 8) {
    sum ^= BigInt.asUintN(64, block.readBigUInt64LE(at) * 0xbf58476d1ce4e5b9n)
  }
  return sum
}

function withHeader(version: number, release: string, isSummed: boolean): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeBigUInt64LE(BigInt(version), 12)
  copy.fill(0, 52, 84).write(release, 52, 'latin1')
  if (isSummed) copy.writeBigUInt64LE(checksum(copy.subarray(8, 4096)), 0)
  return copy
}

test('what is only read does without databases in memory', async () => {
  const attach = [{ path: ':memory:', alias: 'scratch' }]
  const { credentials } = check({ path: 'good.duckdb', attach })
  const database = await duckdbAdapter.open(credentials, { isReadOnly: true })
  const connection = await database.connect()
  expect((await connection.query('select a from t')).rows).toEqual([[1n]])
  await database.close()
})

describe('files that are no database for this DuckDB', () => {
  const cases: readonly (readonly [string, () => Buffer | string, string])[] = [
    [
      'newer',
      () => withHeader(90, 'v2.0.0', true),
      'database-newer: newer.duckdb was written by DuckDB v2.0.0, which is newer than DuckDB v1.5.6, the one in btn',
    ],
    [
      'newer_storage',
      () => withHeader(69, 'v1.5.6', true),
      'database-newer: newer_storage.duckdb was written by a DuckDB with storage version 69, which is newer than DuckDB v1.5.6, the one in btn',
    ],
    [
      'newer_unsummed',
      () => withHeader(99, 'v1.5.6', false),
      'database-newer: newer_unsummed.duckdb was written by a DuckDB with storage version 99, which is newer than DuckDB v1.5.6, the one in btn',
    ],
    [
      'older',
      () => withHeader(51, 'v0.8.1', true),
      'database-older: older.duckdb has storage version 51, which is too old for DuckDB v1.5.6, the one in btn',
    ],
    [
      'text',
      () => 'id,name\n1,a\n'.repeat(500),
      'database-not-duckdb: text.duckdb is not a DuckDB database but a text file',
    ],
    [
      'short',
      () => 'hello',
      'database-not-duckdb: short.duckdb is not a DuckDB database but a text file',
    ],
    [
      'empty',
      () => '',
      'database-not-duckdb: empty.duckdb is not a DuckDB database but an empty file',
    ],
    [
      'sqlite',
      () => `SQLite format 3\0${'x'.repeat(5000)}`,
      'database-not-duckdb: sqlite.duckdb is not a DuckDB database but an SQLite database',
    ],
    [
      'half',
      () => bytes.subarray(0, 6000),
      'database-damaged: half.duckdb is a DuckDB database, but damaged: Could not read enough bytes from file "half.duckdb": attempted to read 2192 bytes from location 6000',
    ],
  ]
  test.each(cases)('%s', async (name, content, expected) => {
    writeFileSync(join(folder, `${name}.duckdb`), content())
    expect(await refusal({ path: `${name}.duckdb` })).toBe(expected)
  })
})

describe('places that cannot be written', () => {
  const isRoot = process.getuid?.() === 0

  /** Root may write everywhere: it becomes nobody for the while. */
  async function asUser<T>(work: () => Promise<T>): Promise<T> {
    if (!isRoot) return work()
    process.seteuid?.(65534)
    try {
      return await work()
    } finally {
      process.seteuid?.(0)
    }
  }

  test('a folder that is missing is made', async () => {
    expect(await refusal({ path: 'deep/er/x.duckdb' })).toBe('opened')
  })

  test('a folder that cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '')
    expect(await refusal({ path: 'file/x.duckdb' })).toBe(
      'database-unwritable: file/x.duckdb cannot be written: file is a file, not a folder',
    )
  })

  test('a folder where the file should be', async () => {
    mkdirSync(join(folder, 'directory.duckdb'))
    expect(await refusal({ path: 'directory.duckdb' })).toMatch(
      /^database-unwritable: .* is a folder$/,
    )
  })

  test('a folder and a file of somebody else', async () => {
    const place = join(folder, 'closed')
    mkdirSync(place)
    writeFileSync(join(place, 'there.duckdb'), bytes)
    chmodSync(join(place, 'there.duckdb'), 0o444)
    chmodSync(place, 0o555)
    chmodSync(folder, 0o755)
    await open({ path: ':memory:' }).then((database) => database.close())
    const found = await asUser(async () => [
      await refusal({ path: 'closed/new.duckdb' }),
      await refusal({ path: 'closed/there.duckdb' }),
      await refusal({ path: 'closed/below/new.duckdb' }),
    ])
    expect(found).toEqual([
      'database-unwritable: closed/new.duckdb cannot be written: closed/new.duckdb may not be written by this user',
      'database-unwritable: closed/there.duckdb cannot be written: closed/there.duckdb may not be written by this user',
      'database-unwritable: closed/below/new.duckdb cannot be written: closed/below cannot be made: the folder above may not be written by this user',
    ])
  })

  test.runIf(process.platform === 'linux')('a place of another kind', async () => {
    expect(await refusal({ path: '/proc/x.duckdb' })).toMatch(
      /^database-open-failed: \/proc\/x.duckdb cannot be opened: /,
    )
  })

  test('a full disk', async () => {
    expect(await refusal({ path: '/dev/full' })).toBe(
      'disk-full: no space is left on the disk that holds /dev/full',
    )
  })
})

describe('two processes', () => {
  let child: ChildProcess

  const holder = `
    const { DuckDBInstance } = require('@duckdb/node-api')
    DuckDBInstance.create(process.argv[1]).then(async (instance) => {
      globalThis.kept = [instance, await instance.connect()]
      console.log('open')
      setInterval(() => undefined, 1000)
    })`

  async function hold(path: string): Promise<void> {
    child = spawn(process.execPath, ['-e', holder, path], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => child.stdout?.once('data', resolve))
  }

  async function release(): Promise<void> {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }

  test('the message names the process that holds the database', async () => {
    await hold(good)
    try {
      const text = await refusal({ path: 'good.duckdb' })
      expect(text).toContain(
        `database-locked: good.duckdb is in use by another process: process ${child.pid} (`,
      )
      expect(text).toContain(process.platform === 'linux' ? 'DuckDBInstance' : '')
      expect(text).not.toContain('\n')
    } finally {
      await release()
    }
    expect(await refusal({ path: 'good.duckdb' })).toBe('opened')
  })

  test('an attached database that is locked is named', async () => {
    writeFileSync(join(folder, 'attached.duckdb'), bytes)
    await hold(join(folder, 'attached.duckdb'))
    try {
      const text = await refusal({ path: ':memory:', attach: [{ path: 'attached.duckdb' }] })
      expect(text).toContain(`attached.duckdb is in use by another process: process ${child.pid}`)
    } finally {
      await release()
    }
  })

  test('connect_attempts waits for the other to end', async () => {
    await hold(good)
    const opening = refusal({ path: 'good.duckdb', retries: { connect_attempts: 3 } })
    setTimeout(() => void release(), 300)
    expect(await opening).toBe('opened')
  })
})

describe('what is done after opening', () => {
  test('settings hold on every connection, extensions and attached databases for all', async () => {
    writeFileSync(join(folder, 'other.duckdb'), bytes)
    const database = await open({
      path: ':memory:',
      settings: { TimeZone: 'Asia/Tokyo', null_order: 'nulls_last' },
      extensions: ['json', 'icu'],
      attach: [{ path: 'other.duckdb', alias: 'other one', read_only: true }],
      config_options: { threads: 1 },
    })
    for (const connection of [await database.connect(), await database.connect()]) {
      const { rows } = await connection.query(
        `select current_setting('TimeZone'), current_setting('threads'), (select a from "other one".t)`,
      )
      expect(rows).toEqual([['Asia/Tokyo', 1n, 1n]])
    }
    await database.close()
  })

  const refused: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
    [
      { settings: { memry_limit: '1GB' } },
      'database-setup-failed: the setting memry_limit of the target',
    ],
    [
      { config_options: { access_mode: 'READ_WRITE', max_memory: 'lots' } },
      'database-option-wrong: config_options: DuckDB refuses max_memory: "lots"',
    ],
    [
      { config_options: { acess_mode: 'x' } },
      'database-option-unknown: config_options: DuckDB has no',
    ],
    [{ attach: [{ path: 'text.duckdb' }] }, 'database-setup-failed: the attached database'],
    [{ secrets: [{ type: 'nonsense' }] }, 'database-setup-failed: the secret _dbt_secret_1 of the'],
  ]
  test.each(refused)('%j', async (target, expected) => {
    expect(await refusal({ path: ':memory:', ...target })).toContain(expected)
  })
})
