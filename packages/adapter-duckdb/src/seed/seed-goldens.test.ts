import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DiagnosticError } from '@btn/diagnostics'
import type { Connection, Database } from '@btn/adapter'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMemory } from '../test-kit.ts'

interface Golden {
  readonly name: string
  readonly content?: string
  readonly repeat?: { header: string; line: string; count: number; last: string }
  readonly config: {
    delimiter?: string
    column_types?: Record<string, string>
    quote_columns?: boolean
  }
  readonly table?: { columns: [string, string][]; rows: (string | null)[][]; count: number }
  readonly error?: string[]
}

const file =
  process.env['BTN_SEED_GOLDENS'] ?? new URL('../../conformance/seed_goldens.json', import.meta.url)
const goldens: readonly Golden[] = JSON.parse(readFileSync(file, 'utf8'))

const folder = mkdtempSync(join(tmpdir(), 'btn-seeds-'))
let database: Database
let connection: Connection

beforeAll(async () => {
  ;({ database, connection } = await openMemory())
  await connection.execute("set timezone = 'UTC'")
})

afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

async function load(golden: Golden) {
  const path = join(folder, `${golden.name}.csv`)
  writeFileSync(path, contentOf(golden))
  const relation = { database: 'memory', schema: 'main', name: golden.name }
  const { delimiter = ',', column_types: columnTypes = {} } = golden.config
  try {
    const shownPath = `seeds/${golden.name}.csv`
    await database.loadSeed(connection, { relation, path, shownPath, delimiter, columnTypes })
    return await readTable(golden.name)
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error
    return error.diagnostics.map((it) => `${it.code}${it.span ? ` ${it.span.start}` : ''}`)
  }
}

function contentOf({ content, repeat }: Golden): Buffer {
  if (content !== undefined) return Buffer.from(content, 'base64')
  const { header, line, count, last } = repeat ?? { header: '', line: '', count: 0, last: '' }
  return Buffer.from(`${header}\n${`${line}\n`.repeat(count)}${last}\n`)
}

async function readTable(name: string) {
  const { rows: described } = await connection.query(`describe "${name}"`)
  const columns = described.map(([column, type]) => [String(column), String(type)])
  const picks = columns.map(([column]) => `"${column?.replaceAll('"', '""')}"::varchar`)
  const { rows } = await connection.query(`select ${picks.join(', ')} from "${name}"`)
  return {
    columns,
    rows: rows.length <= 10 ? rows : [...rows.slice(0, 2), ...rows.slice(-2)],
    count: rows.length,
  }
}

const differences = JSON.parse(
  readFileSync(new URL('../../conformance/seed_differences.json', import.meta.url), 'utf8'),
)

const isRandom = process.env['BTN_SEED_GOLDENS'] !== undefined

test.skipIf(isRandom)('every difference is one of a golden', () => {
  const names = new Set(goldens.map((golden) => golden.name))
  expect(Object.keys(differences).filter((name) => !names.has(name))).toEqual([])
})

test.each(goldens.map((it) => [it.name, it] as const))('%s', async (name, golden) => {
  const loaded = await load(golden)
  // A random file that dbt refuses says nothing about what btn should make of it.
  if (isRandom && golden.table === undefined) return
  expect(loaded).toEqual(differences[name] ?? golden.table)
})
