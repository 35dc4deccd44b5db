import {
  DatabaseError,
  writeStored,
  type Connection,
  type Database,
  type Dialect,
  type Relation,
  type SqlTable,
  type StorageKind,
  type StorageValue,
} from '@btn/adapter'
import { diagnostic, DiagnosticError } from '@btn/diagnostics'
import type { JsonObject } from '../types/index.ts'
import { defineAudit, knownColumns } from './define-audit.ts'
import { AUDIT_SCHEMA, auditTables, type AuditTable } from './tables.ts'

/** The command whose work is written down. */
export interface AuditedRun {
  readonly runId: string
  readonly command: string
  readonly args: JsonObject
  readonly projectHash: string
  readonly btnVersion: string
  readonly userName: string
  readonly host: string
  readonly pid: number
  readonly startedAt: Date
  /** What counts as now in this run, where it says so. */
  readonly asOf?: Date | undefined
}

export interface AuditOptions {
  readonly run: AuditedRun
  readonly open: () => Promise<Database>
  readonly dialect: Dialect
  /** Where the schema lies: the target's database. */
  readonly database: string
  readonly now: () => Date
}

/** Columns of a row by name; those that are left out are NULL. */
export type AuditRow<T extends AuditTable> = Partial<
  Record<keyof (typeof auditTables)[T], StorageValue>
> & { readonly phase: string }

/**
 * The audit log of a database, with a connection of its own: what it says is committed at once, whatever becomes of the transactions around it.
 * What must be true exactly when other data is goes into that data's transaction: see `statement`.
 */
export class AuditLog {
  readonly #options: AuditOptions
  #connection: Promise<Connection> | undefined
  #waiting: string[] = []
  #isSending = false
  #work: Promise<void> = Promise.resolve()
  #hasBegun = false
  #lastId = 0n

  constructor(options: AuditOptions) {
    this.#options = options
  }

  get runId(): string {
    return this.#options.run.runId
  }

  /** The schema with its tables and views, made where it is missing; the run is noted as begun. */
  async begin(): Promise<void> {
    if (this.#hasBegun) return
    const connection = await this.#connect()
    try {
      const { dialect, database } = this.#options
      const { rows } = await connection.query(knownColumns(dialect, database))
      const statements = defineAudit(dialect, database, new Set(rows.map(([name]) => String(name))))
      if (statements.length > 0) await connection.execute(statements.join(';\n'))
    } catch (error) {
      throw await notWritten(connection, error)
    }
    this.#hasBegun = true
    const { run } = this.#options
    this.write('runs', {
      phase: 'started',
      at: run.startedAt,
      as_of: run.asOf,
      command: run.command,
      args: run.args,
      project_hash: run.projectHash,
      btn_version: run.btnVersion,
      user_name: run.userName,
      host: run.host,
      pid: run.pid,
    })
    await this.flush()
  }

  /** The run is over. Nothing is noted of one that never began. */
  async end(exitCode: number): Promise<void> {
    if (!this.#hasBegun) return
    const { run, now } = this.#options
    this.write('runs', {
      phase: exitCode === 0 ? 'done' : 'failed',
      as_of: run.asOf,
      command: run.command,
      pid: run.pid,
      exit_code: exitCode,
      duration_ms: now().getTime() - run.startedAt.getTime(),
    })
    await this.flush()
    await (await this.#connection)?.close()
  }

  /** Ids in the order of time, also over several runs. */
  nextId(): bigint {
    const id = BigInt(this.#options.now().getTime()) * 1000n
    this.#lastId = id > this.#lastId ? id : this.#lastId + 1n
    return this.#lastId
  }

  /** The statement that adds a row, for the transaction of what it tells. */
  statement<T extends AuditTable>(table: T, row: AuditRow<T>): string {
    const { dialect, run, now } = this.#options
    const values: Record<string, StorageValue> = { run_id: run.runId, at: now(), ...row }
    const columns: Readonly<Record<string, StorageKind>> = auditTables[table]
    const names = Object.keys(columns).filter((name) => values[name] !== undefined)
    const list = names.map((name) => dialect.quote(name)).join(', ')
    const written = names.map((name) => writeStored(dialect, columns[name] ?? 'text', values[name]))
    return `insert into ${this.name(table)} (${list}) values (${written.join(', ')})`
  }

  /** Adds a row soon; what waits together is sent together. `flush` waits for it. */
  write<T extends AuditTable>(table: T, row: AuditRow<T>): void {
    this.#waiting.push(this.statement(table, row))
    this.#sendSoon()
  }

  /** Rows that could not be written are tried again. */
  async flush(): Promise<void> {
    if (this.#waiting.length > 0) this.#sendSoon()
    await this.#work
  }

  async query(sql: string): Promise<SqlTable> {
    await this.flush()
    return (await this.#connect()).query(sql)
  }

  /** Whether anything was ever written down; nothing is made by asking. */
  async isThere(): Promise<boolean> {
    if (this.#hasBegun) return true
    const { open, database } = this.#options
    const { catalog } = await open()
    const relations = await catalog.listRelations(await this.#connect(), database, AUDIT_SCHEMA)
    return relations.length > 0
  }

  get now(): Date {
    return this.#options.now()
  }

  literal(value: string): string {
    return this.#options.dialect.literal(value)
  }

  relation(table: string): Relation {
    return { database: this.#options.database, schema: AUDIT_SCHEMA, name: table }
  }

  /** Quoted and complete. */
  name(table: string): string {
    return this.#options.dialect.name(this.relation(table))
  }

  #sendSoon(): void {
    if (this.#isSending) return
    this.#isSending = true
    this.#work = this.#work.catch(() => undefined).then(() => this.#send())
    // Told by the next flush.
    this.#work.catch(() => undefined)
  }

  /** All that waits, or nothing of it: what fails can be tried again without being there twice. */
  async #send(): Promise<void> {
    this.#isSending = false
    const statements = this.#waiting
    this.#waiting = []
    if (statements.length === 0) return
    const connection = await this.#connect()
    try {
      await connection.execute(['begin', ...statements, 'commit'].join(';\n'))
    } catch (error) {
      this.#waiting = [...statements, ...this.#waiting]
      throw await notWritten(connection, error)
    }
  }

  #connect(): Promise<Connection> {
    this.#connection ??= this.#options.open().then((database) => database.connect())
    return this.#connection
  }
}

async function notWritten(connection: Connection, error: unknown): Promise<unknown> {
  if (!(error instanceof DatabaseError)) return error
  try {
    await connection.execute('rollback')
  } catch (other) {
    // Where nothing was begun, or the failure ended it, there is nothing to take back.
    if (!(other instanceof DatabaseError)) return other
  }
  return new DiagnosticError(diagnostic('audit-not-written', { problem: error.message }), {
    cause: error,
  })
}
