import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { duckdbAdapter } from './index.ts'

const KILLS = 8
const ROWS = 20_000

const folder = mkdtempSync(join(tmpdir(), 'btn-kill-'))
const target = { type: 'duckdb', path: join(folder, 'kill.duckdb') }
const options = { projectName: 'kill', projectRoot: folder, targetPath: 'target' }
const modules = join(createRequire(import.meta.url).resolve('@duckdb/node-api'), '../../../..')

/** Loads a seed and makes a table again and again, with other rows each time, until it is killed. */
const worker = `
import { duckdbAdapter } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
const [folder] = process.argv.slice(2)
const { credentials } = duckdbAdapter.checkCredentials(${JSON.stringify(target)}, ${JSON.stringify(options)})
const database = await duckdbAdapter.open(credentials)
const connection = await database.connect()
const relation = { database: 'kill', schema: 'main', name: 's' }
console.log('open')
for (let round = 0; ; round++) {
  const found = await database.catalog.listRelations(connection, 'kill', 'main')
  const path = folder + '/' + (round % 2 ? 'odd' : 'even') + '.csv'
  const request = { relation, path, delimiter: ',', columnTypes: {}, isFullRefresh: round % 3 === 0 }
  const existing = found.some(({ name }) => name === 's') && { existing: 'table' }
  await database.loadSeed(connection, { ...request, ...existing })
  console.log('seed')
  await connection.execute('begin; create or replace table t as select a, a % 2 as b from s; commit')
  console.log('table')
}`

beforeAll(() => {
  for (const [name, value] of [
    ['odd', 1],
    ['even', 2],
  ] as const) {
    writeFileSync(join(folder, name + '.csv'), 'a,b\n' + `${value},x\n`.repeat(ROWS))
  }
  buildSync({
    stdin: {
      contents: `void (async () => {${worker.replace(/^import .*$/m, '')}})()`,
      resolveDir: folder,
    },
    banner: {
      js: `const { duckdbAdapter } = require(${JSON.stringify(join(folder, 'adapter.cjs'))})`,
    },
    outfile: join(folder, 'worker.cjs'),
    platform: 'node',
    format: 'cjs',
    allowOverwrite: true,
  })
  buildSync({
    entryPoints: [join(import.meta.dirname, 'index.ts')],
    outfile: join(folder, 'adapter.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['@duckdb/node-api'],
    supported: { 'dynamic-import': false },
  })
})

afterAll(() => rmSync(folder, { recursive: true }))

/** Kills the worker so long after it has said so many lines. */
async function runUntilKilled(lines: number, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [join(folder, 'worker.cjs'), folder], {
    env: { ...process.env, NODE_PATH: modules },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_code, signal) => resolve(signal)),
  )
  const said = new Promise<string>((resolve) => {
    let text = ''
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString()
      if (text.split('\n').length > lines) resolve('said')
    })
  })
  expect(await Promise.race([said, ended])).toBe('said')
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
}

test(`after each of ${KILLS} kills the tables are whole`, async () => {
  const seen = new Set<string>()
  for (let kill = 0; kill < KILLS; kill++) {
    await runUntilKilled(1 + (kill % 5), (kill * 7) % 60)
    const database = await duckdbAdapter.open(
      duckdbAdapter.checkCredentials(target, options).credentials,
    )
    const connection = await database.connect()
    for (const { name } of await database.catalog.listRelations(connection, 'kill', 'main')) {
      const { rows } = await connection.query(
        `select count(*), count(distinct a), count(*) filter (where b is null) from ${name}`,
      )
      expect([name, rows]).toEqual([name, [[BigInt(ROWS), 1n, 0n]]])
      const columns = await database.catalog.listColumns(connection, {
        database: 'kill',
        schema: 'main',
        name,
      })
      expect(columns.map((column) => column.name)).toEqual(['a', 'b'])
      seen.add(name)
    }
    await database.close()
  }
  expect([...seen].sort()).toEqual(['s', 't'])
})
