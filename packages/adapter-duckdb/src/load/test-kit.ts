import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type {
  Connection,
  Database,
  FileSet,
  LoadOutcome,
  LoadRequest,
  Protection,
  ReplayOutcome,
  ReplayRequest,
  RowContract,
  Rule,
  SqlValue,
} from '@btn/adapter'
import { duckdbAdapter } from '../index.ts'

/** What a test says of a load; the rest is what a source without settings has. */
export interface LoadSpec extends Partial<
  Omit<LoadRequest, 'columns' | 'contract' | 'files' | 'relation'>
> {
  readonly table: string
  /** Relative to the folder unless absolute. */
  readonly from: readonly string[]
  /** Type by name. */
  readonly columns: Readonly<Record<string, string>>
  readonly contract?: Partial<RowContract>
  readonly set?: Partial<FileSet>
  /** Columns with personal data, and what is kept of them. */
  readonly protect?: Readonly<Record<string, Protection>>
  readonly loadId?: bigint
  readonly supersedes?: readonly bigint[]
}

const lax: RowContract = {
  text: 'trim',
  types: 'reject',
  clean: {},
  rules: [],
  limits: { per: 'load' },
}

/** Orders, as many tests load them. */
export const orders: LoadSpec = {
  table: 'orders',
  from: ['orders*.csv'],
  columns: { id: 'integer', amount: 'double', status: 'varchar' },
}

export function rule(name: string, sql: string, more: Partial<Rule> = {}): Rule {
  return { name, check: { kind: 'sql', sql }, severity: 'error', ...more }
}

/** A folder with a database in it. */
export class LoadBench {
  readonly folder = mkdtempSync(join(tmpdir(), 'btn-load-'))
  #opened: { readonly database: Database; readonly connection: Connection } | undefined

  async open(): Promise<void> {
    const { credentials } = duckdbAdapter.checkCredentials(
      { type: 'duckdb', path: join(this.folder, 'shop.duckdb') },
      { projectName: 'shop', projectRoot: this.folder, targetPath: 'target' },
    )
    const database = await duckdbAdapter.open(credentials)
    this.#opened = { database, connection: await database.connect() }
  }

  async close(): Promise<void> {
    await this.#opened?.database.close()
    this.#opened = undefined
  }

  async remove(): Promise<void> {
    await this.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  get connection(): Connection {
    return this.#required.connection
  }

  write(name: string, text: string | Uint8Array): string {
    const path = join(this.folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return path
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8')
  }

  /** Through a connection of its own. */
  async loadBeside(spec: LoadSpec): Promise<LoadOutcome> {
    const connection = await this.#required.database.connect()
    try {
      return await this.load(spec, connection)
    } finally {
      await connection.close()
    }
  }

  /** What so many connections find with a query, again and again until they are told to stop. */
  async readBeside(
    count: number,
    sql: string,
    until: AbortSignal,
  ): Promise<readonly (readonly unknown[])[]> {
    const read = async () => {
      const found: (readonly unknown[])[] = []
      const connection = await this.#required.database.connect()
      while (!until.aborted) {
        const { rows } = await connection.query(sql)
        found.push(...rows.map((row) => row.map(plain)))
      }
      await connection.close()
      return found
    }
    return (await Promise.all(Array.from({ length: count }, read))).flat()
  }

  async load(spec: LoadSpec, connection: Connection = this.connection): Promise<LoadOutcome> {
    const { database } = this.#required
    const inspection = await database.loader.inspect({
      patterns: spec.from.map((it) => (it.startsWith('/') ? it : join(this.folder, it))),
      options: {},
      root: this.folder,
      ...spec.set,
    })
    try {
      return await database.loader.load(connection, toRequest(spec, inspection))
    } finally {
      await inspection.close()
    }
  }

  replay(spec: Omit<LoadSpec, 'from'>, more: Partial<ReplayRequest> = {}): Promise<ReplayOutcome> {
    const { database, connection } = this.#required
    const nothing = { files: [], close: () => Promise.resolve() }
    const { beforeCommit: _, ...request } = toRequest({ ...spec, from: [] }, nothing)
    const from = quarantineOf(spec.table)
    return database.loader.replay(connection, {
      ...request,
      from,
      form: { options: {} },
      replayedAt: new Date('2025-01-02T00:00:00Z'),
      beforeCommit: () => [],
      ...more,
    })
  }

  async rows(sql: string): Promise<readonly (readonly unknown[])[]> {
    const { rows } = await this.connection.query(sql)
    return rows.map((row) => row.map(plain))
  }

  get #required() {
    if (!this.#opened) throw new Error('the database is not open')
    return this.#opened
  }
}

export function toRequest(spec: LoadSpec, inspection: LoadRequest['inspection']): LoadRequest {
  const {
    table,
    from: _from,
    set: _set,
    columns,
    protect = {},
    contract,
    loadId = 1n,
    supersedes,
    ...given
  } = spec
  return {
    relation: { database: 'shop', schema: 'raw', name: table },
    files: inspection.files.map((file, index) => ({
      file,
      loadId: loadId + BigInt(index),
      ...(supersedes && { supersedes }),
    })),
    inspection,
    columns: Object.entries(columns).map(([name, dataType]) => {
      const policy = protect[name]
      return { name, dataType, ...(policy && { protect: policy }) }
    }),
    rename: {},
    drift: { missing: 'fill', extra: 'warn' },
    strategy: { kind: 'replace' },
    lineage: [],
    loadedAt: new Date('2025-01-01T00:00:00Z'),
    contract: { ...lax, ...contract },
    quarantine: { table: quarantineOf(table), files: [] },
    isDryRun: false,
    beforeCommit: () => [],
    onRefused: () => [],
    ...given,
  }
}

function quarantineOf(table: string) {
  return { database: 'shop', schema: 'btn_quarantine', name: `raw__${table}` }
}

/** Values as a test writes them. */
function plain(value: SqlValue): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value !== 'object') return value
  return 'text' in value ? value.text : value
}
