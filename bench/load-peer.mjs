#!/usr/bin/env node
// A load with a contract beside the same loader written with Polars and Pydantic, in turns: whole processes, on the same file.
//   node bench/load-peer.mjs --python path/to/python --rows 500000 --repeat 3

import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generate } from './load-file.mjs'

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
          load: { from: events_${rows}.csv }
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

function time(run) {
  const start = performance.now()
  const output = run()
  return { seconds: (performance.now() - start) / 1000, output }
}

const ours = () => {
  rmSync(join(work, 'target'), { recursive: true, force: true })
  return time(() =>
    execFileSync('node', [join(root, 'packages/cli/bin/btn.js'), 'load', '--quiet'], { cwd: work }),
  )
}
const theirs = () =>
  time(() =>
    execFileSync(
      options.python,
      [
        join(root, 'bench/load_pydantic.py'),
        join(work, `events_${rows}.csv`),
        join(work, 'good.parquet'),
        join(work, 'bad.csv'),
      ],
      { cwd: work, encoding: 'utf8' },
    ),
  )

const samples = { btn: [], peer: [] }
let told = ''
for (let round = 0; round < Number(options.repeat); round++) {
  samples.btn.push(ours().seconds)
  const { seconds, output } = theirs()
  samples.peer.push(seconds)
  told = output.trim()
}
const [btn, peer] = [Math.min(...samples.btn), Math.min(...samples.peer)]
console.log(
  `${rows.toLocaleString('en-US')} rows, minimum of ${options.repeat} turns, load average ${loadavg()[0].toFixed(1)}; the peer says ${told}`,
)
console.log('\n| loader | wall s |\n| --- | ---: |')
console.log(`| btn load | ${btn.toFixed(2)} |`)
console.log(`| Polars + Pydantic | ${peer.toFixed(2)} |`)
console.log(`\nbtn is ${(peer / btn).toFixed(1)} times as fast.`)
