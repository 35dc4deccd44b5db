// The projects to measure on: generated once in the work folder, then copied for each contender.

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { runOrThrow } from './measure.mjs'

/**
 * @typedef {object} Setting
 * @property {string} work  folder for generated projects and data
 * @property {string} generators  folder of gen_project.py and its like
 * @property {string} python  a Python that has duckdb
 * @property {number} dataScale  times 5 million clickstream rows
 * @property {readonly import('./tools.mjs').Tool[]} tools
 */

/**
 * The folder that `fill` fills, unless an earlier run has.
 * @param {string} folder
 * @param {(empty: string) => void} fill
 */
function once(folder, fill) {
  if (existsSync(folder)) return folder
  const partial = `${folder}.partial`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true })
  fill(partial)
  renameSync(partial, folder)
  return folder
}

/** N models, 2 tests each. @param {Setting} setting @param {number} size */
export function syntheticProject({ work, generators, python }, size) {
  return once(join(work, `synth-${size}`), (folder) => {
    runOrThrow([python, join(generators, 'gen_project.py'), String(size), folder])
  })
}

/** Input files in millions of rows. @param {Setting} setting */
function dataFolder({ work, generators, python, dataScale }) {
  return once(resolve(work, `data-${dataScale}`), (folder) => {
    runOrThrow([python, join(generators, 'gen_data.py'), folder, String(dataScale)])
  })
}

/** Ten models over those files. @param {Setting} setting */
export function shopProject(setting) {
  const data = dataFolder(setting)
  return once(join(setting.work, `shop-${setting.dataScale}`), (folder) => {
    runOrThrow([setting.python, join(setting.generators, 'gen_shop.py'), folder, data])
  })
}

/** One seed of a million rows. @param {Setting} setting */
export function seedProject(setting) {
  const data = dataFolder(setting)
  const name = 'seeding'
  return once(join(setting.work, name), (folder) => {
    const output = { type: 'duckdb', path: `${name}.duckdb`, schema: 'main', threads: 4 }
    const profile = { [name]: { target: 'dev', outputs: { dev: output } } }
    mkdirSync(join(folder, 'seeds'))
    cpSync(join(data, 'seed_1m.csv'), join(folder, 'seeds', 'seed_1m.csv'))
    writeFileSync(join(folder, 'dbt_project.yml'), `name: ${name}\nprofile: ${name}\n`)
    writeFileSync(join(folder, 'profiles.yml'), JSON.stringify(profile)) // JSON is YAML
  })
}

/**
 * A copy for one contender.
 * @param {string} project
 * @param {string} contender
 */
export function copyFor(project, contender) {
  return once(`${project}.${contender}`, (folder) => {
    cpSync(project, folder, { recursive: true })
  })
}

/**
 * A copy that a peer has compiled, for the floor.
 * @param {Setting} setting
 * @param {string} project
 */
export function compiledCopy({ tools }, project) {
  const compiler = tools.find((tool) => tool.name === 'dbt-core') ?? tools[0]
  return once(`${project}.floor`, (folder) => {
    cpSync(project, folder, { recursive: true })
    runOrThrow([...compiler.command, 'compile'], { cwd: folder, env: compiler.env })
  })
}

/** The one file below `folder` of that name. @param {string} folder @param {string} name */
export function findFile(folder, name) {
  const found = readdirSync(folder, { recursive: true }).find((path) => String(path).endsWith(name))
  if (found === undefined) throw new Error(`no ${name} below ${folder}`)
  return join(folder, String(found))
}

/** Removes the project's database. @param {string} folder */
export function removeDatabase(folder) {
  const files = readdirSync(folder).filter((file) => /\.duckdb(\.wal)?$/.test(file))
  for (const file of files) rmSync(join(folder, file))
}
