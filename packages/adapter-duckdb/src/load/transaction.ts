import { DatabaseError, type Connection } from '@btn/adapter'

/** Runs statements as one; `last` comes after them and before the end, and everything is undone when it fails. */
export async function inTransaction(
  connection: Connection,
  statements: readonly string[],
  last: () => Promise<void>,
): Promise<void> {
  await connection.execute('begin')
  try {
    for (const statement of statements) await connection.execute(statement)
    await last()
    await connection.execute('commit')
  } catch (error) {
    await connection.execute('rollback').catch(() => undefined)
    throw error
  }
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
