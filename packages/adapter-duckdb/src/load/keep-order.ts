import type { Connection } from '@btn/adapter'

/** Whether the table that a query makes has its rows in the order in which they were read, whatever the number of threads. */
export async function keepsOrder(connection: Connection, statement: string): Promise<boolean> {
  const { rows } = await connection.query(`explain ${statement}`)
  const plan = String(rows[0]?.[1])
  return plan.includes('BATCH_CREATE_TABLE_AS') || !/JOIN|AGGREGATE|WINDOW|GROUP_BY/.test(plan)
}

/**
 * DuckDB makes a join of a list of five values or more, and a join loses the order of rows. The setting that prevents it is one of the
 * whole database: loads that run at the same time share it, and the last one restores it.
 */
export class PlainLists {
  #holders = 0
  #before = ''
  #tail: Promise<unknown> = Promise.resolve()

  async during<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
    await this.#change(() => this.#enter(connection))
    try {
      return await work()
    } finally {
      await this.#change(() => this.#leave(connection))
    }
  }

  /** One change after the other: it takes two statements. */
  #change(work: () => Promise<void>): Promise<void> {
    const done = this.#tail.then(work)
    this.#tail = done.catch(() => undefined)
    return done
  }

  async #enter(connection: Connection): Promise<void> {
    this.#holders++
    if (this.#holders > 1) return
    const { rows } = await connection.query(`select current_setting('disabled_optimizers')`)
    this.#before = String(rows[0]?.[0] ?? '')
    const disabled = [this.#before, 'in_clause'].filter(Boolean).join(',')
    await connection.execute(`set disabled_optimizers = '${disabled}'`)
  }

  async #leave(connection: Connection): Promise<void> {
    this.#holders--
    if (this.#holders > 0) return
    await connection.execute(`set disabled_optimizers = '${this.#before}'`)
  }
}
