import type { Connection, Database } from '@btn/adapter'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMemory } from '../../adapter-duckdb/src/test-kit.ts'
import { describeQuery } from '../src/index.ts'
import { QueryWriter } from './generate.ts'
import { findLies } from './oracle.ts'
import { World } from './world.ts'

let database: Database
let connection: Connection
let world: World

beforeAll(async () => {
  ;({ database, connection } = await openMemory())
  await connection.execute('set threads = 1; pragma disable_optimizer')
  world = await World.create(connection)
})

afterAll(() => database.close())

// More of them: LINEAGE_RUNS=5000 LINEAGE_SEED=7.
const runs = Number(process.env['LINEAGE_RUNS'] ?? 60)
const seed = Number(process.env['LINEAGE_SEED'] ?? 6)

test(`what is said of ${runs} random queries is true`, { timeout: runs * 10_000 }, async () => {
  const seen = { bound: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (random) => {
      const sql = new QueryWriter(random).query()
      const isBound = await connection.query(`explain ${sql}`).then(
        () => true,
        () => false,
      )
      seen[isBound ? 'bound' : 'refused']++
      if (!isBound) return
      const query = await describeQuery(connection, sql)
      expect(query.problem, sql).toBe(undefined)
      expect(await findLies({ connection, world, seeds: [1, 2] }, sql, query), sql).toEqual([])
    }),
    { numRuns: runs, seed },
  )
  expect(seen.bound, 'queries that the engine accepts').toBeGreaterThan(runs * 0.7)
})
