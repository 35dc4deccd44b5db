import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import type { Database } from '@btn/adapter'
import { invoke } from './invoke.ts'
import { findAdapter } from './project.ts'

// Readers of the same process, because DuckDB lets no other one in while a run writes.

const READERS = 50
const ROWS = 30_000

const folder = mkdtempSync(join(tmpdir(), 'btn-readers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const QUERY = ['first', 'second', 'third']
  .map((it) => `select count(*) as n, min(generation) as low, max(generation) as high from ${it}`)
  .join(' union all ')

/** Everything that readers find from the opening of a database to its closing. */
function readAlong(database: Database, found: string[]): void {
  let isClosing = false
  const read = async () => {
    const connection = await database.connect()
    while (!isClosing) {
      const { rows } = await connection.query(
        `select min(n), max(n), min(low), max(high) from (${QUERY})`,
      )
      found.push(rows.map((row) => row.map(Number).join(' ')).join())
    }
    await connection.close()
  }
  const reading = Promise.all(Array.from({ length: READERS }, read))
  const close = database.close.bind(database)
  database.close = async () => {
    isClosing = true
    await reading
    await close()
  }
}

it(`shows ${READERS} readers all relations of a run at once`, { timeout: 300_000 }, async () => {
  cpSync(join(import.meta.dirname, '../../e2e/projects/published'), folder, { recursive: true })
  const build = (generation: number) =>
    invoke(['build', '--quiet', '--vars', `{generation: ${generation}}`], {
      workingDirectory: folder,
      environment: { HOME: folder },
    })
  expect(await build(0)).toMatchObject({ exitCode: 0 })
  const adapter = findAdapter('duckdb')
  if (!adapter) throw new Error('there is an adapter for DuckDB')
  const found: string[] = []
  const open = adapter.open.bind(adapter)
  vi.spyOn(adapter, 'begin').mockResolvedValue(undefined)
  vi.spyOn(adapter, 'open').mockImplementation(async (...given) => {
    const database = await open(...given)
    readAlong(database, found)
    return database
  })
  expect(await build(1)).toMatchObject({ exitCode: 0 })
  const generations = [`${ROWS} ${ROWS} 0 0`, `${ROWS} ${ROWS} 1 1`]
  expect(found).toContain(generations[0])
  expect([...new Set(found)].filter((it) => !generations.includes(it))).toEqual([])
})
