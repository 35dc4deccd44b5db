#!/usr/bin/env node
// lineage.mjs --sqlglot PYTHON --sqlmesh PYTHON [--constructs] [--out FILE] FOLDER…
// Column lineage of the compiled models of projects that were built, by btn's engine, by SQLGlot and by SQLMesh, side by side.
// A folder has a dbt project somewhere inside, with its target/, and the DuckDB file that it built.

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { prove } from './lineage-proof.mjs'
import { Catalogue, readTables, withMissing } from './lineage-tables.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sqlglot: { type: 'string' },
    sqlmesh: { type: 'string' },
    constructs: { type: 'boolean', default: false },
    out: { type: 'string', default: 'target/bench/lineage.json' },
  },
})

const { describeQuery } = await bundle('src/index.ts')

const questions = values.constructs ? [await readConstructs()] : []
for (const folder of positionals) questions.push(await readProject(folder))
const results = []
for (const question of questions) results.push(await compareAll(question))
writeFileSync(values.out, JSON.stringify(results, undefined, 1))
for (const { differences, failures, ...figures } of results) {
  const counts = { differences: differences.length, failures: failures.length }
  console.log(JSON.stringify({ ...figures, ...counts }))
}

async function bundle(/** @type {string} */ file) {
  const outfile = join(import.meta.dirname, '../target/bench', file.replaceAll(/\W/g, '-') + '.mjs')
  const entry = join(import.meta.dirname, '../packages/sql', file)
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile })
  return import(outfile)
}

/** The constructs that btn is tested with, of which a person worked out the lineage. */
async function readConstructs() {
  const { caseGroups } = await bundle('conformance/cases/index.ts')
  const { catalogue } = await openWorld()
  const tables = await catalogue.tables('memory')
  const models = Object.entries(caseGroups).flatMap(([group, cases]) =>
    cases.map(({ sql, unstable }, index) => ({ id: `${group}.${index}`, sql, unstable })),
  )
  return { name: 'constructs', models, tables, catalogue, judge: proveAll }
}

async function openWorld() {
  const { World, worldColumns } = await bundle('conformance/world.ts')
  const catalogue = await Catalogue.open([])
  const session = { execute: (sql) => catalogue.run(sql) }
  await catalogue.run('set threads = 1; pragma disable_optimizer')
  return { catalogue, world: await World.create(session), columns: worldColumns }
}

/** Adds to each difference what data say of it. */
async function proveAll(differences, models, ours) {
  const laboratory = await openWorld()
  const byId = new Map(models.map((model) => [model.id, model]))
  const judged = []
  for (const difference of differences) {
    const { sql, unstable } = byId.get(difference.id)
    const uses = (ours.models[difference.id].uses ?? []).map(({ relation, column }) =>
      plainName(`memory.${relation.schema}.${relation.name}.${column}`),
    )
    const isTried = difference.column !== undefined && !difference.isLacking && !unstable
    const proof = isTried ? await prove(laboratory, { ...difference, sql }, uses) : 'open'
    judged.push({ ...difference, sql, proof })
  }
  laboratory.catalogue.close()
  return judged
}

async function readProject(/** @type {string} */ folder) {
  const models = readModels(findRoot(folder))
  const tables = await withMissing(models, await readTables(folder), describeQuery)
  return { name: basename(folder), models, tables, catalogue: await Catalogue.open(tables) }
}

async function compareAll({ name, catalogue, judge = (it) => it, ...question }) {
  const ours = await askOurs(question.models, catalogue)
  const peers = ['sqlglot', 'sqlmesh'].filter((peer) => values[peer])
  const compared = peers.map((peer) => [peer, compare(question, ours, askPeer(peer, question))])
  const known = question.models.filter(
    ({ id }) => !ours.models[id].error && !ours.models[id].problem,
  )
  return {
    project: name,
    models: question.models.length,
    known: known.length,
    columns: known.reduce((sum, { id }) => sum + ours.models[id].columns.length, 0),
    milliseconds: sumTimes(ours),
    peers: Object.fromEntries(
      compared.map(([peer, { differences: _, ...figures }]) => [peer, figures]),
    ),
    failures: question.models.flatMap(({ id }) => {
      const why = ours.models[id].error ?? ours.models[id].problem
      return why ? [{ id, why }] : []
    }),
    differences: await judge(
      compared.flatMap(([peer, { differences }]) => differences.map((it) => ({ peer, ...it }))),
      question.models,
      ours,
    ),
  }
}

function sumTimes(answer) {
  const times = Object.values(answer.models).map((model) => model.seconds * 1000)
  return Math.round(times.reduce((sum, time) => sum + time, 0))
}

/** The folder of the dbt project, nearest to the top. */
function findRoot(folder, depth = 0) {
  if (existsSync(join(folder, 'target/manifest.json'))) return folder
  if (depth > 3) return undefined
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || /^(\.|dbt_packages|btn_packages|steps)/.test(entry.name)) continue
    const found = findRoot(join(folder, entry.name), depth + 1)
    if (found) return found
  }
  return undefined
}

/** Models and snapshots with their compiled text, from the manifest or from target/compiled. */
function readModels(root) {
  const { nodes } = JSON.parse(readFileSync(join(root, 'target/manifest.json'), 'utf8'))
  return Object.values(nodes)
    .filter(
      (node) => ['model', 'snapshot'].includes(node.resource_type) && node.language !== 'python',
    )
    .map((node) => ({
      id: node.unique_id,
      parents: node.depends_on.nodes,
      relation: { catalog: node.database, schema: node.schema, name: node.alias },
      sql: node.compiled_code || readCompiled(root, node),
    }))
    .filter((model) => model.sql.trim() !== '')
}

function readCompiled(root, node) {
  const file = join(root, 'target/compiled', node.package_name, node.original_file_path)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

async function askOurs(models, catalogue) {
  if (models[0]) await describeQuery(catalogue, models[0].sql).catch(() => undefined)
  const answers = {}
  for (const { id, sql } of models) {
    const start = process.cpuUsage()
    const answer = await describeQuery(catalogue, sql).catch((error) => ({ error: error.message }))
    const { user, system } = process.cpuUsage(start)
    answers[id] = { ...answer, seconds: (user + system) / 1e6 }
  }
  catalogue.close()
  return { models: answers }
}

function askPeer(peer, question) {
  const script = join(import.meta.dirname, 'lineage_peers.py')
  const { stdout, stderr, status } = spawnSync(values[peer], [script, peer], {
    input: JSON.stringify(question),
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** Counts the columns that both answered, by whether they name the same sources. */
function compare({ models }, ours, theirs) {
  const figures = {
    version: theirs.version,
    milliseconds: sumTimes(theirs),
    failed: 0,
    columns: 0,
    equal: 0,
    differ: 0,
    lacking: 0,
  }
  const differences = []
  for (const { id } of models) {
    const [mine, other] = [ours.models[id], theirs.models[id]]
    if (other.error) {
      figures.failed++
      differences.push({ id, error: other.error })
    }
    if (other.error || mine.error || mine.problem) continue
    const byName = new Map(other.columns.map((column) => [column.name.toLowerCase(), column]))
    for (const [index, column] of mine.columns.entries()) {
      const same = byName.get(column.name.toLowerCase()) ?? other.columns[index]
      const left = sourcesOf(column)
      const right = (same?.from ?? []).map((it) => plainName(it.join('.')))
      const onlyOurs = left.filter((it) => !right.includes(it))
      const onlyTheirs = right.filter((it) => !left.includes(it))
      figures.columns++
      if (same && onlyOurs.length + onlyTheirs.length === 0) figures.equal++
      else {
        figures[same ? 'differ' : 'lacking']++
        differences.push({ id, column: column.name, isLacking: !same, onlyOurs, onlyTheirs })
      }
    }
  }
  return { ...figures, differences }
}

function sourcesOf({ from }) {
  return from.map(({ relation, column }) => {
    const isTable = relation.kind === 'table'
    const name = isTable ? `${relation.catalog}.${relation.schema}.${relation.name}` : relation.name
    return plainName(`${name}.${column}`.toLowerCase())
  })
}

/** The same name for the same thing: each has its own for files, and some leave out catalog and schema of the constructs' tables. */
function plainName(/** @type {string} */ name) {
  return name
    .replace(/^memory\.(main\.)?/, '')
    .replace(/^(read_csv(\(.*\))?|.*\.csv)\./, 'file.')
    .replace('duckdb_settings().', 'duckdb_settings.')
}
