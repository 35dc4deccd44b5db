// The project at the root of the repository, in dbt's words, through dbt and through btn.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root, scratch, start, verify } from './context.mjs'

const name = 'bakuten'

/** @param {import('./context.mjs').Context} context @returns {import('./context.mjs').Part} */
export function rootProject(context) {
  const folder = join(scratch, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'target'), { recursive: true })
  for (const part of ['project.yml', 'models', 'macros', 'tests', 'data']) {
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  // Monitors are btn's own: dbt has no such nodes.
  rmSync(join(folder, 'models/core/monitors.yml'))
  toDbtProject(folder)
  const real = resolve(root, '../shared/data/bakuten')
  const rows = ['data', ...(existsSync(real) ? [real] : [])].map((dataDir) => {
    const what = `${name}, ${dataDir === 'data' ? 'the shipped sample' : 'the real files'}`
    const args = ['--vars', JSON.stringify({ data_dir: dataDir })]
    // dbt begins when the data is in the database: both begin with what btn has loaded.
    const loading = { cwd: folder, env: { DBT_PROFILES_DIR: folder } }
    const loaded = start([process.execPath, context.btn, 'load', ...args], loading)
    if (loaded.exit !== 0) return { what, passed: 0, total: 1, notes: [loaded.output, loaded.log] }
    const compared = [...args, '--step', 'build --exclude source:bronze']
    return verify(context, { what, cwd: folder, args: compared })
  })
  return { rows }
}

/** dbt reads `dbt_project.yml` and `profiles.yml` only. @param {string} folder */
function toDbtProject(folder) {
  // Tables are published at once, as dbt does it.
  const settings = readFileSync(join(folder, 'project.yml'), 'utf8').replace(/.*\+publish.*\n/, '')
  const output = { type: 'duckdb', path: `target/${name}.duckdb`, threads: 4, schema: 'main' }
  rmSync(join(folder, 'project.yml'))
  writeFileSync(join(folder, 'dbt_project.yml'), `profile: ${name}\n${settings}`)
  // JSON is YAML.
  const profiles = { [name]: { target: 'dev', outputs: { dev: output } } }
  writeFileSync(join(folder, 'profiles.yml'), JSON.stringify(profiles))
}
