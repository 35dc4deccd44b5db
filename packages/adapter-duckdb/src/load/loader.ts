import type { Catalog, Loader } from '@btn/adapter'
import { PlainLists } from './keep-order.ts'

/** Loads for DuckDB. What they are made of is imported when the first one comes: most projects have none. */
export function createLoader(catalog: Catalog): Loader {
  const tools = { catalog, lists: new PlainLists() }
  return {
    async find(files) {
      const { findFiles } = await import('./files/find-files.ts')
      const { Spool } = await import('./files/spool.ts')
      const spool = new Spool()
      try {
        return (await findFiles(files, spool)).map((file) => file.shownPath)
      } finally {
        await spool.close()
      }
    },
    async inspect(files) {
      const { inspectFiles } = await import('./files/inspect-files.ts')
      return inspectFiles(files)
    },
    async load(connection, request) {
      const { runLoad } = await import('./run-load.ts')
      return runLoad(tools, connection, request)
    },
    async replay(connection, request) {
      const { runReplay } = await import('./run-replay.ts')
      return runReplay(tools, connection, request)
    },
  }
}
