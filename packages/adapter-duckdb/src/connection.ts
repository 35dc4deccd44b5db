import { setTimeout } from 'node:timers/promises'
import { DatabaseError, type Connection, type ExecuteResult, type SqlTable } from '@btn/adapter'
import type { DuckDBConnection, DuckDBMaterializedResult } from '@duckdb/node-api'
import { toDatabaseError } from './database-error.ts'
import type { Engine } from './engine.ts'
import type { Gate } from './gate.ts'
import { readTable } from './read-table.ts'
import { findStatementStarts, mayHaveSeveral } from './split-statements.ts'

/** Errors of these kinds are tried again, as often as the profile says. */
export interface QueryRetries {
  readonly attempts: number
  readonly isRetryable: (error: unknown) => boolean
}

export interface ConnectionOptions {
  readonly engine: Engine
  readonly native: DuckDBConnection
  readonly gate: Gate
  readonly retries: QueryRetries
  readonly onClose: (connection: DuckdbConnection) => void
}

/** Makes of the last statement's result what the caller wants; there is none when nothing was sent. */
type Read<T> = (result: DuckDBMaterializedResult | undefined) => T | Promise<T>

const INTERRUPT_AGAIN_MS = 20

/** One session with DuckDB. */
export class DuckdbConnection implements Connection {
  readonly #options: ConnectionOptions
  #tail: Promise<unknown> = Promise.resolve()
  #isRunning = false
  #isInterrupted = false
  #isClosed = false
  #cancel: (() => void) | undefined

  constructor(options: ConnectionOptions) {
    this.#options = options
  }

  execute(sql: string): Promise<ExecuteResult> {
    return this.#enqueue(sql, (result) => {
      const rowsAffected = result && countRows(this.#options.engine, result)
      return { message: 'OK', ...(rowsAffected !== undefined && { rowsAffected }) }
    })
  }

  query(sql: string): Promise<SqlTable> {
    return this.#enqueue(sql, (result) => {
      if (!result) return { columns: [], rows: [] }
      return readTable(this.#options.engine, result, () => this.#readZone())
    })
  }

  /** Runs a statement whose values are in no text: no log of statements has them. */
  bind(sql: string, values: readonly string[]): Promise<void> {
    const work = this.#tail.then(async () => {
      await this.#options.native.run(sql, [...values])
    })
    this.#tail = work.catch(() => undefined)
    return work
  }

  /** Something else that works for this connection, to be cancelled with it; gives what ends that. */
  onInterrupt(cancel: () => void): () => void {
    this.#cancel = cancel
    return () => (this.#cancel = undefined)
  }

  interrupt(): void {
    this.#cancel?.()
    if (!this.#isRunning || this.#isInterrupted) return
    this.#isInterrupted = true
    const { native } = this.#options
    native.interrupt()
    // An interrupt is lost when the engine has not begun with the statement yet.
    const timer = setInterval(() => {
      if (this.#isInterrupted) native.interrupt()
      else clearInterval(timer)
    }, INTERRUPT_AGAIN_MS)
    timer.unref()
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    await this.#tail
    this.#options.native.closeSync()
    this.#options.onClose(this)
  }

  async #readZone(): Promise<string> {
    const zone = await this.#options.native.run("select current_setting('TimeZone')")
    return String(zone.getChunk(0).getColumnVector(0).getItem(0))
  }

  /** Statements of one connection wait for each other here instead of in the thread pool, where each would hold a thread. */
  #enqueue<T>(sql: string, read: Read<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new Error('the connection is closed'))
    const work = this.#tail.then(() => this.#run(sql, read))
    this.#tail = work.catch(() => undefined)
    return work
  }

  async #run<T>(sql: string, read: Read<T>): Promise<T> {
    const { gate } = this.#options
    this.#isRunning = true
    await gate.enter()
    try {
      if (this.#isInterrupted) {
        throw new DatabaseError('INTERRUPT Error: Interrupted!', { isInterrupt: true })
      }
      return await read(await this.#retry(() => this.#runAll(sql)))
    } finally {
      this.#isRunning = false
      this.#isInterrupted = false
      gate.leave()
    }
  }

  async #retry<T>(work: () => Promise<T>): Promise<T> {
    const { attempts, isRetryable } = this.#options.retries
    for (let attempt = 1; ; attempt++) {
      try {
        return await work()
      } catch (error) {
        if (attempt >= attempts || !isRetryable(error)) throw error
        await setTimeout(1000 * 2 ** (attempt - 1))
      }
    }
  }

  #runAll(sql: string): Promise<DuckDBMaterializedResult | undefined> {
    if (!mayHaveSeveral(sql)) return this.#runOne(sql)
    const starts = findStatementStarts(sql)
    return starts.length > 1 ? this.#runSeveral(sql, starts) : this.#runOne(sql)
  }

  async #runOne(sql: string): Promise<DuckDBMaterializedResult> {
    try {
      return await this.#options.native.run(sql)
    } catch (error) {
      throw toDatabaseError(error, sql)
    }
  }

  /** One by one, because DuckDB hands out the result of the first statement and the rows are those of the last. */
  async #runSeveral(
    sql: string,
    starts: readonly number[],
  ): Promise<DuckDBMaterializedResult | undefined> {
    let result: DuckDBMaterializedResult | undefined
    let start: number | undefined
    try {
      const statements = await this.#options.native.extractStatements(sql)
      // PIVOT is one statement to people and several to DuckDB: then nobody knows which is which.
      const isCounted = statements.count === starts.length
      for (let index = 0; index < statements.count; index++) {
        start = isCounted ? starts[index] : undefined
        const prepared = await statements.prepare(index)
        try {
          result = await prepared.run()
        } finally {
          prepared.destroySync()
        }
      }
      return result
    } catch (error) {
      throw toDatabaseError(error, sql, start)
    }
  }
}

function countRows(engine: Engine, result: DuckDBMaterializedResult): number | undefined {
  const { ResultReturnType, StatementType } = engine
  if (result.returnType === ResultReturnType.CHANGED_ROWS) return result.rowsChanged
  if (result.returnType === ResultReturnType.QUERY_RESULT) return result.rowCount
  if (result.statementType !== StatementType.CREATE || result.rowCount !== 1) return undefined
  // CREATE TABLE AS answers with one row that holds the count.
  return Number(result.getChunk(0).getColumnVector(0).getItem(0))
}
