#!/usr/bin/env node
// Loads a file that is larger than the memory that the database may have: whole processes, one per strategy, with contract and quarantine.
//   node bench/load-memory.mjs --rows 12000000 --limit 512MB

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generate } from './load-file.mjs'
import { measure, runOrThrow } from './measure.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '12000000' },
    limit: { type: 'string', default: '512MB' },
    only: { type: 'string', default: 'replace,append,upsert,unique' },
    work: { type: 'string', default: join(root, 'target/bench/load-memory') },
  },
})
const work = resolve(options.work)
const rows = Number(options.rows)
const FEW = 1000
const btn = ['node', join(root, 'packages/cli/bin/btn.js')]

const strategies = {
  replace: 'strategy: replace',
  append: 'strategy: append',
  upsert: 'strategy: upsert, unique_key: [client_id, timestamp]',
  unique: 'strategy: replace',
}
const wanted = Object.keys(strategies).filter((it) => options.only.split(',').includes(it))

function writeProject() {
  mkdirSync(join(work, 'models'), { recursive: true })
  const settings = `{ memory_limit: ${options.limit}, temp_directory: target/spill }`
  writeFileSync(
    join(work, 'project.yml'),
    `name: memory\noutputs:\n  dev: { type: duckdb, path: target/memory.duckdb, threads: 2, settings: ${settings} }\n`,
  )
  const names = 'client_id,page_url,referrer,timestamp,event_name,event_data,user_agent'.split(',')
  const columns = names.map(
    (name) =>
      `          - { name: ${name}, data_type: ${name === 'timestamp' ? 'timestamp' : 'varchar'} }\n`,
  )
  const tables = Object.entries(strategies).map(
    ([name, strategy]) => `      - name: ${name}_events
        config:
          load: { from: "events_{{ var('rows') }}.csv", ${strategy} }
          contract:
            rules:
              missing_client_id: client_id is not null
              unknown_event: event_name <> 'unknown'
              invalid_event_data: json_valid(event_data)
${name === 'unique' ? '              one_per_click: { unique: [client_id, timestamp] }\n' : ''}          quarantine:
            files: [{ path: 'target/${name}_errors.csv', columns: [raw.*, line_number, error_reason] }]
        columns:
${columns.join('')}`,
  )
  writeFileSync(
    join(work, 'models/raw.yml'),
    `sources:\n  - name: raw\n    tables:\n${tables.join('')}`,
  )
}

const load = (name, count) => [
  ...[...btn, 'load', '--quiet', '-s', `source:raw.${name}_events`],
  ...['--vars', `{rows: ${count}}`],
]

writeProject()
await generate(join(work, `events_${FEW}.csv`), FEW)
const bytes = await generate(join(work, `events_${rows}.csv`), rows)
console.log(
  `${rows.toLocaleString('en-US')} rows, ${(bytes / 1e6).toFixed(0)} MB, memory_limit ${options.limit}, 5 % of the rows bad; load average ${loadavg()[0].toFixed(1)}\n`,
)
console.log(
  '| strategy | wall s | CPU s | peak RSS MiB | loaded | rejected |\n| --- | ---: | ---: | ---: | ---: | ---: |',
)
for (const name of wanted) {
  rmSync(join(work, 'target'), { recursive: true, force: true })
  // The table is there before: only then rows are added and exchanged.
  runOrThrow(load(name, FEW), { cwd: work })
  const { wall, cpu, rssMib } = measure(load(name, rows), { cwd: work })
  const told = runOrThrow([...btn, 'audit', 'loads', '--output', 'json', '--quiet'], { cwd: work })
  const newest = JSON.parse(told)[0]
  if (Number(newest.rows_read) !== rows) throw new Error(`${newest.rows_read} rows were read`)
  console.log(
    `| ${name} | ${wall.toFixed(1)} | ${cpu.toFixed(1)} | ${rssMib.toFixed(0)} | ${newest.rows_loaded} | ${newest.rows_rejected} |`,
  )
}
