import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DatabaseError, type Adapter, type Connection, type Database } from '../adapter.ts'
import type { Relation } from '../relation.ts'
import type { SqlValue } from '../values.ts'
import { nastyNames, nastyTexts } from './nasty.ts'

export { nastyNames, nastyTexts } from './nasty.ts'

/** What the suite needs to know of an adapter. */
export interface ConformanceOptions {
  readonly adapter: Adapter
  /** The target to open; it may be changed freely. */
  readonly target: Readonly<Record<string, unknown>>
  /** A statement that takes long enough to be cancelled. */
  readonly endlessSql: string
  /** Says why the suite cannot run here, such as a server that is not configured. */
  readonly skipReason?: string | undefined
}

const SCHEMA = 'btn_conformance'

/**
 * The behaviour that btn relies on, tried on a real database. An adapter's test file calls this once; a suite that cannot run is
 * reported as skipped, by the adapter's name.
 */
export function testAdapter(options: ConformanceOptions): void {
  const { adapter, skipReason } = options
  const title = `${adapter.type} conforms`
  if (skipReason !== undefined) {
    describe.skip(`${title} (skipped: ${skipReason})`, () => test('the whole suite'))
    return
  }
  describe(title, () => runSuite(options))
}

function runSuite({ adapter, target, endlessSql }: ConformanceOptions): void {
  const { dialect } = adapter
  const folder = mkdtempSync(join(tmpdir(), 'btn-conformance-'))
  let database: Database
  let connection: Connection
  let databaseName: string

  const relation = (name: string): Relation => ({ database: databaseName, schema: SCHEMA, name })
  const named = (name: string) => dialect.name(relation(name))
  const rowsOf = async (sql: string) => (await connection.query(sql)).rows
  const cell = async (sql: string): Promise<SqlValue | undefined> => (await rowsOf(sql))[0]?.[0]

  beforeAll(async () => {
    const checked = adapter.checkCredentials(target, {
      projectName: 'conformance',
      projectRoot: folder,
      targetPath: 'target',
    })
    expect(checked.diagnostics).toEqual([])
    database = await adapter.open(checked.credentials)
    connection = await database.connect()
    databaseName = checked.credentials.database ?? ''
    const schema = dialect.quote(SCHEMA)
    await connection.execute(`drop schema if exists ${schema} cascade`)
    await connection.execute(`create schema ${schema}`)
  })

  afterAll(async () => {
    await connection.execute(`drop schema if exists ${dialect.quote(SCHEMA)} cascade`)
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  describe('dialect', () => {
    test.each(nastyNames)('a column called %j', async (name) => {
      const { columns } = await connection.query(`select 1 as ${dialect.quote(name)}`)
      expect(columns.map((column) => column.name)).toEqual([name])
    })

    test.each(nastyNames)('a table called %j', async (name) => {
      await connection.execute(`create table ${named(name)} as select 1 as a`)
      const found = await database.catalog.listRelations(connection, databaseName, SCHEMA)
      expect(found).toEqual([{ ...relation(name), type: 'table' }])
      expect((await database.catalog.listColumns(connection, relation(name))).length).toBe(1)
      await connection.execute(`drop table ${named(name)}`)
    })

    test.each(nastyTexts.map((text) => [JSON.stringify(text).slice(0, 40), text] as const))(
      'the text %s',
      async (_shown, text) => {
        expect(await cell(`select ${dialect.literal(text)}`)).toBe(text)
      },
    )

    test('text that no database holds is refused before it is sent', () => {
      expect(() => dialect.literal('a\0b')).toThrow('NUL')
      expect(() => dialect.quote('a\0b')).toThrow('NUL')
    })

    const numbers = [0, 1, -1, 2 ** 31, -(2 ** 53), 0.1, -2.5e-7, 1e300, -0]
    test.each(numbers)('the number %d', async (number) => {
      expect(await cell(`select cast(${dialect.literal(number)} as double precision)`)).toBe(number)
    })

    test.each([NaN, Infinity, -Infinity])('the number %d', async (number) => {
      expect(await cell(`select ${dialect.literal(number)}`)).toBe(number)
    })

    test.each([true, false, null])('the word %s', async (value) => {
      expect(await cell(`select ${dialect.literal(value)}`)).toBe(value)
    })

    test('whole numbers beyond the exact ones of JavaScript', async () => {
      const big = 9007199254740993n
      expect(await cell(`select cast(${dialect.literal(big)} as bigint)`)).toBe(big)
    })
  })

  describe('connection', () => {
    test('exact values', async () => {
      const sql = `select cast(1 as integer), cast('12345678901234567.89' as decimal(38, 2)), date '2024-02-29',
        timestamp '2024-02-29 10:00:00', cast(null as integer)`
      expect(await rowsOf(sql)).toEqual([
        [
          1n,
          { kind: 'decimal', text: '12345678901234567.89' },
          { kind: 'date', text: '2024-02-29' },
          { kind: 'timestamp', text: '2024-02-29T10:00:00' },
          null,
        ],
      ])
    })

    test('several statements at once', async () => {
      const table = named('several')
      const script = `create table ${table} (a integer); insert into ${table} values (1), (2);`
      expect((await connection.execute(script)).rowsAffected).toBe(2)
      expect(await rowsOf(`delete from ${table} where a = 1; select a from ${table}`)).toEqual([
        [2n],
      ])
      await connection.execute(`drop table ${table}`)
    })

    test('an error knows its place', async () => {
      const sql = `select '😀', nosuchcolumn from (select 1 as a) t`
      const error: unknown = await connection.query(sql).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(DatabaseError)
      if (error instanceof DatabaseError) expect(error.offset).toBe(sql.indexOf('nosuchcolumn'))
    })

    test('a cancelled statement leaves the connection usable', async () => {
      const running: Promise<unknown> = connection
        .query(endlessSql)
        .catch((reason: unknown) => reason)
      setTimeout(() => connection.interrupt(), 50)
      const error = await running
      expect(error instanceof DatabaseError && error.isInterrupt).toBe(true)
      expect(await cell('select 1')).toBe(1n)
    })

    test('connections work side by side and see what was committed', async () => {
      const other = await database.connect()
      const table = named('shared')
      await connection.execute(`begin; create table ${table} as select 1 as a`)
      await expect(other.query(`select * from ${table}`)).rejects.toThrow(DatabaseError)
      await connection.execute('commit')
      expect((await other.query(`select * from ${table}`)).rows).toEqual([[1n]])
      await other.execute(`drop table ${table}`)
      await other.close()
    })
  })

  test.runIf(dialect.hasTransactionalDdl)('what is rolled back was never there', async () => {
    const table = named('kept')
    await connection.execute(`create table ${table} as select 1 as a`)
    await connection.execute(`begin; drop table ${table}; create table ${table} as select 2 as b`)
    await connection.execute('rollback')
    expect(await rowsOf(`select a from ${table}`)).toEqual([[1n]])
    await connection.execute(`drop table ${table}`)
  })

  describe('catalog', () => {
    test('tables, views and columns, in order', async () => {
      const { catalog } = database
      await connection.execute(`create table ${named('a_table')} (one integer, two varchar)`)
      await connection.execute(
        `create view ${named('b_view')} as select two from ${named('a_table')}`,
      )
      const found = await catalog.listRelationsIn(connection, [
        { database: databaseName, schema: SCHEMA },
        { database: databaseName, schema: 'btn_nowhere' },
      ])
      expect([...found].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
        { ...relation('a_table'), type: 'table' },
        { ...relation('b_view'), type: 'view' },
      ])
      const columns = await catalog.listColumns(connection, relation('a_table'))
      expect(columns.map((column) => column.name)).toEqual(['one', 'two'])
      expect(await catalog.listSchemas(connection, databaseName)).toContain(SCHEMA)
    })

    test('what does not exist is empty', async () => {
      const { catalog } = database
      expect(await catalog.listRelations(connection, databaseName, 'btn_nowhere')).toEqual([])
      expect(await catalog.listColumns(connection, relation('nothing'))).toEqual([])
    })
  })

  describe('seeds', () => {
    test('a file becomes a typed table, and its rows are exchanged', async () => {
      const path = join(folder, 'seed.csv')
      const request = {
        relation: relation('seed'),
        path,
        delimiter: ',',
        columnTypes: { code: 'varchar(10)' },
      }
      writeFileSync(path, 'id,code,price,day\n1,007,1.5,2024-02-29\n2,,,\n')
      const first = await database.loadSeed(connection, request)
      expect([first.rowsAffected, first.message]).toEqual([2, 'INSERT 2'])
      expect(await rowsOf(`select * from ${named('seed')} order by id`)).toEqual([
        [1n, '007', 1.5, { kind: 'date', text: '2024-02-29' }],
        [2n, null, null, null],
      ])
      writeFileSync(path, 'id,code,price,day\n3,x,2,2024-03-01\n')
      await database.loadSeed(connection, { ...request, existing: 'table' })
      expect(await rowsOf(`select id from ${named('seed')}`)).toEqual([[3n]])
    })
  })
}
