import { DatabaseError, type Connection } from '@btn/adapter'

/** Runs statements as one: everything is undone when some of the work fails. */
export async function inTransaction(
  connection: Connection,
  work: () => Promise<void>,
): Promise<void> {
  await connection.execute('begin')
  try {
    await work()
    await connection.execute('commit')
  } catch (error) {
    await connection.execute('rollback').catch(() => undefined)
    throw error
  }
}

/** One after the other. */
export async function executeAll(
  connection: Connection,
  statements: readonly string[],
): Promise<void> {
  for (const statement of statements) await connection.execute(statement)
}

const MOST_TRIES = 10

/** Runs `create … if not exists`; two loads that make the same thing at the same time get in each other's way. */
export async function ensure(connection: Connection, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await connection.execute(statement)
      return
    } catch (error) {
      const isConflict = error instanceof DatabaseError && /conflict/i.test(error.message)
      if (!isConflict || attempt === MOST_TRIES) throw error
    }
  }
}
