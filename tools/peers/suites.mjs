// dbt's own test suites: of what passes with dbt itself, how much passes with btn.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missing, start } from './context.mjs'

/**
 * `suites` holds a folder for each suite, prepared as the conformance folder's README says: conftest.py, pytest.ini, tests/. What
 * passes with dbt is found once and kept beside them, in control.txt.
 * @param {import('./context.mjs').Context} context
 * @returns {import('./context.mjs').Part}
 */
export function suites(context) {
  const lacks = missing(context.suites, 'folder of suites')
  if (lacks !== undefined || context.suites === undefined) return { missing: lacks ?? '' }
  const folder = context.suites
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'pytest.ini')))
  return { rows: names.map((name) => runSuite(context, name, join(folder, name))) }
}

/** @param {import('./context.mjs').Context} context @param {string} name @param {string} folder */
function runSuite({ python, btn }, name, folder) {
  const control = join(folder, 'control.txt')
  if (!existsSync(control)) writeFileSync(control, [...runTests(python, folder, {})].join('\n'))
  const wanted = readFileSync(control, 'utf8').split('\n').filter(Boolean)
  // Python models run in a Python that has duckdb: the harness's own.
  const env = { BTN_BIN: `${process.execPath} ${btn}`, BTN_PYTHON: python }
  const passed = runTests(python, folder, env)
  const failed = wanted.filter((id) => !passed.has(id))
  return { what: name, passed: wanted.length - failed.length, total: wanted.length, notes: failed }
}

/**
 * The ids of the tests that pass.
 * @param {string} python
 * @param {string} folder
 * @param {Record<string, string>} env
 */
function runTests(python, folder, env) {
  const words = ['-m', 'pytest', '-c', 'pytest.ini', '--rootdir', '.', 'tests/functional']
  const how = ['-n', '2', '-q', '-rA', '--tb=no', '--show-capture=no']
  const { output } = start([python, ...words, ...how], { cwd: folder, env })
  return new Set(
    [...output.matchAll(/^PASSED (\S.*?)(?: - .*)?$/gm)].map((match) => match[1] ?? ''),
  )
}
