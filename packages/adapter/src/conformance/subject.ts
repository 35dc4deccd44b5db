import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Adapter, Connection, Database } from '../adapter.ts'
import type { Dialect } from '../dialect.ts'
import type { Relation } from '../relation.ts'
import type { SqlValue } from '../values.ts'

/** What the suite needs to know of an adapter. */
export interface ConformanceOptions {
  readonly adapter: Adapter
  /** The target to open; it may be changed freely. */
  readonly target: Readonly<Record<string, unknown>>
  /** A statement that takes long enough to be cancelled. */
  readonly endlessSql: string
  /** Says why the suite cannot run here, such as a server that is not configured. */
  readonly skipReason?: string | undefined
}

export const SCHEMA = 'btn_conformance'

/** The database under test, open from before the first test until after the last. */
export class Subject {
  readonly dialect: Dialect
  readonly endlessSql: string
  readonly folder = mkdtempSync(join(tmpdir(), 'btn-conformance-'))
  readonly #options: ConformanceOptions
  #opened: { database: Database; connection: Connection; name: string } | undefined

  constructor(options: ConformanceOptions) {
    this.#options = options
    this.dialect = options.adapter.dialect
    this.endlessSql = options.endlessSql
    beforeAll(() => this.#open())
    afterAll(() => this.#close())
  }

  get database(): Database {
    return this.#required.database
  }

  get connection(): Connection {
    return this.#required.connection
  }

  get databaseName(): string {
    return this.#required.name
  }

  relation(name: string): Relation {
    return { database: this.databaseName, schema: SCHEMA, name }
  }

  /** The full, quoted name of a relation of the suite. */
  named(name: string): string {
    return this.dialect.name(this.relation(name))
  }

  async rowsOf(sql: string): Promise<readonly (readonly SqlValue[])[]> {
    return (await this.connection.query(sql)).rows
  }

  async cell(sql: string): Promise<SqlValue | undefined> {
    return (await this.rowsOf(sql))[0]?.[0]
  }

  get #required() {
    if (!this.#opened) throw new Error('the database is not open')
    return this.#opened
  }

  async #open(): Promise<void> {
    const { adapter, target } = this.#options
    const checked = adapter.checkCredentials(target, {
      projectName: 'conformance',
      projectRoot: this.folder,
      targetPath: 'target',
    })
    expect(checked.diagnostics).toEqual([])
    const database = await adapter.open(checked.credentials)
    const connection = await database.connect()
    this.#opened = { database, connection, name: checked.credentials.database ?? '' }
    const schema = this.dialect.quote(SCHEMA)
    await connection.execute(`drop schema if exists ${schema} cascade`)
    await connection.execute(`create schema ${schema}`)
  }

  async #close(): Promise<void> {
    await this.connection.execute(`drop schema if exists ${this.dialect.quote(SCHEMA)} cascade`)
    await this.database.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
