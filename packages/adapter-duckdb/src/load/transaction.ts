import type { Connection } from '@btn/adapter'

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
