#!/usr/bin/env node
// Measures loads with a contract beside DuckDB's plain `create table as from read_csv` of the same file, in turns.

import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadBundle } from './bundle.mjs'
import { generate } from './load-file.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '5000000' },
    repeat: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    work: { type: 'string', default: join(root, 'target/bench/load') },
    out: { type: 'string', default: '' },
    keep: { type: 'boolean', default: false },
  },
})
const work = resolve(options.work)
const rows = Number(options.rows)

const rule = (name, sql) => ({ name, check: { kind: 'sql', sql }, severity: 'error' })
const contract = {
  text: 'trim',
  types: 'reject',
  clean: {},
  limits: { per: 'load' },
  rules: [
    rule('missing_client_id', 'client_id is not null'),
    rule('missing_timestamp', 'timestamp is not null'),
    rule(
      'unknown_event',
      "event_name in ('page_viewed', 'email_filled_on_popup', 'product_added_to_cart', 'checkout_started', 'checkout_completed', 'purchase')",
    ),
    rule('invalid_event_data', 'json_valid(event_data)'),
    rule('missing_user_agent', 'user_agent is not null'),
    rule('missing_page_url', "page_url like 'http%'"),
  ],
}
const types = { timestamp: 'timestamp' }
const names = 'client_id,page_url,referrer,timestamp,event_name,event_data,user_agent'.split(',')
const more = (rules) => ({ ...contract, rules: [...contract.rules, ...rules] })
const relation = (name) => ({ database: 'bench', schema: 'raw', name })

/** What is measured: how the table is before, and what is asked. */
const cases = {
  replace: { strategy: { kind: 'replace' } },
  append: { strategy: { kind: 'append' }, before: 'other' },
  upsert: { strategy: { kind: 'upsert', key: ['client_id', 'timestamp'] }, before: 'other' },
  partition: {
    strategy: { kind: 'partition', column: 'ingest_date', value: "date '2025-02-01'" },
    before: 'other',
  },
  'replace with _line': { strategy: { kind: 'replace' }, lineage: ['line'] },
  'append with _line': { strategy: { kind: 'append' }, before: 'other', lineage: ['line'] },
  unique: {
    strategy: { kind: 'replace' },
    contract: more([
      {
        name: 'one_per_click',
        check: { kind: 'unique', columns: ['client_id', 'timestamp'] },
        severity: 'error',
      },
    ]),
  },
  'foreign key': {
    strategy: { kind: 'replace' },
    contract: more([
      {
        name: 'orphan',
        check: {
          kind: 'foreign-key',
          columns: ['client_id'],
          to: relation('clients'),
          toColumns: ['client_id'],
        },
        severity: 'error',
      },
    ]),
  },
}

/** Wall and CPU seconds of some work. */
async function time(work) {
  const cpu = process.cpuUsage()
  const start = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 }
}

async function withDatabase(adapter, use) {
  const path = join(work, 'bench.duckdb')
  removeDatabase(path)
  const { credentials } = adapter.checkCredentials(
    { type: 'duckdb', path },
    { projectName: 'bench', projectRoot: work, targetPath: 'target' },
  )
  const database = await adapter.open(credentials)
  try {
    await use(database, await database.connect())
  } finally {
    await database.close()
    removeDatabase(path)
  }
}

function removeDatabase(path) {
  for (const each of [path, `${path}.wal`]) rmSync(each, { force: true })
}

async function measurePlain(adapter, file) {
  let seconds
  await withDatabase(adapter, async (_, connection) => {
    await connection.execute('create schema raw')
    seconds = await time(() =>
      connection.execute(`create table raw.events as from read_csv('${file}')`),
    )
  })
  return seconds
}

/** The pass that makes the checksum and finds lines is timed apart: it is there whatever the contract says. */
async function measureLoad(adapter, file, given) {
  const seconds = {}
  await withDatabase(adapter, async (database, connection) => {
    await prepare(connection, given)
    let inspection
    seconds.inspect = await time(async () => {
      inspection = await database.loader.inspect({ patterns: [file], options: {}, root: work })
    })
    let outcome
    seconds.load = await time(async () => {
      outcome = await database.loader.load(connection, request(inspection, given))
    })
    await inspection.close()
    const [{ rowsRead, rowsRejected }] = outcome.files
    if (rowsRead !== rows || rowsRejected === 0) throw new Error(`${rowsRead} rows were read`)
  })
  return seconds
}

/** An existing table with rows of its own, and clients to point to. */
async function prepare(connection, { before }) {
  await connection.execute('create schema raw')
  await connection.execute(
    "create table raw.clients as select 'c' || i as client_id from range(1000003) t(i)",
  )
  if (!before) return
  const columns = names.map((name) => `${name} ${types[name] ?? 'varchar'}`)
  await connection.execute(
    `create table raw.events (${columns.join(', ')}, ingest_date date, _load_id bigint, _line bigint)`,
  )
  await connection.execute(
    `insert into raw.events by name select 'x' || i as client_id, timestamp '2024-01-01' as timestamp from range(1000) t(i)`,
  )
}

function request(inspection, given) {
  return {
    relation: relation('events'),
    files: inspection.files.map((file) => ({ file, loadId: 1n })),
    inspection,
    columns: names.map((name) => ({ name, dataType: types[name] ?? 'varchar' })),
    rename: {},
    drift: { missing: 'fill', extra: 'warn' },
    lineage: [],
    loadedAt: new Date(),
    contract,
    quarantine: {
      table: { database: 'bench', schema: 'btn_quarantine', name: 'raw__events' },
      files: [],
    },
    isDryRun: false,
    beforeCommit: () => [],
    onRefused: () => [],
    ...given,
  }
}

const minimum = (samples, key) => Math.min(...samples.map((it) => it[key]))

const file = join(work, `events_${rows}.csv`)
mkdirSync(work, { recursive: true })
const contents = `export { duckdbAdapter } from './packages/adapter-duckdb/src/index.ts'`
const { duckdbAdapter: adapter } = await loadBundle('adapter', contents)
const bytes = await generate(file, rows)
const only = options.only === '' ? Object.keys(cases) : options.only.split(',')
const wanted = Object.keys(cases).filter((name) => only.includes(name))
const [loadBefore] = loadavg()
const plain = []
const loads = new Map(wanted.map((name) => [name, []]))
for (let round = 0; round < Number(options.repeat); round++) {
  for (const name of wanted) {
    plain.push(await measurePlain(adapter, file))
    loads.get(name).push(await measureLoad(adapter, file, cases[name]))
  }
}
const base = { wall: minimum(plain, 'wall'), cpu: minimum(plain, 'cpu') }
const lines = [
  `${rows.toLocaleString('en-US')} rows, ${(bytes / 1e6).toFixed(0)} MB, seven columns, six rules, 5 % of the rows bad; load average ${loadBefore.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after`,
  '',
  '| minimum of rounds | wall s | ratio | CPU s | ratio |',
  '| --- | ---: | ---: | ---: | ---: |',
  `| create table as from read_csv | ${base.wall.toFixed(2)} | 1 | ${base.cpu.toFixed(2)} | 1 |`,
]
for (const [name, samples] of loads) {
  const wall = minimum(
    samples.map((it) => it.load),
    'wall',
  )
  const cpu = minimum(
    samples.map((it) => it.load),
    'cpu',
  )
  lines.push(
    `| ${name} | ${wall.toFixed(2)} | ${(wall / base.wall).toFixed(2)} | ${cpu.toFixed(2)} | ${(cpu / base.cpu).toFixed(2)} |`,
  )
}
const passes = [...loads.values()].flat().map((it) => it.inspect)
const pass = { wall: minimum(passes, 'wall'), cpu: minimum(passes, 'cpu') }
lines.push(
  `| the pass for checksum and lines | ${pass.wall.toFixed(2)} | ${(pass.wall / base.wall).toFixed(2)} | ${pass.cpu.toFixed(2)} | ${(pass.cpu / base.cpu).toFixed(2)} |`,
)
console.log(lines.join('\n'))
// The file is large: only who asks for it keeps it for the next time.
if (!options.keep) rmSync(file)
if (options.out) appendFileSync(options.out, `${lines.join('\n')}\n\n`)
