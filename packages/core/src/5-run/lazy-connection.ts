import type { Connection, Database, ExecuteResult, SqlTable } from '@btn/adapter'

/** A connection that is opened by its first statement, so that idle threads and plain compiling cost none. */
export class LazyConnection implements Connection {
  readonly #database: Pick<Database, 'connect'>
  #opening: Promise<Connection> | undefined
  #connection: Connection | undefined

  constructor(database: Pick<Database, 'connect'>) {
    this.#database = database
  }

  async execute(sql: string): Promise<ExecuteResult> {
    return (this.#connection ?? (await this.open())).execute(sql)
  }

  async query(sql: string): Promise<SqlTable> {
    return (this.#connection ?? (await this.open())).query(sql)
  }

  interrupt(): void {
    this.#connection?.interrupt()
  }

  async close(): Promise<void> {
    await (await this.#opening)?.close()
  }

  /** The connection itself, for what the adapter does with it. */
  open(): Promise<Connection> {
    this.#opening ??= this.#database.connect().then((connection) => {
      this.#connection = connection
      return connection
    })
    return this.#opening
  }
}
