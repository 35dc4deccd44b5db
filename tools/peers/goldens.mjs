// Our own small projects: what dbt makes of them now, not when it was recorded.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyCase, listCases, readSteps } from '../../packages/e2e/dbt-goldens/cases.mjs'
import { scratch, verify } from './context.mjs'

/** @param {import('./context.mjs').Context} context @returns {import('./context.mjs').Part} */
export function goldens(context) {
  const rows = listCases().map((name) => {
    const folder = join(scratch, 'goldens', name, 'project')
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    copyCase(name, folder)
    const args = readSteps(name).flatMap((line) => ['--step', line])
    return verify(context, { what: name, cwd: folder, args })
  })
  return { rows }
}
