#!/usr/bin/env node
// `btn check` on a generated project, beside what the peers have for it: how long until it is known that no column is missing.
//   node bench/check.mjs --project target/bench/synth-1000 --peers target/bench/peers --repeat 5
// The peers compile: dbt-core asks no engine; the Rust engine's analysis has a strict mode, which wants a login, and a baseline one.
// At the end a column is misspelt in one model, and each tool looks again: whether it notices is in the table.

import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { measure, run } from './measure.mjs'
import { copyFor, findFile } from './projects.mjs'
import { findTools } from './tools.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: options } = parseArgs({
  options: {
    project: { type: 'string' },
    peers: { type: 'string', default: join(root, 'target/bench/peers') },
    tools: { type: 'string', default: 'btn,dbt-core,rust' },
    repeat: { type: 'string', default: '3' },
    out: { type: 'string', default: `${new Date().toISOString().slice(0, 10)}-check.md` },
  },
})
if (!options.project) throw new Error('--project says which project')
const project = resolve(options.project)
const repeat = Number(options.repeat)
const paths = { btn: join(root, 'packages/cli/bin/btn.js'), peers: options.peers }
const tools = findTools(options.tools.split(','), paths)

/** @param {string} folder @param {string} path */
const remove = (folder, path) => rmSync(join(folder, path), { recursive: true, force: true })

/** What is done before each run. @param {string} folder @param {string} model */
const situations = (folder, model) => {
  let edits = 0
  const text = readFileSync(model, 'utf8')
  return {
    'from nothing': () => remove(folder, 'target'),
    'nothing changed but what the engine said is forgotten': () =>
      remove(folder, 'target/check_cache.json'),
    'nothing changed': () => {},
    'one model edited': () => writeFileSync(model, `${text}\n-- edit ${++edits}\n`),
  }
}

/** @param {readonly number[]} numbers */
const quickest = (numbers) => Math.min(...numbers).toFixed(2)

const rows = []
for (const tool of tools) {
  const folder = copyFor(project, `${tool.name}-check`)
  const model = findFile(folder, `${readFileSync(join(folder, 'ONE'), 'utf8').trim()}.sql`)
  const before = readFileSync(model, 'utf8')
  const command = [...tool.command, tool.name === 'btn' ? 'check' : 'compile']
  const place = { cwd: folder, env: tool.env }
  measure(command, place)
  for (const [name, prepare] of Object.entries(situations(folder, model))) {
    if (tool.name !== 'btn' && name.includes('engine')) continue
    const samples = Array.from({ length: repeat }, () => {
      prepare()
      return measure(command, place)
    })
    const wall = quickest(samples.map((it) => it.wall))
    const cpu = quickest(samples.map((it) => it.cpu))
    const mib = Math.max(...samples.map((it) => it.rssMib)).toFixed(0)
    rows.push(`| ${name} | ${tool.name} \`${command.at(-1)}\` | ${wall} | ${cpu} | ${mib} | |`)
    console.error(rows.at(-1))
  }
  writeFileSync(model, before.replace('a.amount', 'a.amuont'))
  const { status } = run(command, place)
  const notices = status === 0 ? 'no' : 'yes'
  rows.push(`| a column is misspelt | ${tool.name} \`${command.at(-1)}\` | | | | ${notices} |`)
  writeFileSync(model, before)
}

const header = `# ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${basename(project)}

${cpus().length} × ${cpus()[0]?.model.replace(/\s+\d+-Core.*/, '')}, Node ${process.versions.node}; load ${loadavg()
  .map((it) => it.toFixed(1))
  .join(', ')}. The quickest of ${repeat}.

| | | wall s | CPU s | MiB | noticed |
| --- | --- | ---: | ---: | ---: | --- |
`
const text = `${header}${rows.sort().join('\n')}\n`
const out = join(root, 'bench/results', options.out)
appendFileSync(out, `${existsSync(out) ? '\n' : ''}${text}`)
console.log(text)
