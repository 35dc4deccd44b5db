import type { Database, OpenOptions } from '@btn/adapter'
import type { Opened } from './open-project.ts'

/** Opens the target's database for a piece of work outside of a run, and closes it again. */
export async function withDatabase<T>(
  { target }: Opened,
  options: OpenOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = target.use(options)
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
