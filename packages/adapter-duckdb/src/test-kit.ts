import type { Connection, Database } from '@btn/adapter'
import { duckdbAdapter } from './index.ts'

/** An empty database in memory, with a connection, as tests want one. Who closes the database closes both. */
export async function openMemory(): Promise<{
  readonly database: Database
  readonly connection: Connection
}> {
  const { credentials } = duckdbAdapter.checkCredentials(
    { type: 'duckdb', path: ':memory:' },
    { projectName: 'shop', projectRoot: '/nowhere', targetPath: 'target' },
  )
  const database = await duckdbAdapter.open(credentials)
  return { database, connection: await database.connect() }
}
