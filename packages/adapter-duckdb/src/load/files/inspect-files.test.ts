import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileOptions } from '@btn/adapter'
import { DiagnosticError, positionAt } from '@btn/diagnostics'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectFiles } from './inspect-files.ts'
import { planScans } from './plan-scans.ts'

let folder: string
let database: DuckDBInstance
let connection: DuckDBConnection

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'btn-test-'))
  database = await DuckDBInstance.create(':memory:', { threads: '2' })
  connection = await database.connect()
})
afterAll(async () => {
  connection.closeSync()
  database.closeSync()
  await rm(folder, { recursive: true })
})

/** What a load would get of a file: its rows with the lines they begin in, and what is no row. */
async function load(name: string, content: string | Buffer, options: FileOptions = {}) {
  await writeFile(join(folder, name), content)
  const inspection = await inspectFiles({ patterns: [join(folder, name)], options, root: folder })
  try {
    const [file] = inspection.files
    if (!file) throw new Error('no file')
    const rows: unknown[] = []
    for (const scan of planScans(inspection.files)) {
      const columns = scan.columns.map((it) => `"${it.name.replaceAll('"', '""')}"`).join(', ')
      const { sql } = file.lines
      const from = `(select row_number() over () - 1 as n, ${columns} from ${scan.sql})`
      const query = sql
        ? `select n + line_offset, ${columns} from ${from} asof join ${sql} on n >= from_row order by n`
        : `select n + ${file.lines.first}, ${columns} from ${from} order by n`
      rows.push(...(await read(query)))
    }
    const unreadable = file.unreadable.sql ? await read(`from ${file.unreadable.sql}`) : []
    expect(rows.length, 'rows of the scan').toBe(file.rows)
    expect(unreadable.length).toBe(file.unreadable.count)
    return { file, rows, unreadable }
  } finally {
    await inspection.close()
  }
}

async function read(sql: string): Promise<unknown[][]> {
  const result = await connection.runAndReadAll(sql)
  return result.getRows().map((row) => row.map((it) => (typeof it === 'bigint' ? Number(it) : it)))
}

async function problemOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof DiagnosticError)) throw error ?? new Error('it works')
  return error.diagnostics[0]
}

describe('delimited text', () => {
  it('reads a plain file', async () => {
    const { file, rows } = await load('a.csv', 'id,name\n1,a\n2,b\n')
    expect(rows).toEqual([
      [2, '1', 'a'],
      [3, '2', 'b'],
    ])
    expect(file).toMatchObject({ header: ['id', 'name'], rows: 2, lines: { first: 2 } })
    const hash = createHash('sha256').update('id,name\n1,a\n2,b\n')
    expect(file.checksum).toBe(hash.digest('hex'))
  })
  it.each(['\n', '\r\n', '\r'])('knows the lines of rows where lines end with %j', async (end) => {
    const lines = ['id,name', '1,"a', 'b"', '', '2,c', '3', '4,d,e', '5,f']
    const { rows, unreadable } = await load('b.csv', lines.join(end))
    expect(rows).toEqual([
      [2, '1', `a${end}b`],
      [5, '2', 'c'],
      [8, '5', 'f'],
    ])
    expect(unreadable).toEqual([
      [6, 'too_few_columns', '3'],
      [7, 'too_many_columns', '4,d,e'],
    ])
  })
})

describe('what cannot be read', () => {
  it('a quote that is never closed, with the line it begins in', async () => {
    const problem = await problemOf(load('open.csv', 'a,b\n1,2\n3,"x\ny\n'))
    expect(problem?.code).toBe('load-quote-open')
    expect(problem?.span && positionAt(problem.span.source, problem.span.start).line).toBe(3)
  })
  it('an empty file', async () => {
    expect((await problemOf(load('empty.csv', '\n')))?.code).toBe('load-file-empty')
  })
})

describe('what DuckDB sees is what was seen before', () => {
  const piece = fc.constantFrom('a', 'bc', '"', '""', ',', ' ', '\n', '\r\n', '\r', 'é', '\t', '1')
  it('for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        try {
          await load('p.csv', `x,y\n${pieces.join('')}`)
        } catch (error) {
          if (!(error instanceof DiagnosticError)) throw error
        }
      }),
      { numRuns: 150, seed: 5 },
    )
  }, 120_000)
})
