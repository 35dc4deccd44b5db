#!/usr/bin/env node
// The docs site beside dbt's own, of the same project: how long each takes to make, and how large it is.
//   node bench/docs-site.mjs --project target/bench/synth-5000 --dbt path/to/dbt --repeat 3
// btn is measured twice: from the artifacts that lie in target/ (`docs site`), and with everything before it (`docs generate`).

import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measure as measureOne } from './measure.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: options } = parseArgs({
  options: {
    project: { type: 'string' },
    dbt: { type: 'string' },
    repeat: { type: 'string', default: '3' },
    work: { type: 'string', default: join(root, 'target/bench/docs-site') },
  },
})
if (!options.project) throw new Error('--project says which project')
const repeat = Number(options.repeat)
const work = resolve(options.work)
const btn = [process.execPath, join(root, 'packages/cli/bin/btn.js')]

/** @param {string} name */
function copyFor(name) {
  const folder = join(work, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  cpSync(resolve(options.project ?? ''), folder, { recursive: true })
  rmSync(join(folder, 'target'), { recursive: true, force: true })
  return folder
}

/**
 * The quickest of several, by the clock and by CPU. The command must succeed.
 * @param {readonly string[]} command @param {string} folder
 */
function measure(command, folder) {
  const env = { ...process.env, DBT_SEND_ANONYMOUS_USAGE_STATS: 'False', DBT_PROFILES_DIR: '.' }
  const samples = Array.from({ length: repeat }, () => measureOne(command, { cwd: folder, env }))
  const least = (/** @type {'wall' | 'cpu'} */ key) => Math.min(...samples.map((it) => it[key]))
  return { wall: least('wall'), cpu: least('cpu') }
}

/** @param {string} path @returns {number} */
function bytesOf(path) {
  if (!existsSync(path)) return 0
  if (statSync(path).isFile()) return statSync(path).size
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0)
}

const kb = (/** @type {number} */ bytes) => `${Math.round(bytes / 1000)} KB`
const sum = (/** @type {string} */ folder, /** @type {readonly string[]} */ files) =>
  files.reduce((all, file) => all + bytesOf(join(folder, file)), 0)

const rows = []
const own = copyFor('btn')
const whole = measure([...btn, 'docs', 'generate', '--empty-catalog'], own)
const site = measure([...btn, 'docs', 'site'], own)
const docs = join(own, 'target/docs')
rows.push([
  'btn',
  whole,
  site,
  kb(sum(docs, ['index.html', 'app.js', 'app.css', 'data/site.js'])),
  kb(bytesOf(docs)),
])
if (options.dbt) {
  const other = copyFor('dbt')
  const dbt = measure([resolve(options.dbt), 'docs', 'generate', '--empty-catalog'], other)
  // Its page reads the two artifacts whole before it shows anything.
  const loaded = kb(sum(join(other, 'target'), ['index.html', 'manifest.json', 'catalog.json']))
  rows.push(['dbt', dbt, undefined, loaded, loaded])
}

/** @param {ReturnType<typeof measure> | undefined} it */
const seconds = (it) => (it ? `${it.wall.toFixed(1)} s, CPU ${it.cpu.toFixed(1)} s` : '–')
console.log(
  `${options.project}; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; minimum of ${repeat}\n`,
)
console.log('| | docs generate --empty-catalog | the site from artifacts | first load | all |')
console.log('| --- | --- | --- | --- | --- |')
for (const [name, all, alone, first, total] of rows) {
  console.log(`| ${name} | ${seconds(all)} | ${seconds(alone)} | ${first} | ${total} |`)
}
