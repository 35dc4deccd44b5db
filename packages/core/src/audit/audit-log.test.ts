import { DatabaseError, type Connection, type Database } from '@btn/adapter'
import { duckdbAdapter } from '@btn/adapter-duckdb'
import { expect, it } from 'vitest'
import { AuditLog } from './audit-log.ts'

const run = {
  runId: 'r1',
  command: 'build',
  args: {},
  projectHash: '',
  btnVersion: '0',
  userName: '',
  host: '',
  pid: 1,
  startedAt: new Date(0),
}

/** A database whose disk is full while `isFull` says so: what is written is refused at the end of its transaction. */
async function openDisk(isFull: () => boolean) {
  const database = await duckdbAdapter.open({
    type: 'duckdb',
    path: ':memory:',
    schema: 'main',
    threads: 1,
  })
  const limited = (connection: Connection): Connection => ({
    query: (sql) => connection.query(sql),
    interrupt: () => connection.interrupt(),
    close: () => connection.close(),
    async execute(sql) {
      if (!isFull() || sql === 'rollback') return connection.execute(sql)
      await connection.execute(sql.replace(/commit$/, 'rollback'))
      throw new DatabaseError('Failed to commit: No space left on device')
    },
  })
  const open: Database = Object.assign(Object.create(database), {
    connect: async () => limited(await database.connect()),
  })
  const audit = new AuditLog({
    run,
    open: () => Promise.resolve(open),
    dialect: duckdbAdapter.dialect,
    database: 'memory',
    now: () => new Date(0),
  })
  return { database, audit }
}

it('tells that it cannot be written, and writes what it has once there is room, each row once', async () => {
  let isFull = false
  const { database, audit } = await openDisk(() => isFull)
  await audit.begin()
  isFull = true
  audit.write('nodes', { phase: 'started', node_id: 'a' })
  await expect(audit.flush()).rejects.toThrow('the audit log cannot be written')
  audit.write('nodes', { phase: 'done', node_id: 'a' })
  await expect(audit.flush()).rejects.toThrow('No space left on device')
  isFull = false
  audit.write('nodes', { phase: 'started', node_id: 'b' })
  const { rows } = await audit.query(`select phase, node_id from ${audit.name('nodes')}`)
  expect(rows).toEqual([
    ['started', 'a'],
    ['done', 'a'],
    ['started', 'b'],
  ])
  await audit.end(0)
  await database.close()
})

it('tells that it cannot be begun', async () => {
  const { database, audit } = await openDisk(() => true)
  await expect(audit.begin()).rejects.toThrow('the audit log cannot be written')
  await audit.end(2)
  await database.close()
})
