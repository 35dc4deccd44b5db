// Runs dbt on cases and keeps what it made; says where btn differs.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { copyCase, listCases, readSteps, recordingOf } from './cases.mjs'

const { values, positionals } = parseArgs({
  options: { dbt: { type: 'string', default: 'dbt' } },
  allowPositionals: true,
})
const btn = fileURLToPath(new URL('../../cli/bin/btn.js', import.meta.url))
const wanted = positionals.length > 0 ? positionals : listCases()

let differing = 0
for (const name of wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'btn-golden-'))
  const project = join(folder, 'project')
  copyCase(name, project)
  const steps = readSteps(name).flatMap((line) => ['--step', line])
  const args = ['verify-dbt', '--dbt', values.dbt, '--record', recordingOf(name), ...steps]
  console.log(`== ${name}`)
  const env = { ...process.env, DBT_PROFILES_DIR: project, TZ: 'UTC' }
  const { status } = spawnSync(process.execPath, [btn, ...args], {
    cwd: project,
    env,
    stdio: 'inherit',
  })
  if (status !== 0) differing++
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${wanted.length - differing} of ${wanted.length} equal`)
process.exitCode = differing > 0 ? 1 : 0
