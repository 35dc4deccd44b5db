#!/usr/bin/env node
// Measures btn beside its peers, in turns within one run. See README.md.

import { appendFileSync, existsSync, mkdirSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CommandFailed, measure, run } from './measure.mjs'
import { operations } from './operations.mjs'
import { toTable } from './report.mjs'
import { findTools } from './tools.mjs'

/** @typedef {import('./operations.mjs').Case} Case */
/** @typedef {import('./operations.mjs').Contender} Contender */
/** @typedef {import('./measure.mjs').Sample} Sample */

const root = fileURLToPath(new URL('..', import.meta.url))
const today = new Date().toISOString().slice(0, 10)
const names = Object.keys(operations)

const usage = `Usage: node bench/run.mjs [options]

  --ops LIST        of ${names.join(', ')} (default: all)
  --tools LIST      of btn, dbt-core, rust (default: all)
  --sizes LIST      models of the generated projects (default 100,1000; ls, edit and parse take the largest,
                    parse also 5 times it)
  --project LIST    folders of real projects, each with a model: ../shop:orders; what \`real\` measures (default: none)
  --repeat N        measured runs of each (default 5)
  --data-scale N    times 5 million clickstream rows (default 1)
  --btn FILE        entry of btn (default packages/cli/bin/btn.js)
  --shared DIR      folder with bench/gen_project.py and its like (default ../shared)
  --peers DIR       folder filled by setup_peers.sh (default target/bench/peers)
  --work DIR        generated projects and data (default target/bench); delete it to start afresh
  --out FILE        results are appended here (default bench/results/<date>.md)
`

function readOptions() {
  const { values } = parseArgs({
    options: {
      ops: { type: 'string', default: names.join() },
      tools: { type: 'string', default: 'btn,dbt-core,rust' },
      sizes: { type: 'string', default: '100,1000' },
      project: { type: 'string', default: '' },
      repeat: { type: 'string', default: '5' },
      'data-scale': { type: 'string', default: '1' },
      btn: { type: 'string', default: join(root, 'packages/cli/bin/btn.js') },
      shared: { type: 'string', default: join(root, '../shared') },
      peers: { type: 'string', default: join(root, 'target/bench/peers') },
      work: { type: 'string', default: join(root, 'target/bench') },
      out: { type: 'string', default: join(root, `bench/results/${today}.md`) },
      help: { type: 'boolean', default: false },
    },
  })
  return values
}

/** @param {string} text */
const toList = (text) => text.split(',').filter((item) => item !== '')

/** @param {string} text  `folder:model` */
function toProject(text) {
  const at = text.lastIndexOf(':')
  if (at < 0) throw new Error(`--project ${text}: say which model is edited, as in ${text}:orders`)
  return { folder: resolve(text.slice(0, at)), model: text.slice(at + 1) }
}

/** @param {ReturnType<typeof readOptions>} options */
function toSetting(options) {
  const python = join(resolve(options.peers), 'dbt/bin/python')
  mkdirSync(options.work, { recursive: true })
  return {
    tools: findTools(toList(options.tools), options),
    sizes: toList(options.sizes).map(Number),
    projects: toList(options.project).map(toProject),
    dataScale: Number(options['data-scale']),
    work: resolve(options.work),
    generators: join(resolve(options.shared), 'bench'),
    python: existsSync(python) ? python : 'python3',
  }
}

/** @param {readonly import('./tools.mjs').Tool[]} tools */
function describeMachine(tools) {
  const versions = tools.map(({ name, command, env }) => {
    const text = run([...command, '--version'], { env }).stdout
    return `${name} ${/\d+\.\d+\.\d+[\w.-]*/.exec(text)?.[0] ?? '?'}`
  })
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = loadavg().map((value) => value.toFixed(1))
  return [
    `${cpus().length} × ${cpus()[0]?.model}, ${memory} GiB, Node ${process.versions.node}.`,
    `Load at the start ${load.join(', ')}. ${versions.join(', ')}.`,
  ].join('\n')
}

/**
 * The contenders of a case in turns; one that fails is out.
 * @param {readonly Contender[]} contenders
 * @param {number} repeat
 */
function takeTurns(contenders, repeat) {
  /** @type {Map<string, Sample[]>} */
  const samples = new Map(contenders.map(({ name }) => [name, []]))
  let standing = [...contenders]
  for (let turn = 0; turn < repeat; turn += 1) {
    for (const contender of standing) {
      const { name, command, cwd, env, before } = contender
      before?.()
      try {
        const sample = measure(command, { ...(cwd && { cwd }), ...(env && { env }) })
        samples.get(name)?.push(sample)
        console.error(`  ${name}: wall ${sample.wall.toFixed(3)}, cpu ${sample.cpu.toFixed(3)}`)
      } catch (error) {
        if (!(error instanceof CommandFailed)) throw error
        console.error(`  ${name}: ${error.message}`)
        samples.set(name, [])
        standing = standing.filter((other) => other !== contender)
      }
    }
  }
  return samples
}

function main() {
  const options = readOptions()
  if (options.help) {
    console.log(usage)
    return
  }
  const wanted = toList(options.ops)
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Error(`no operation '${unknown}': ${names.join(', ')}`)
  const setting = toSetting(options)
  /** @param {string} text */
  const report = (text) => {
    console.log(text)
    mkdirSync(dirname(options.out), { recursive: true })
    appendFileSync(options.out, `${text}\n`)
  }
  report(`# ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC\n`)
  report(`${describeMachine(setting.tools)}\n`)
  for (const name of wanted) {
    for (const item of operations[/** @type {keyof typeof operations} */ (name)](setting)) {
      console.error(item.title)
      const samples = takeTurns(item.prepare(), Number(options.repeat))
      report(toTable(item, samples))
      console.error(`load ${loadavg()[0]?.toFixed(1)}`)
    }
  }
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
