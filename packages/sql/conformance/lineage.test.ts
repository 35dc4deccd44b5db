import type { Connection, Database } from '@btn/adapter'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMemory } from '../../adapter-duckdb/src/test-kit.ts'
import { describeQuery, type QueryColumns } from '../src/index.ts'
import { caseGroups } from './cases/index.ts'
import { findLies } from './oracle.ts'
import { inOrder, showLineage, showUses } from './show.ts'
import { World } from './world.ts'

let database: Database
let connection: Connection
let world: World

beforeAll(async () => {
  ;({ database, connection } = await openMemory())
  // Rows in the same order whatever the engine thinks of the data.
  await connection.execute('set threads = 1; pragma disable_optimizer')
  world = await World.create(connection)
})

afterAll(() => database.close())

describe.each(Object.entries(caseGroups))('%s', (_, cases) => {
  test.each(cases)('$sql', async ({ sql, gives, uses = '', unstable }) => {
    const query = await describeQuery(connection, sql)
    expect(query.problem).toBe(undefined)
    const wanted = Object.entries(gives).map(([name, from]) => [name, inOrder(from)])
    expect(Object.entries(showLineage(query))).toEqual(wanted)
    expect(showUses(query)).toBe(inOrder(uses))
    if (unstable !== undefined) return
    expect(await findLies({ connection, world, seeds: [1, 2] }, sql, query)).toEqual([])
  })
})

describe('lies are found out', () => {
  const sql = 'select a, c + 1 as next from t where b > (select min(z) from u)'
  const lies: readonly (readonly [string, (query: QueryColumns) => QueryColumns])[] = [
    ['a column that decides about rows is left out', (query) => ({ ...query, uses: [] })],
    [
      'a source is left out',
      (query) => ({ ...query, columns: query.columns.map((column) => ({ ...column, from: [] })) }),
    ],
    [
      'another column is said to be copied',
      (query) => ({
        ...query,
        columns: query.columns.map((column) => ({
          ...column,
          from: column.from.map((origin) => ({ ...origin, how: 'copied' })),
        })),
      }),
    ],
    [
      'a type is wrong',
      (query) => ({
        ...query,
        columns: query.columns.map((column) => ({ ...column, type: 'VARCHAR' })),
      }),
    ],
  ]
  test.each(lies)('%s', async (_, change) => {
    const query = await describeQuery(connection, sql)
    const laboratory = { connection, world, seeds: [1, 2, 3] }
    expect(await findLies(laboratory, sql, query)).toEqual([])
    expect(await findLies(laboratory, sql, change(query))).not.toEqual([])
  })
})
