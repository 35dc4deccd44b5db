// What every part of `npm run test:peers` needs: where the tools are, and how one is started.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const scratch = join(root, 'target', 'test-peers')

/**
 * @typedef {object} Context
 * @property {string} btn entry of btn
 * @property {string} dbt dbt of dbt-core with dbt-duckdb
 * @property {string} python a Python with duckdb; for the suites also pytest and dbt-tests-adapter
 * @property {string} conformance what dbt made of real projects, and the harness of its suites
 * @property {string | undefined} corpus folder with `src/`: checkouts of those projects
 * @property {string | undefined} suites folder with a prepared folder for each suite
 */

/**
 * One line of the table.
 * @typedef {object} Row
 * @property {string} what
 * @property {number} passed
 * @property {number} total
 * @property {readonly string[]} [notes] what differs
 */

/** @typedef {{ readonly rows: readonly Row[] } | { readonly missing: string }} Part */

/**
 * Runs a program; its output is given back, and told when it cannot be started at all.
 * @param {readonly string[]} command
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 */
export function start(command, { cwd = root, env = {} } = {}) {
  const [program = '', ...args] = command
  const quiet = { DBT_SEND_ANONYMOUS_USAGE_STATS: 'False', TZ: 'UTC' }
  const done = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...quiet, ...env },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (done.error) throw done.error
  return { exit: done.status ?? 2, output: done.stdout, log: done.stderr }
}

/**
 * `btn verify-dbt` as a row: each thing compared is one to pass.
 * @param {Context} context
 * @param {{ what: string, cwd: string, args: readonly string[] }} verification
 * @returns {Row}
 */
export function verify({ btn, dbt }, { what, cwd, args }) {
  const words = ['verify-dbt', '--dbt', dbt, '--output', 'json', ...args]
  const done = start([process.execPath, btn, ...words], { cwd, env: { DBT_PROFILES_DIR: cwd } })
  const begin = done.output.indexOf('{')
  if (begin < 0) return { what, passed: 0, total: 1, notes: [done.log.trim() || done.output] }
  /** @type {{ compared: Record<string, number>, differences: { area: string, subject: string, what: string }[] }} */
  const { compared, differences } = JSON.parse(done.output.slice(begin))
  const total = Object.values(compared).reduce((sum, count) => sum + count, 0)
  const subjects = new Set(differences.map((it) => `${it.area} ${it.subject}`))
  const notes = differences.map((it) => `${it.area}: ${it.subject}: ${it.what}`)
  return { what, passed: total - subjects.size, total, notes }
}

/** @param {string | undefined} path @param {string} what @returns {string | undefined} */
export function missing(path, what) {
  if (path === undefined) return `${what} was not named`
  return existsSync(path) ? undefined : `there is no ${what} at ${path}`
}
