import { setImmediate } from 'node:timers/promises'
import { DatabaseError, type Connection } from '@btn/adapter'
import { askPlans } from '@btn/sql'

interface Asked {
  readonly sql: string
  readonly tables: ReadonlySet<string>
  readonly answer: (text: string | undefined) => void
  readonly fail: (error: unknown) => void
}

/** So many at once leave others to be rendered, and their answers to be read, while the engine thinks. */
const MOST = 16

/** Questions for plans that come while the engine thinks about earlier ones are asked together. */
export class PlanQueue {
  readonly #prepare: (tables: ReadonlySet<string>) => Promise<Connection>
  #waiting: Asked[] = []
  #isBusy = false

  /** @param prepare - makes the tables that are needed */
  constructor(prepare: (tables: ReadonlySet<string>) => Promise<Connection>) {
    this.#prepare = prepare
  }

  ask(sql: string, tables: ReadonlySet<string>): Promise<string> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ sql, tables, answer: (text) => answer(text ?? ''), fail })
      if (!this.#isBusy) void this.#work()
    })
  }

  async #work(): Promise<void> {
    this.#isBusy = true
    // Who is about to ask can do so.
    await setImmediate()
    while (this.#waiting.length > 0) await this.#askTogether(this.#waiting.splice(0, MOST))
    this.#isBusy = false
  }

  /** One that the engine cannot even write a mistake down for must not be the others' loss. */
  async #askTogether(asked: readonly Asked[]): Promise<void> {
    try {
      const connection = await this.#prepare(new Set(asked.flatMap(({ tables }) => [...tables])))
      const texts = await askPlans(
        connection,
        asked.map(({ sql }) => sql),
      )
      asked.forEach(({ answer }, index) => answer(texts[index]))
    } catch (error) {
      if (asked.length > 1 && error instanceof DatabaseError)
        for (const it of asked) await this.#askTogether([it])
      else for (const { fail } of asked) fail(error)
    }
  }
}
