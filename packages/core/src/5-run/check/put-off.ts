/** What is to be made now: the tables behind the statements. */
export interface Due {
  readonly statements: readonly string[]
  readonly tables: readonly string[]
}

/** Statements that nobody needs yet. */
export class PutOff {
  readonly #statements: string[] = []
  /** By name: a table that is made again takes the place of the first. */
  readonly #tables = new Map<string, string>()

  /** What is no table may be in want of the tables before it. */
  add(sql: string, table?: string): void {
    if (table !== undefined) this.#tables.set(table, sql)
    else this.#statements.push(...this.#takeTables(), sql)
  }

  takeAll(): Due {
    return { statements: this.#statements.splice(0), tables: this.#takeTables() }
  }

  /** What is no table, and these tables. */
  take(names: ReadonlySet<string>): Due {
    const tables = [...names].flatMap((name) => this.#tables.get(name) ?? [])
    for (const name of names) this.#tables.delete(name)
    return { statements: this.#statements.splice(0), tables }
  }

  #takeTables(): readonly string[] {
    const tables = [...this.#tables.values()]
    this.#tables.clear()
    return tables
  }
}
