import type { Catalog, Connection, LoadRequest, Loader, OpenUrl } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import { KeptOrder, PlainLists } from './keep-order.ts'
import { Turns } from './turns.ts'

/** Loads for DuckDB. What they are made of is imported when the first one comes: most projects have none. */
export function createLoader(
  catalog: Catalog,
  connect: () => Promise<Connection>,
  openUrl?: OpenUrl,
): Loader {
  const tools = { catalog, lists: new PlainLists() }
  const turns = new Turns()
  const order = new KeptOrder()
  /** Alone with the table, and with rows in the order in which they are read. */
  const alone = <T>(
    connection: Connection,
    { relation }: Pick<LoadRequest, 'relation'>,
    work: () => Promise<T>,
  ): Promise<T> => turns.take(duckdbDialect.name(relation), () => order.during(connection, work))
  /** Work that makes tokens has a connection to itself. */
  const withSecrets = async <T>(
    connection: Connection,
    { privacy }: Pick<LoadRequest, 'privacy'>,
    work: (connection: Connection) => Promise<T>,
  ): Promise<T> => {
    if (!privacy) return work(connection)
    const { withKey } = await import('./private-connection.ts')
    return withKey(connection, { connect, key: privacy.key }, work)
  }
  return {
    async find(files) {
      const { findFiles } = await import('./files/find-files.ts')
      const { Spool } = await import('./files/spool.ts')
      const spool = new Spool()
      try {
        return (await findFiles(files, { spool, openUrl })).map((file) => file.shownPath)
      } finally {
        await spool.close()
      }
    },
    async inspect(files) {
      const { inspectFiles } = await import('./files/inspect-files.ts')
      return inspectFiles(files, openUrl)
    },
    async load(connection, request) {
      const { runLoad } = await import('./run-load.ts')
      return alone(connection, request, () =>
        withSecrets(connection, request, (own) => runLoad(tools, own, request)),
      )
    },
    async checkContract(connection, request) {
      const { checkContract } = await import('./check-contract.ts')
      return checkContract(connection, request)
    },
    async mend(connection, request) {
      const { mendRows } = await import('./mends.ts')
      await mendRows(connection, request)
    },
    async replay(connection, request) {
      const { runReplay } = await import('./run-replay.ts')
      return alone(connection, request, () =>
        withSecrets(connection, request, (own) => runReplay(tools, own, request)),
      )
    },
  }
}
