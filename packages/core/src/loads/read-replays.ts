import type { Database, Dialect } from '@btn/adapter'
import type { LoadedSource } from '../types/index.ts'
import { findQuarantine } from './replay.ts'

/** When rows of files were replayed last, by the path of the file. */
export async function readReplays(
  { database, dialect }: { readonly database: Database; readonly dialect: Dialect },
  source: LoadedSource,
): Promise<ReadonlyMap<string, Date>> {
  const connection = await database.connect()
  try {
    const table = await findQuarantine(database, connection, source)
    if (!table) return new Map()
    const { rows } = await connection.query(
      `select file, epoch_ms(max(replayed_at)) from ${dialect.name(table)} where replayed_at is not null group by file`,
    )
    return new Map(rows.map(([file, at]) => [String(file), new Date(Number(at))]))
  } finally {
    await connection.close()
  }
}
