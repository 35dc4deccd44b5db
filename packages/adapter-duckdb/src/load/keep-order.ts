import type { Connection } from '@btn/adapter'

/** Whether the table that a query makes has its rows in the order in which they were read, whatever the number of threads. */
export async function keepsOrder(connection: Connection, statement: string): Promise<boolean> {
  const { rows } = await connection.query(`explain ${statement}`)
  const plan = String(rows[0]?.[1])
  return plan.includes('BATCH_CREATE_TABLE_AS') || !/JOIN|AGGREGATE|WINDOW|GROUP_BY/.test(plan)
}

/**
 * DuckDB makes a join of a list of five values or more, and a join loses the order of rows: while a stage is filled, lists stay lists.
 */
export class PlainLists {
  readonly #setting = new HeldSetting('disabled_optimizers', (before) =>
    [before, 'in_clause'].filter(Boolean).join(','),
  )

  during<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
    return this.#setting.during(connection, work)
  }
}

/** Projects give the order of rows away to need less memory; a load tells lines by it. */
export class KeptOrder {
  readonly #setting = new HeldSetting('preserve_insertion_order', () => 'true')

  during<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
    return this.#setting.during(connection, work)
  }
}

/** A setting of the whole database: loads that run at the same time share it, and the last one restores it. */
class HeldSetting {
  readonly #name: string
  readonly #change: (before: string) => string
  #holders = 0
  #before = ''
  #tail: Promise<unknown> = Promise.resolve()

  constructor(name: string, change: (before: string) => string) {
    this.#name = name
    this.#change = change
  }

  async during<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
    await this.#inTurn(() => this.#enter(connection))
    try {
      return await work()
    } finally {
      await this.#inTurn(() => this.#leave(connection))
    }
  }

  /** One change after the other: it takes two statements. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#tail.then(work)
    this.#tail = done.catch(() => undefined)
    return done
  }

  async #enter(connection: Connection): Promise<void> {
    this.#holders++
    if (this.#holders > 1) return
    const { rows } = await connection.query(`select current_setting('${this.#name}')`)
    this.#before = String(rows[0]?.[0] ?? '')
    await connection.execute(`set ${this.#name} = '${this.#change(this.#before)}'`)
  }

  async #leave(connection: Connection): Promise<void> {
    this.#holders--
    if (this.#holders > 0) return
    await connection.execute(`set ${this.#name} = '${this.#before}'`)
  }
}
