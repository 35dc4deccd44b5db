#!/usr/bin/env node
// A load with a contract beside the same loader written with Polars and Pydantic, in turns: whole processes, on the same file.
//   node bench/load-peer.mjs --python path/to/python --rows 500000 --repeat 3

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generate } from './load-file.mjs'
import { measure } from './measure.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: options } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    rows: { type: 'string', default: '500000' },
    repeat: { type: 'string', default: '3' },
    work: { type: 'string', default: join(root, 'target/bench/load-peer') },
  },
})
const work = resolve(options.work)
const rows = Number(options.rows)
mkdirSync(join(work, 'models'), { recursive: true })
await generate(join(work, `events_${rows}.csv`), rows)

writeFileSync(
  join(work, 'project.yml'),
  'name: peer\noutputs:\n  dev: { type: duckdb, path: target/peer.duckdb, threads: 2 }\n',
)
const names = 'client_id,page_url,referrer,timestamp,event_name,event_data,user_agent'.split(',')
const columns = names.map(
  (name) =>
    `          - { name: ${name}, data_type: ${name === 'timestamp' ? 'timestamp' : 'varchar'} }`,
)
writeFileSync(
  join(work, 'models/raw.yml'),
  `sources:
  - name: raw
    tables:
      - name: events
        config:
          load: { from: events_${rows}.csv, strategy: append }
          contract:
            rules:
              missing_client_id: client_id is not null
              missing_timestamp: timestamp is not null
              unknown_event: event_name in ('page_viewed', 'email_filled_on_popup', 'product_added_to_cart', 'checkout_started', 'checkout_completed', 'purchase')
              invalid_event_data: json_valid(event_data)
              missing_user_agent: user_agent is not null
              missing_page_url: page_url like 'http%'
          quarantine:
            files: [{ path: 'target/{file_stem}_errors.csv', columns: [raw.*, line_number, error_reason] }]
        columns:
${columns.join('\n')}
`,
)

const quarantine = `target/events_${rows}_errors.csv`
const btn = ['node', join(root, 'packages/cli/bin/btn.js')]
const ours = [...btn, 'load', '--quiet']
const theirs = [
  ...[options.python, join(root, 'bench/load_pydantic.py'), join(work, `events_${rows}.csv`)],
  ...['target/peer.duckdb', quarantine],
]

/** Both begin with nothing. */
function takeTurn(command) {
  rmSync(join(work, 'target'), { recursive: true, force: true })
  mkdirSync(join(work, 'target'))
  const sample = measure(command, { cwd: work })
  const errors = readFileSync(join(work, quarantine), 'utf8').split('\n').length - 2
  return { ...sample, errors }
}

const samples = { btn: [], peer: [] }
for (let round = 0; round < Number(options.repeat); round++) {
  samples.btn.push(takeTurn(ours))
  samples.peer.push(takeTurn(theirs))
}
const told = new Set([...samples.btn, ...samples.peer].map(({ errors }) => errors))
if (told.size > 1) throw new Error(`rejected rows differ: ${[...told].join(', ')}`)
const start = measure([...btn, 'parse', '--quiet'], { cwd: work })
const least = (name, key) => Math.min(...samples[name].map((it) => it[key]))
console.log(
  `${rows.toLocaleString('en-US')} rows, ${[...told][0]} rejected by both; minimum of ${options.repeat} turns, load average ${loadavg()[0].toFixed(1)}; btn's start takes ${start.cpu.toFixed(2)} s of CPU`,
)
console.log('\n| | wall s | CPU s | peak RSS MiB |\n| --- | ---: | ---: | ---: |')
const table = { 'btn load': 'btn', 'Polars + Pydantic': 'peer' }
for (const [shown, name] of Object.entries(table)) {
  const [wall, cpu, rss] = ['wall', 'cpu', 'rssMib'].map((key) => least(name, key))
  console.log(`| ${shown} | ${wall.toFixed(2)} | ${cpu.toFixed(2)} | ${rss.toFixed(0)} |`)
}
const [wall, cpu] = ['wall', 'cpu'].map((key) => least('peer', key) / least('btn', key))
console.log(`| times | ${wall.toFixed(1)} | ${cpu.toFixed(1)} | |`)
