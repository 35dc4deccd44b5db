import type { Catalog, Database, Loader } from '@btn/adapter'

/**
 * A database that is opened when it is first needed: compiling a project whose templates ask nothing needs none, and gets no
 * in the way of whoever has it open.
 */
export function lazyDatabase(openDatabase: () => Promise<Database>): Database {
  let opening: Promise<Database> | undefined
  const open = (): Promise<Database> => (opening ??= openDatabase())
  const catalog: Catalog = {
    listRelations: async (...args) => (await open()).catalog.listRelations(...args),
    listRelationsIn: async (...args) => (await open()).catalog.listRelationsIn(...args),
    listSchemas: async (...args) => (await open()).catalog.listSchemas(...args),
    listColumns: async (...args) => (await open()).catalog.listColumns(...args),
    summarize: async (...args) => (await open()).catalog.summarize(...args),
    listDetails: async (...args) => (await open()).catalog.listDetails(...args),
    listFileSizes: async (...args) => (await open()).catalog.listFileSizes(...args),
    listSizes: async (...args) => (await open()).catalog.listSizes(...args),
  }
  const loader: Loader = {
    find: async (...args) => (await open()).loader.find(...args),
    inspect: async (...args) => (await open()).loader.inspect(...args),
    load: async (...args) => (await open()).loader.load(...args),
    checkContract: async (...args) => (await open()).loader.checkContract(...args),
    mend: async (...args) => (await open()).loader.mend(...args),
    replay: async (...args) => (await open()).loader.replay(...args),
  }
  return {
    catalog,
    loader,
    connect: async () => (await open()).connect(),
    loadSeed: async (...args) => (await open()).loadSeed(...args),
    submitPython: async (...args) => (await open()).submitPython(...args),
    exportTable: async (...args) => (await open()).exportTable(...args),
    settle: async () => (await opening)?.settle(),
    close: async () => {
      // A database that could not be opened has been complained about, and needs no closing.
      const database = await opening?.catch(() => undefined)
      await database?.close()
    },
  }
}
