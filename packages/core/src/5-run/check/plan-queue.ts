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

/** The tables of one handful are made while the engine thinks about another. */
const LANES = 2

/** Questions for plans that come while the engine thinks about earlier ones are asked together. */
export class PlanQueue {
  readonly #prepare: (tables: ReadonlySet<string>) => Promise<Connection>
  #waiting: Asked[] = []
  #lanes = 0

  /** @param prepare - makes the tables that are needed */
  constructor(prepare: (tables: ReadonlySet<string>) => Promise<Connection>) {
    this.#prepare = prepare
  }

  ask(sql: string, tables: ReadonlySet<string>): Promise<string> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ sql, tables, answer: (text) => answer(text ?? ''), fail })
      if (this.#lanes < LANES && this.#isWorth(this.#lanes)) void this.#work()
    })
  }

  async #work(): Promise<void> {
    this.#lanes++
    // Who is about to ask can do so.
    await setImmediate()
    while (this.#isWorth(this.#lanes - 1)) await this.#askTogether(this.#waiting.splice(0, MOST))
    this.#lanes--
  }

  /** Where others are at work, a handful has to be full: each costs something by itself. */
  #isWorth(others: number): boolean {
    return this.#waiting.length >= (others > 0 ? MOST : 1)
  }

  /** One that the engine cannot even write a mistake down for must not be the others' loss. */
  async #askTogether(asked: readonly Asked[]): Promise<void> {
    try {
      const connection = await this.#prepare(new Set(asked.flatMap(({ tables }) => [...tables])))
      const texts = await askPlans(
        connection,
        asked.map(({ sql }) => sql),
      )
      void deliver(asked, texts)
    } catch (error) {
      if (asked.length > 1 && error instanceof DatabaseError)
        for (const it of asked) await this.#askTogether([it])
      else for (const { fail } of asked) fail(error)
    }
  }
}

/** One by one: in between, the engine is given its next handful as soon as it is done with one. */
async function deliver(asked: readonly Asked[], texts: readonly string[]): Promise<void> {
  for (const [index, { answer }] of asked.entries()) {
    await setImmediate()
    answer(texts[index])
  }
}
