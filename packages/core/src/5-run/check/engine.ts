import { DatabaseError, type Connection, type Database, type EmptyDatabase } from '@btn/adapter'
import { PlanQueue } from './plan-queue.ts'
import { PutOff, type Due } from './put-off.ts'

/**
 * The one connection of a check. The engine is loaded when it is first asked something, and then makes what was put off: a check that
 * knows all the answers needs none.
 */
export class Engine implements Connection {
  readonly #open: () => Promise<EmptyDatabase>
  readonly #plans = new PlanQueue((tables) => this.#make(this.#putOff.take(tables)))
  readonly #putOff = new PutOff()
  #opening: Promise<{ readonly empty: EmptyDatabase; readonly connection: Connection }> | undefined
  #flushing: Promise<void> = Promise.resolve()

  constructor(open: () => Promise<EmptyDatabase>) {
    this.#open = open
  }

  /** A statement that the next question needs; a table only those that name it, and those that may look at everything. */
  putOff(sql: string, table?: string): void {
    this.#putOff.add(sql, table)
  }

  async execute(sql: string) {
    return (await this.#ready()).execute(sql)
  }

  async query(sql: string) {
    return (await this.#ready()).query(sql)
  }

  /** The plan of a query; of the tables that were put off, these are there. */
  planOver(sql: string, tables: ReadonlySet<string>): Promise<string> {
    return this.#plans.ask(sql, tables)
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

  #ready(): Promise<Connection> {
    return this.#make(this.#putOff.takeAll())
  }

  async #make({ statements, tables }: Due): Promise<Connection> {
    const { connection, empty } = await this.#begin()
    if (statements.length + tables.length > 0)
      this.#flushing = this.#flushing.then(async () => {
        await makeAll(statements, (them) => connection.execute(them.join(';\n')))
        await makeAll(tables, (them) => empty.make(them))
      })
    await this.#flushing
    return connection
  }
}

/**
 * A table that cannot be made, because the engine has no word for a type of its own, is missing: who reads it is told so, and nobody else is
 * accused.
 */
async function makeAll(
  statements: readonly string[],
  make: (statements: readonly string[]) => Promise<unknown>,
): Promise<void> {
  if (statements.length === 0) return
  try {
    await make(statements)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    for (const sql of statements) await make([sql]).catch(ignoreRefused)
  }
}

function ignoreRefused(error: unknown): void {
  if (!(error instanceof DatabaseError)) throw error
}
