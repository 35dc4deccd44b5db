#!/usr/bin/env node
// `npm run test:peers`: btn held against dbt itself, wherever dbt, its projects and its tests can be had.
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { missing, root } from './peers/context.mjs'
import { goldens } from './peers/goldens.mjs'
import { projects } from './peers/projects.mjs'
import { rootProject } from './peers/root-project.mjs'
import { suites } from './peers/suites.mjs'

const usage = `Usage: npm run test:peers -- [options]

  --dbt FILE          dbt of dbt-core with dbt-duckdb (target/bench/peers/dbt/bin/dbt)
  --python FILE       a Python with duckdb, and for the suites pytest and dbt-tests-adapter (beside dbt)
  --btn FILE          entry of btn (packages/cli/bin/btn.js)
  --conformance DIR   recordings of real projects (../shared/conformance)
  --corpus DIR        folder with src/: checkouts of those projects
  --suites DIR        folder with a prepared folder for each of dbt's suites
  --only PART         root, goldens, projects or suites; may be given several times
  --write FILE        writes the table there, too: bench/conformance.md
`

/** Every part, by name. A part says how much of what it compared was equal, or what it lacks. */
const parts = {
  root: { title: 'The project at the root', run: rootProject },
  goldens: { title: 'Own small projects (packages/e2e/dbt-goldens)', run: goldens },
  projects: { title: 'Real projects', run: projects },
  suites: { title: "dbt's own tests: passed / that dbt passes", run: suites },
}

const { values } = parseArgs({
  options: {
    dbt: { type: 'string', default: join(root, 'target/bench/peers/dbt/bin/dbt') },
    python: { type: 'string' },
    btn: { type: 'string', default: join(root, 'packages/cli/bin/btn.js') },
    conformance: { type: 'string', default: join(root, '../shared/conformance') },
    corpus: { type: 'string' },
    suites: { type: 'string' },
    only: { type: 'string', multiple: true, default: Object.keys(parts) },
    write: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(usage)
else process.exitCode = compareAll()

function compareAll() {
  const dbt = resolve(values.dbt)
  const beside = ['python3', 'python'].map((it) => join(dirname(dbt), it)).find(existsSync)
  const context = {
    dbt,
    btn: resolve(values.btn),
    python: resolve(values.python ?? beside ?? 'python3'),
    conformance: resolve(values.conformance),
    corpus: values.corpus && resolve(values.corpus),
    suites: values.suites && resolve(values.suites),
  }
  const lacks = missing(context.dbt, 'dbt') ?? missing(context.btn, 'btn')
  if (lacks !== undefined) {
    console.log(`skipped: ${lacks}`)
    return 0
  }
  const lines = ['# btn held against dbt', '']
  let differing = 0
  for (const [name, { title, run }] of Object.entries(parts)) {
    if (!values.only.includes(name)) continue
    const part = run(context)
    const own = 'missing' in part ? [`skipped: ${part.missing}`] : part.rows.flatMap(toLines)
    if ('rows' in part) differing += part.rows.filter((it) => it.passed < it.total).length
    lines.push(`## ${title}`, '', ...own, '')
    console.log([`## ${title}`, '', ...own, ''].join('\n'))
  }
  if (values.write) writeFileSync(values.write, lines.join('\n'))
  return differing === 0 ? 0 : 1
}

/** @param {import('./peers/context.mjs').Row} row */
function toLines({ what, passed, total, notes = [] }) {
  const state = passed === total ? 'equal' : 'differs'
  return [`- ${what}: ${passed} / ${total} ${state}`, ...notes.map((note) => `  - ${note}`)]
}
