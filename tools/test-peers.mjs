#!/usr/bin/env node
// The root project through dbt-core and through btn: same nodes, same outcomes, same SQL, same rows.

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'

const usage = `Usage: node tools/test-peers.mjs [options]

  --dbt FILE     dbt of dbt-core with dbt-duckdb (default target/bench/peers/dbt/bin/dbt)
  --btn FILE     entry of btn (default packages/cli/bin/btn.js)
  --data-dir DIR input files (default: the shipped ones, then ../shared/data/bakuten where that is there)
`

const root = fileURLToPath(new URL('..', import.meta.url))
const name = 'bakuten'
const scratch = join(root, 'target', 'test-peers')
/** What differs from run to run. */
const volatileColumns = ['loaded_at']

/** A copy of the project. @param {string} folder */
function copyProject(folder) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'target'), { recursive: true })
  for (const part of ['project.yml', 'models', 'macros', 'tests', 'data']) {
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  return folder
}

/** The same project in dbt's words. @param {string} folder */
function toDbtProject(folder) {
  const settings = readFileSync(join(folder, 'project.yml'), 'utf8')
  const output = { type: 'duckdb', path: `target/${name}.duckdb`, threads: 4 }
  const profiles = { [name]: { target: 'dev', outputs: { dev: { ...output, schema: 'main' } } } }
  rmSync(join(folder, 'project.yml'))
  writeFileSync(join(folder, 'dbt_project.yml'), `profile: ${name}\n${settings}`)
  writeFileSync(join(folder, 'profiles.yml'), JSON.stringify(profiles)) // JSON is YAML
}

/**
 * @param {readonly string[]} command
 * @param {string} folder
 * @param {string} dataDir
 */
function build(command, folder, dataDir) {
  const args = [...command.slice(1), 'build', '--vars', JSON.stringify({ data_dir: dataDir })]
  const env = { ...process.env, DBT_SEND_ANONYMOUS_USAGE_STATS: 'False', DBT_PROFILES_DIR: '.' }
  const done = spawnSync(command[0] ?? '', args, { cwd: folder, env, encoding: 'utf8' })
  if (done.error) throw done.error
  return { exit: done.status, output: done.stdout + done.stderr }
}

/** @param {string} folder @param {string} file */
const readArtifact = (folder, file) =>
  JSON.parse(readFileSync(join(folder, 'target', file), 'utf8'))

/** Outcome and SQL of every node, by id. @param {string} folder */
function readOutcomes(folder) {
  /** @type {Map<string, { status: string, failures: unknown, sql: string }>} */
  const outcomes = new Map()
  for (const result of readArtifact(folder, 'run_results.json').results) {
    const { unique_id, status, failures, compiled_code } = result
    const sql = String(compiled_code).replace(/\s+/g, ' ').trim()
    outcomes.set(unique_id, { status, failures: failures ?? null, sql })
  }
  return outcomes
}

/**
 * @param {string} theirs
 * @param {string} ours
 */
function compareOutcomes(theirs, ours) {
  const [left, right] = [readOutcomes(theirs), readOutcomes(ours)]
  const ids = new Set([...left.keys(), ...right.keys()])
  return [...ids].flatMap((id) => {
    const [a, b] = [left.get(id), right.get(id)]
    if (a === undefined || b === undefined) return [`${id}: only in ${a ? 'dbt' : 'btn'}`]
    return Object.keys(a)
      .filter((key) => a[key] !== b[key])
      .map((key) => `${id}: ${key} is '${b[key]}', dbt has '${a[key]}'`)
  })
}

/**
 * Copies every relation of a project's database into tables named `<prefix>.<relation>`.
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {string} folder
 * @param {string} prefix
 */
async function copyRelations(connection, folder, prefix) {
  // The catalog needs its own name: views name their tables in full.
  await connection.run(`attach '${folder}/target/${name}.duckdb' as ${name} (read_only)`)
  await connection.run(`create schema ${prefix}`)
  const found = await connection.runAndReadAll(
    `select table_schema || '.' || table_name from information_schema.tables where table_catalog = '${name}'`,
  )
  const relations = found.getRowsJS().map(([relation]) => String(relation))
  for (const relation of relations) {
    const keep = `columns(c -> c not in ('${volatileColumns.join("', '")}'))`
    await connection.run(
      `create table ${prefix}."${relation}" as select ${keep} from ${name}.${relation}`,
    )
  }
  await connection.run(`detach ${name}`)
  return relations
}

/**
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {string} relation
 */
async function compareRelation(connection, relation) {
  const shape = async (/** @type {string} */ schema) => {
    const described = await connection.runAndReadAll(`describe ${schema}."${relation}"`)
    return described
      .getRowsJS()
      .map(([column, type]) => `${column} ${type}`)
      .join(', ')
  }
  const [theirs, ours] = [await shape('dbt'), await shape('btn')]
  if (theirs !== ours) return [`${relation}: columns are ${ours}; dbt has ${theirs}`]
  const rows = await connection.runAndReadAll(`
    select (select count(*) from (from dbt."${relation}" except all from btn."${relation}")),
           (select count(*) from (from btn."${relation}" except all from dbt."${relation}"))`)
  const [missing, extra] = rows.getRowsJS()[0] ?? []
  return Number(missing) + Number(extra) === 0
    ? []
    : [`${relation}: ${missing} rows of dbt are missing, ${extra} rows are not in dbt's`]
}

/**
 * @param {string} theirs
 * @param {string} ours
 */
async function compareTables(theirs, ours) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const left = await copyRelations(connection, theirs, 'dbt')
  const right = await copyRelations(connection, ours, 'btn')
  const differences = []
  for (const relation of new Set([...left, ...right])) {
    if (!left.includes(relation)) differences.push(`${relation}: not in dbt's database`)
    else if (!right.includes(relation)) differences.push(`${relation}: missing`)
    else differences.push(...(await compareRelation(connection, relation)))
  }
  return { count: left.length, differences }
}

/**
 * @param {{ dbt: string, btn: string }} tools
 * @param {string} dataDir
 */
async function compare(tools, dataDir) {
  const theirs = copyProject(join(scratch, 'dbt'))
  toDbtProject(theirs)
  const ours = copyProject(join(scratch, 'btn'))
  const expected = build([tools.dbt], theirs, dataDir)
  const actual = build([process.execPath, tools.btn], ours, dataDir)
  if (!existsSync(join(ours, 'target', 'run_results.json'))) return [`btn: ${actual.output}`]
  const tables = await compareTables(theirs, ours)
  const differences = [...compareOutcomes(theirs, ours), ...tables.differences]
  if (actual.exit !== expected.exit) differences.push(`exit ${actual.exit}, dbt ${expected.exit}`)
  console.log(`${dataDir}: exit ${expected.exit}, ${tables.count} relations`)
  return differences
}

async function main() {
  const { values } = parseArgs({
    options: {
      dbt: { type: 'string', default: join(root, 'target/bench/peers/dbt/bin/dbt') },
      btn: { type: 'string', default: join(root, 'packages/cli/bin/btn.js') },
      'data-dir': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(usage)
  const tools = { dbt: resolve(values.dbt), btn: resolve(values.btn) }
  const missing = Object.values(tools).find((file) => !existsSync(file))
  if (missing !== undefined) throw new Error(`there is no ${missing}`)
  const real = join(root, '../shared/data/bakuten')
  const usual = ['data', ...(existsSync(real) ? [resolve(real)] : [])]
  const differences = []
  for (const dataDir of values['data-dir'] ? [resolve(values['data-dir'])] : usual) {
    differences.push(...(await compare(tools, dataDir)))
  }
  for (const difference of differences) console.log(`- ${difference}`)
  console.log(differences.length === 0 ? 'No difference.' : `${differences.length} differences.`)
  process.exitCode = differences.length === 0 ? 0 : 1
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
