import {
  DatabaseError,
  type Database,
  type ExecuteResult,
  type ExportRequest,
  type FileSet,
  type Inspection,
  type LoadOutcome,
  type LoadRequest,
  type PythonJob,
  type Relation,
  type SeedRequest,
  type SeedResult,
  type SqlColumn,
  type SqlTable,
} from '@btn/adapter'
import { DiagnosticError, type TracedText } from '@btn/diagnostics'
import type { Awaitable, QueryResult, Session, StatementOptions } from '../context/runtime.ts'
import type { Logged } from '../types/index.ts'
import { Interrupted, toDiagnostic, type ProblemPlace } from './database-problem.ts'
import { addComment, withoutComment, type SqlComment } from './sql-comment.ts'
import type { LazyConnection } from './lazy-connection.ts'
import type { RelationStore, RelationView } from './relation-cache.ts'

export interface SessionOptions {
  readonly database: Database
  readonly connection: LazyConnection
  readonly store: RelationStore
  readonly threadId: string
  readonly log: (event: Logged) => void
  /** Told of each statement; what it gives is called when the statement is done. */
  readonly watch: (sql: string) => () => void
  readonly writeRun: (text: string) => void
  readonly runPython: (
    session: NodeSession,
    program: TracedText | string,
    own: TracedText,
  ) => Promise<ExecuteResult>
  /** `begin` does nothing. */
  readonly withoutTransactions: boolean
  /** What is sent with each statement. */
  readonly comment: (session: NodeSession) => Awaitable<SqlComment | undefined>
  /** Reads the file of the seed that runs. */
  readonly readSeed: (session: NodeSession) => Promise<SqlTable>
  /** True once the run was cancelled: no statement begins any more. */
  readonly isCancelled: () => boolean
  /** Asked when a statement failed. */
  readonly place: () => ProblemPlace
}

/** A node's way to the database: its transaction, its statements, and their errors as diagnostics. */
export class NodeSession implements Session {
  readonly threadId: string
  readonly relations: RelationView
  readonly #options: SessionOptions
  #isInTransaction = false
  #comment: { readonly value: Awaitable<SqlComment | undefined> } | undefined

  constructor(options: SessionOptions) {
    this.#options = options
    this.threadId = options.threadId
    this.relations = options.store.view(options.connection, () => this.#isInTransaction)
  }

  /** Opens the database, where no statement has done that yet. */
  async open(): Promise<void> {
    await this.#options.connection.open()
  }

  get isInTransaction(): boolean {
    return this.#isInTransaction
  }

  async execute(sql: TracedText | string, options?: StatementOptions): Promise<ExecuteResult> {
    await this.#prepare(options)
    const comment = await this.#findComment()
    const text = addComment(toText(sql), comment)
    const done = this.#options.watch(text)
    try {
      const response = await this.#options.connection.execute(text)
      done()
      return response
    } catch (error) {
      throw await this.#fail(withoutComment(error, comment), sql)
    }
  }

  async query(sql: TracedText | string, options?: StatementOptions): Promise<QueryResult> {
    await this.#prepare(options)
    const comment = await this.#findComment()
    const text = addComment(toText(sql), comment)
    const done = this.#options.watch(text)
    try {
      const table = await this.#options.connection.query(text)
      done()
      return { response: { message: 'OK', rowsAffected: table.rows.length }, table }
    } catch (error) {
      throw await this.#fail(withoutComment(error, comment), sql)
    }
  }

  /** Written when the first statement is sent. */
  #findComment(): Awaitable<SqlComment | undefined> {
    this.#comment ??= { value: this.#options.comment(this) }
    return this.#comment.value
  }

  /** False where the target wants none: then `begin` does nothing. */
  get hasTransactions(): boolean {
    return !this.#options.withoutTransactions
  }

  /** Nothing happens when a transaction is open. */
  async begin(): Promise<void> {
    if (this.hasTransactions) await this.ensureTransaction()
  }

  /** For work that loses rows when it is not done as a whole: even where the target wants no transactions. */
  async ensureTransaction(): Promise<void> {
    if (this.#isInTransaction) return
    await this.execute('begin')
    this.#isInTransaction = true
  }

  async commit(): Promise<void> {
    if (!this.#isInTransaction) return
    await this.execute('commit')
    this.#isInTransaction = false
    this.relations.keepChanges()
  }

  /** Takes back what was not committed; nothing happens when no transaction is open. */
  async rollback(): Promise<void> {
    if (!this.#isInTransaction) return
    this.#isInTransaction = false
    this.relations.undoChanges()
    try {
      await this.#options.connection.execute('rollback')
    } catch (error) {
      // A statement that ends the transaction by failing leaves nothing to roll back.
      if (!(error instanceof DatabaseError)) throw error
    }
  }

  async listColumns(relation: Relation): Promise<readonly SqlColumn[]> {
    const { database, connection } = this.#options
    return this.#guard(() => database.catalog.listColumns(connection, relation))
  }

  async listSchemas(name: string): Promise<readonly string[]> {
    const { database, connection } = this.#options
    return this.#guard(() => database.catalog.listSchemas(connection, name))
  }

  async loadSeed(request: SeedRequest): Promise<SeedResult> {
    const { database, connection } = this.#options
    const open = await connection.open()
    return this.#guard(() => database.loadSeed(open, request))
  }

  async inspect(files: FileSet): Promise<Inspection> {
    return this.#guard(() => this.#options.database.loader.inspect(files))
  }

  async load(request: LoadRequest): Promise<LoadOutcome> {
    const { database, connection } = this.#options
    const open = await connection.open()
    return this.#guard(() => database.loader.load(open, request))
  }

  async exportTable(request: ExportRequest): Promise<void> {
    const { database, connection } = this.#options
    const open = await connection.open()
    return this.#guard(() => database.exportTable(open, request))
  }

  readSeed(): Promise<SqlTable> {
    return this.#options.readSeed(this)
  }

  runPython(program: TracedText | string, own: TracedText): Promise<ExecuteResult> {
    return this.#options.runPython(this, program, own)
  }

  async submitPython(job: PythonJob): Promise<void> {
    const { database, connection } = this.#options
    const open = await connection.open()
    return this.#guard(() => database.submitPython(open, job))
  }

  log(event: Logged): void {
    this.#options.log(event)
  }

  writeRun(text: string): void {
    this.#options.writeRun(text)
  }

  async #prepare(options: StatementOptions | undefined): Promise<void> {
    if (this.#options.isCancelled()) throw new Interrupted()
    if (options?.autoBegin) await this.begin()
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    await this.#prepare(undefined)
    try {
      return await work()
    } catch (error) {
      throw await this.#fail(error, '')
    }
  }

  /** As in dbt, a statement that fails takes back the transaction with it: whoever goes on begins anew. */
  async #fail(error: unknown, sql: TracedText | string): Promise<unknown> {
    if (!(error instanceof DatabaseError)) return error
    await this.rollback()
    if (error.isInterrupt) return new Interrupted()
    return new DiagnosticError(toDiagnostic(error, sql, this.#options.place()), { cause: error })
  }
}

function toText(sql: TracedText | string): string {
  return typeof sql === 'string' ? sql : sql.text
}
