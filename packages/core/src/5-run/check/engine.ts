import { DatabaseError, type Connection, type Database, type EmptyDatabase } from '@btn/adapter'

/**
 * The one connection of a check. The engine is loaded when it is first asked something, and then makes what was put off: a check that
 * knows all the answers needs none.
 */
export class Engine implements Connection {
  readonly #open: () => Promise<EmptyDatabase>
  #opening: Promise<{ readonly empty: EmptyDatabase; readonly connection: Connection }> | undefined
  #pending: string[] = []
  #flushing: Promise<void> = Promise.resolve()

  constructor(open: () => Promise<EmptyDatabase>) {
    this.#open = open
  }

  /** A statement that the next question needs. */
  putOff(sql: string): void {
    this.#pending.push(sql)
  }

  async execute(sql: string) {
    return (await this.#ready()).execute(sql)
  }

  async query(sql: string) {
    return (await this.#ready()).query(sql)
  }

  interrupt(): void {
    // Nothing of a check takes long enough to be cut short.
  }

  async database(): Promise<Database> {
    await this.#ready()
    return (await this.#begin()).empty.database
  }

  /** The connection itself, for what the adapter does with it. */
  connection(): Promise<Connection> {
    return this.#ready()
  }

  /** What could not be had; nothing where nobody asked. */
  async missing(): Promise<readonly string[]> {
    return this.#opening ? (await this.#opening).empty.missing : []
  }

  async empty(): Promise<EmptyDatabase> {
    return (await this.#begin()).empty
  }

  async close(): Promise<void> {
    await (await this.#opening)?.empty.database.close()
  }

  #begin() {
    this.#opening ??= this.#open().then(async (empty) => ({
      empty,
      connection: await empty.database.connect(),
    }))
    return this.#opening
  }

  async #ready(): Promise<Connection> {
    const { connection } = await this.#begin()
    const due = this.#pending
    if (due.length > 0) {
      this.#pending = []
      this.#flushing = this.#flushing.then(() => makeAll(connection, due))
    }
    await this.#flushing
    return connection
  }
}

/**
 * A table that cannot be made, because the engine has no word for a type of its own, is missing: who reads it is told so, and nobody else is
 * accused.
 */
async function makeAll(connection: Connection, statements: readonly string[]): Promise<void> {
  try {
    await connection.execute(statements.join(';\n'))
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    for (const sql of statements) await connection.execute(sql).catch(ignoreRefused)
  }
}

function ignoreRefused(error: unknown): void {
  if (!(error instanceof DatabaseError)) throw error
}
