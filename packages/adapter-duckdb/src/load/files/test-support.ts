import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileFormat, FileOptions } from '@btn/adapter'
import { DiagnosticError, positionAt } from '@btn/diagnostics'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect } from 'vitest'
import { inspectFiles } from './inspect-files.ts'
import type { ScannableFile } from './inspection.ts'
import { planScans } from './plan-scans.ts'

/** What a load would get of a file: rows that begin with their line, and what is no row. */
interface Loaded {
  readonly file: ScannableFile
  readonly rows: readonly (readonly unknown[])[]
  readonly unreadable: readonly (readonly unknown[])[]
}

type Settings = FileOptions & { readonly format?: FileFormat }

/** A folder for the files of a test, and a database that reads them. */
export function useFiles() {
  let folder = ''
  let database: DuckDBInstance
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'btn-test-'))
    database = await DuckDBInstance.create(':memory:', { threads: '2' })
  })
  afterAll(async () => {
    database.closeSync()
    await rm(folder, { recursive: true })
  })
  const query = async (sql: string) => {
    const connection = await database.connect()
    const rows = (await connection.runAndReadAll(sql)).getRows()
    connection.closeSync()
    return rows.map((row) => row.map((it) => (typeof it === 'bigint' ? Number(it) : it)))
  }
  const inspect = (patterns: readonly string[], { format, ...options }: Settings = {}) =>
    inspectFiles({
      patterns: patterns.map((it) => join(folder, it)),
      options,
      root: folder,
      ...(format && { format }),
    })
  const load = async (name: string, content: string | Uint8Array, settings?: Settings) => {
    await writeFile(join(folder, name), content)
    const inspection = await inspect([name], settings)
    try {
      return await scan(inspection.files, query)
    } finally {
      await inspection.close()
    }
  }
  return { path: (name: string) => join(folder, name), query, inspect, load }
}

type Query = (sql: string) => Promise<unknown[][]>

async function scan(files: readonly ScannableFile[], query: Query): Promise<Loaded> {
  const [file] = files
  if (!file) throw new Error('there is no file')
  const rows: unknown[][] = []
  for (const { columns, sql } of planScans(files)) {
    const names = columns.map(({ name }) => `"${name.replaceAll('"', '""')}"`).join(', ')
    const numbered = `(select row_number() over () - 1 as n, ${names} from ${sql})`
    const { first, sql: lines } = file.lines
    const from = lines ? `${numbered} asof join ${lines} on n >= from_row` : numbered
    const line = lines ? 'n + line_offset' : `n + ${first}`
    rows.push(...(await query(`select ${line}, ${names} from ${from} order by n`)))
  }
  const { sql, count } = file.unreadable
  const unreadable = sql ? await query(`from ${sql}`) : []
  expect(rows.length, 'rows of the scan').toBe(file.rows)
  expect(unreadable.length, 'rows that cannot be read').toBe(count)
  return { file, rows, unreadable }
}

/** The first diagnostic of work that must fail, in short: `code` or `code:line`. */
export async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('it works'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof DiagnosticError)) throw error
  const [first] = error.diagnostics
  const { code = '', span } = first ?? {}
  return span ? `${code}:${positionAt(span.source, span.start).line}` : code
}
