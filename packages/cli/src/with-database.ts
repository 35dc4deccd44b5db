import type { Database, OpenOptions } from '@btn/adapter'
import { lazyDatabase } from './lazy-database.ts'
import { throughProxies } from './network/through-proxies.ts'
import type { Opened } from './open-project.ts'

/** Opens the target's database for a piece of work outside of a run, and closes it again. */
export async function withDatabase<T>(
  { adapter, project }: Opened,
  options: OpenOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const { target } = project
  if (!adapter || !target) throw new Error('a database was wanted without a target')
  // Relative paths in SQL are the database's to resolve: it takes them from the working directory.
  process.chdir(project.root)
  const database = lazyDatabase(() =>
    adapter.open(target.credentials, { openUrl: throughProxies, ...options }),
  )
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
