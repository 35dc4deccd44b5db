// Real projects, held against what dbt made of them.
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missing, scratch, start } from './context.mjs'

/** @param {import('./context.mjs').Context} context @returns {import('./context.mjs').Part} */
export function projects(context) {
  const { conformance, corpus, python } = context
  const lacks = missing(conformance, 'conformance folder') ?? missing(corpus, 'folder with src/')
  if (lacks !== undefined || corpus === undefined) return { missing: lacks ?? '' }
  const btn = writeLauncher(context)
  const names = readdirSync(join(conformance, 'golden')).map((it) => it.replace('.json.gz', ''))
  const env = { CORPUS_ROOT: corpus, PYTHONDONTWRITEBYTECODE: '1' }
  const rows = names.map((name) => {
    const run = [python, 'run_corpus.py', '--bin', btn, '--tag', 'btn', name]
    start(run, { cwd: conformance, env })
    const dump = join(corpus, 'runs/btn/golden', `${name}.json.gz`)
    const wanted = join('golden', `${name}.json.gz`)
    const compared = start([python, 'golden.py', 'compare', wanted, dump], { cwd: conformance })
    return toRow(name, compared.output)
  })
  return { rows }
}

/** The harness starts one program, not Node with a script. @param {import('./context.mjs').Context} context */
function writeLauncher({ btn }) {
  mkdirSync(scratch, { recursive: true })
  const path = join(scratch, 'btn')
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${btn}" "$@"\n`)
  chmodSync(path, 0o755)
  return path
}

/** `name EQUAL {'nodes': '28/28', …}` and a line for each difference. @param {string} name @param {string} output */
function toRow(name, output) {
  const counts = [...output.matchAll(/'(\d+)\/(\d+)'/g)]
  const sum = (/** @type {1 | 2} */ at) => counts.reduce((all, it) => all + Number(it[at]), 0)
  const notes = output
    .split('\n')
    .slice(1)
    .map((it) => it.trim())
    .filter(Boolean)
  return { what: name, passed: sum(1), total: Math.max(sum(2), 1), notes }
}
