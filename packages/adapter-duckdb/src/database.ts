import type {
  OpenUrl,
  Catalog,
  Connection,
  Database,
  ExportRequest,
  Loader,
  PythonJob,
  SeedRequest,
  SeedResult,
} from '@btn/adapter'
import type { DuckDBInstance } from '@duckdb/node-api'
import { duckdbCatalog } from './catalog.ts'
import { duckdbDialect } from './dialect.ts'
import { DuckdbConnection, type QueryRetries } from './connection.ts'
import type { Engine } from './engine.ts'
import { exportTable } from './export-table.ts'
import { countPlaces, createGate, type Gate } from './gate.ts'
import { createLoader } from './load/loader.ts'
import type { DuckdbProfile } from './profile/profile.ts'
import { submitPython } from './python/submit-python.ts'
import { loadSeed } from './seed/load-seed.ts'

export interface DatabaseOptions {
  readonly engine: Engine
  readonly instance: DuckDBInstance
  readonly retries: QueryRetries
  readonly profile: DuckdbProfile
  /** The name of the database, where it is a file of DuckDB's own kind. */
  readonly file?: string | undefined
  /** Run on each new connection: what is set there is not shared. */
  readonly settings: readonly string[]
  readonly openUrl?: OpenUrl
  /** Called when nobody uses the database any more. */
  readonly onClose: () => void
}

/** An open DuckDB database. */
export class DuckdbDatabase implements Database {
  readonly catalog: Catalog = duckdbCatalog
  readonly #options: DatabaseOptions
  readonly loader: Loader
  readonly #connections = new Set<DuckdbConnection>()
  readonly #gate: Gate = createGate(countPlaces(process.env['UV_THREADPOOL_SIZE']))
  #settling: Promise<void> | undefined
  #isClosed = false

  constructor(options: DatabaseOptions) {
    this.#options = options
    this.loader = createLoader(this.catalog, () => this.connect(), options.openUrl)
  }

  async connect(): Promise<Connection> {
    const { engine, instance, retries, settings } = this.#options
    const native = await instance.connect()
    for (const sql of settings) await native.run(sql)
    const connection = new DuckdbConnection({
      engine,
      native,
      retries,
      gate: this.#gate,
      onClose: (closed) => this.#connections.delete(closed),
    })
    this.#connections.add(connection)
    return connection
  }

  loadSeed(connection: Connection, request: SeedRequest): Promise<SeedResult> {
    return loadSeed(this.catalog, connection, request)
  }

  exportTable(connection: Connection, request: ExportRequest): Promise<void> {
    return exportTable(connection, request)
  }

  submitPython(connection: Connection, job: PythonJob): Promise<void> {
    if (!(connection instanceof DuckdbConnection))
      throw new Error('the connection is of another database')
    return submitPython({ connection, profile: this.#options.profile, job })
  }

  async settle(): Promise<void> {
    const { instance, file } = this.#options
    if (file === undefined) return
    const connection = await instance.connect()
    const end = () => connection.closeSync()
    // Where it fails, as on a full disk, closing tries again, as it would have without this.
    this.#settling = connection.run(`checkpoint ${duckdbDialect.quote(file)}`).then(end, end)
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    await this.#settling
    await Promise.all([...this.#connections].map((connection) => connection.close()))
    this.#options.onClose()
  }
}
