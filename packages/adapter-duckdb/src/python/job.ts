import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PythonJob, SchemaName, SqlColumn, SqlTable } from '@btn/adapter'
import { duckdbDialect } from '../dialect.ts'
import type { DuckdbProfile } from '../profile/profile.ts'
import { carry } from './carry.ts'

/** What of a connection a job needs. */
export interface JobConnection {
  query(sql: string): Promise<SqlTable>
  execute(sql: string): Promise<unknown>
}

/** A table that the model made in its own database. */
export interface MadeTable {
  readonly database: string
  readonly schema: string
  readonly name: string
  readonly columns: readonly (readonly [name: string, type: string])[]
}

const quoted = (...parts: readonly string[]) => parts.map(duckdbDialect.quote).join('.')
const text = (value: string) => duckdbDialect.literal(value)

/** The rows that go to a Python model and come back from it, as files in a folder of their own. */
export class JobFiles {
  readonly #connection: JobConnection
  readonly #folder: string
  readonly #default: string
  readonly #found: MadeTable[] = []
  #count = 0

  private constructor(connection: JobConnection, folder: string, database: string) {
    this.#connection = connection
    this.#folder = folder
    this.#default = database
  }

  static async open(connection: JobConnection, { database }: DuckdbProfile): Promise<JobFiles> {
    return new JobFiles(connection, await mkdtemp(join(tmpdir(), 'btn-python-')), database)
  }

  /** Statements that make the other database stand in for ours. */
  setup({ database, schema }: SchemaName): readonly string[] {
    return [
      ...this.#attach(database),
      `create schema if not exists ${quoted(database, schema)}`,
      ...this.#attach(this.#default),
      `use ${quoted(this.#default)}`,
    ]
  }

  /** Writes a relation out; gives the statements that make it known on the other side, none where it is no relation. */
  async send(relation: string): Promise<readonly string[]> {
    const parts = readName(relation)
    if (!parts) return []
    const [database, schema] = parts
    const { rows } = await this.#connection.query(`describe select * from ${relation}`)
    const columns: SqlColumn[] = rows.map(([name, type]) => ({
      name: String(name),
      type: String(type),
    }))
    const { write, read } = carry(columns)
    const file = this.#nextFile()
    await this.#connection.execute(
      `copy (select ${write} from ${relation}) to ${text(file)} (format parquet)`,
    )
    return [
      ...this.#attach(database),
      `create schema if not exists ${quoted(database, schema)}`,
      `create or replace view ${relation} as select ${read} from read_parquet(${text(file)})`,
    ]
  }

  /** Gives the statement with which the other side writes one of its tables. */
  receive(table: MadeTable): readonly string[] {
    this.#found.push(table)
    const name = quoted(table.database, table.schema, table.name)
    const { write } = carry(toColumns(table))
    return [
      `copy (select ${write} from ${name}) to ${text(this.#nextFile(table))} (format parquet)`,
    ]
  }

  /** Makes in our database what the model made in its own. */
  async keep({ temporary }: Pick<PythonJob, 'temporary'>): Promise<void> {
    for (const table of this.#found) {
      const { read } = carry(toColumns(table))
      const isTemporary = table.name === temporary
      const name = isTemporary
        ? quoted(table.name)
        : quoted(table.database, table.schema, table.name)
      await this.#connection.execute(
        `create ${isTemporary ? 'temporary ' : ''}table ${name} as select ${read} from read_parquet(${text(this.#fileOf(table))})`,
      )
    }
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  readonly #files = new Map<MadeTable, string>()

  #nextFile(table?: MadeTable): string {
    const file = join(this.#folder, `${this.#count++}.parquet`)
    if (table) this.#files.set(table, file)
    return file
  }

  #fileOf(table: MadeTable): string {
    const file = this.#files.get(table)
    if (file === undefined) throw new Error(`${table.name} was never written`)
    return file
  }

  /** On disk, because a result may be larger than memory. The name `memory` is always there. */
  #attach(database: string): readonly string[] {
    if (database === 'memory') return []
    const file = join(this.#folder, `${encodeURIComponent(database)}.duckdb`)
    return [`attach if not exists ${text(file)} as ${quoted(database)}`]
  }
}

function toColumns({ columns }: MadeTable): readonly SqlColumn[] {
  return columns.map(([name, type]) => ({ name, type }))
}

/** `"db"."schema"."name"`, quoted or bare; anything else is no relation of ours. */
function readName(name: string): readonly [string, string, string] | undefined {
  const part = '(?:"((?:[^"]|"")+)"|([A-Za-z_]\\w*))'
  const match = new RegExp(`^${part}\\.${part}\\.${part}$`).exec(name)
  if (!match) return undefined
  const pick = (index: number): string =>
    match[index]?.replaceAll('""', '"') ?? match[index + 1] ?? ''
  return [pick(1), pick(3), pick(5)]
}
