#!/usr/bin/env node
// Measures how long who reads a table, or a file, waits while `publish: audited` puts a new one in its place.

import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadBundle } from './bundle.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    tables: { type: 'string', default: '10' },
    repeat: { type: 'string', default: '5' },
    readers: { type: 'string', default: '2' },
    work: { type: 'string', default: join(root, 'target/bench/publish') },
    /** Used by this script: reads that file until it is told to stop. */
    read: { type: 'string' },
  },
})
const work = resolve(options.work)
const tables = Number(options.tables)
const file = join(work, 'project/target/shared.parquet')

if (options.read === undefined) await main()
else await readFileAgainAndAgain(options.read)

async function main() {
  writeProject()
  const { invoke, DuckdbDatabase } = await loadBtn()
  const btn = (version) =>
    invoke(['build', '--quiet', '--vars', `{version: ${version}}`], {
      workingDirectory: join(work, 'project'),
    })
  await btn(1)
  const found = { tables: [], file: [] }
  for (let version = 2; version < 2 + Number(options.repeat); version++) {
    const ofFile = watchFile()
    const ofTables = watchTables(DuckdbDatabase)
    const { success } = await btn(version)
    if (!success) throw new Error('the build failed')
    found.tables.push(...(await ofTables()))
    found.file.push(...(await ofFile()))
  }
  console.log(
    `${tables} tables of ${Number(options.rows).toLocaleString('en-US')} rows and a Parquet file, exchanged ${options.repeat} times; ` +
      `load of the machine ${loadavg()[0].toFixed(1)}\n`,
  )
  console.log(
    '| who reads | reads | median | 99 % | longest while models are built | longest at the exchange |',
  )
  console.log('| --- | --- | --- | --- | --- | --- |')
  row(`${options.readers} connections of the same process`, found.tables)
  row('another process, the file', found.file)
  rmSync(join(work, 'project'), { recursive: true })
}

function writeProject() {
  const folder = join(work, 'project')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'models'), { recursive: true })
  writeFileSync(
    join(folder, 'project.yml'),
    'name: shop\noutputs: { dev: { type: duckdb, path: target/shop.duckdb, threads: 2 } }\nmodels: { shop: { +publish: audited } }\n',
  )
  const sql = `select range as id, {{ var('version') }} as version, hash(range) as amount from range(${options.rows})`
  for (let number = 1; number <= tables; number++) {
    const config = "{{ config(materialized='table') }}\n"
    writeFileSync(join(folder, `models/fact_${number}.sql`), config + sql)
  }
  const config = "{{ config(materialized='external', location='target/shared.parquet') }}\n"
  writeFileSync(join(folder, 'models/shared.sql'), config + sql)
}

/** btn and its door to the database in one bundle: what reads has connections of the database that btn has open. */
function loadBtn() {
  return loadBundle(
    'btn',
    `export { invoke } from './packages/cli/src/invoke.ts'
     export { DuckdbDatabase } from './packages/adapter-duckdb/src/database.ts'`,
  )
}

/** Reads the first table and the last one from the moment at which btn opens the database to that at which it closes it. */
function watchTables({ prototype }) {
  const { connect, close } = prototype
  const last = `select version from fact_${tables} where id = 17`
  const sql = `select version, (${last}) from fact_1 where id = 17`
  const reads = []
  let isOver = false
  let reading
  prototype.connect = async function () {
    reading ??= Promise.all(
      Array.from({ length: Number(options.readers) }, async () => {
        const connection = await connect.call(this)
        while (!isOver) reads.push(await timed(async () => (await connection.query(sql)).rows[0]))
        await connection.close()
      }),
    )
    return connect.call(this)
  }
  prototype.close = async function () {
    isOver = true
    await reading
    await close.call(this)
  }
  return async () => {
    Object.assign(prototype, { connect, close })
    const torn = reads.filter(({ seen: [first, second] }) => first !== second)
    if (torn.length > 0) throw new Error(`${torn.length} reads saw two states at once`)
    return exchangeIn(reads)
  }
}

function watchFile() {
  const words = [fileURLToPath(import.meta.url), '--read', file]
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (data) => (text += data))
  const done = new Promise((resolve) => child.on('close', resolve))
  return async () => {
    child.stdin.end()
    if ((await done) !== 0) throw new Error('the file could not be read at some moment')
    return exchangeIn(JSON.parse(text))
  }
}

async function readFileAgainAndAgain(path) {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const sql = `select version from read_parquet('${path}') where id = 17`
  const reads = []
  let isOver = false
  process.stdin.on('end', () => (isOver = true)).resume()
  while (!isOver) {
    reads.push(
      await timed(async () => (await connection.runAndReadAll(sql)).getRowsJson()[0].map(String)),
    )
  }
  process.stdout.write(JSON.stringify(reads))
}

async function timed(read) {
  const from = performance.now()
  const seen = (await read()).map(Number)
  return { from, to: performance.now(), seen }
}

/** Each read with how long it took, and whether it was under way when the new state took the place of the old one. */
function exchangeIn(reads) {
  const newest = Math.max(...reads.map(({ seen }) => seen[0]))
  const isNew = ({ seen }) => seen[0] === newest
  const lastOld = Math.max(...reads.filter((it) => !isNew(it)).map(({ from }) => from))
  const firstNew = Math.min(...reads.filter(isNew).map(({ to }) => to))
  const [from, to] = [Math.min(lastOld, firstNew), Math.max(lastOld, firstNew)]
  return reads.map((it) => ({ took: it.to - it.from, atExchange: it.to >= from && it.from <= to }))
}

function row(name, reads) {
  const sorted = reads.map(({ took }) => took).sort((a, b) => a - b)
  const at = (share) => ms(sorted[Math.floor(share * (sorted.length - 1))])
  const longest = (of) => ms(Math.max(...of.map(({ took }) => took)))
  const exchange = reads.filter((it) => it.atExchange)
  const others = reads.filter((it) => !it.atExchange)
  console.log(
    `| ${name} | ${reads.length.toLocaleString('en-US')} | ${at(0.5)} | ${at(0.99)} | ${longest(others)} | ${longest(exchange)} |`,
  )
}

function ms(number) {
  return `${number.toFixed(1)} ms`
}
