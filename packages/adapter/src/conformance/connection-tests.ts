import { expect, test } from 'vitest'
import { DatabaseError } from '../adapter.ts'
import type { Subject } from './subject.ts'

export function testConnection(subject: Subject): void {
  const { dialect, endlessSql } = subject
  test('exact values', async () => {
    const sql = `select cast(1 as integer), cast('12345678901234567.89' as decimal(38, 2)), date '2024-02-29',
      timestamp '2024-02-29 10:00:00', cast(null as integer)`
    expect(await subject.rowsOf(sql)).toEqual([
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
    const table = subject.named('several')
    const script = `create table ${table} (a integer); insert into ${table} values (1), (2);`
    expect((await subject.connection.execute(script)).rowsAffected).toBe(2)
    expect(
      await subject.rowsOf(`delete from ${table} where a = 1; select a from ${table}`),
    ).toEqual([[2n]])
    await subject.connection.execute(`drop table ${table}`)
  })

  test('an error knows its place', async () => {
    const sql = `select '😀', nosuchcolumn from (select 1 as a) t`
    const error: unknown = await subject.connection.query(sql).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(DatabaseError)
    if (error instanceof DatabaseError) expect(error.offset).toBe(sql.indexOf('nosuchcolumn'))
  })

  test('a cancelled statement leaves the connection usable', async () => {
    const running: Promise<unknown> = subject.connection
      .query(endlessSql)
      .catch((reason: unknown) => reason)
    setTimeout(() => subject.connection.interrupt(), 50)
    const error = await running
    expect(error instanceof DatabaseError && error.isInterrupt).toBe(true)
    expect(await subject.cell('select 1')).toBe(1n)
  })

  test('connections work side by side and see what was committed', async () => {
    const other = await subject.database.connect()
    const table = subject.named('shared')
    await subject.connection.execute(`begin; create table ${table} as select 1 as a`)
    await expect(other.query(`select * from ${table}`)).rejects.toThrow(DatabaseError)
    await subject.connection.execute('commit')
    expect((await other.query(`select * from ${table}`)).rows).toEqual([[1n]])
    await other.execute(`drop table ${table}`)
    await other.close()
  })

  test.runIf(dialect.hasTransactionalDdl)('what is rolled back was never there', async () => {
    const table = subject.named('kept')
    await subject.connection.execute(`create table ${table} as select 1 as a`)
    await subject.connection.execute(
      `begin; drop table ${table}; create table ${table} as select 2 as b`,
    )
    await subject.connection.execute('rollback')
    expect(await subject.rowsOf(`select a from ${table}`)).toEqual([[1n]])
    await subject.connection.execute(`drop table ${table}`)
  })
}
