// Tests of one relation asked together (`flags: {one_scan_tests: true}`), beside one query a test: the time of whole commands.
// node bench/one-scan-tests.mjs --rows 5000000 --repeat 3

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '5000000' },
    repeat: { type: 'string', default: '3' },
  },
})
const bin = fileURLToPath(new URL('../packages/cli/bin/btn.js', import.meta.url))
const folder = fileURLToPath(new URL('../target/bench/one-scan', import.meta.url))

/** What is tested: the same rows, which cost more to read each time. */
const models = {
  table: `select * from {{ ref('rows') }}`,
  parquet: `select * from read_parquet('rows.parquet')`,
  csv: `select * from read_csv('rows.csv')`,
  window: `select *, lag(amount) over (partition by country, status order by sent_at) as before from {{ ref('rows') }}
    qualify row_number() over (partition by id order by sent_at) = 1`,
}

const tests = `
      - name: id
        data_tests: [not_null, unique]
      - name: name
        data_tests: [not_null, { in_range: { arguments: { least: "'name'" } } }]
      - name: status
        data_tests: [not_null, { accepted_values: { arguments: { values: [new, paid, sent, done, lost] } } }]
      - name: amount
        data_tests: [not_null, { in_range: { arguments: { least: 0 } } }]
      - name: sent_at
        data_tests: [not_null, { in_range: { arguments: { least: "'2020-01-01'" } } }]
      - name: country
        data_tests: [not_null, { accepted_values: { arguments: { values: [DE, FR, IT, ES, PL] } } }]`

const files = {
  'models/rows.sql': `{{ config(materialized='table', post_hook=["copy {{ this }} to 'rows.parquet'", "copy {{ this }} to 'rows.csv'"]) }}
select i as id, 'name ' || i as name, ['new', 'paid', 'sent', 'done', 'lost'][1 + i % 5] as status, i % 1000 / 10 as amount,
  timestamp '2024-01-01' + to_seconds(i) as sent_at, ['DE', 'FR', 'IT', 'ES', 'PL'][1 + i % 5] as country
from range(${Number(values.rows)}) t(i)`,
  'macros/in_range.sql': `{% test in_range(model, column_name, least) %}
select * from {{ model }} where {{ column_name }} < {{ least }}
{% endtest %}`,
  'models/models.yml': `models:${Object.keys(models)
    .map((name) => `\n  - name: tested_${name}\n    columns:${tests}`)
    .join('')}\n`,
  ...Object.fromEntries(
    Object.entries(models).map(([name, sql]) => [
      `models/tested_${name}.sql`,
      `-- depends_on: {{ ref('rows') }}\n{{ config(materialized='${name === 'table' ? 'table' : 'view'}') }}\n${sql}`,
    ]),
  ),
}

/** @param {boolean} together */
function writeProject(together) {
  const project = `name: bench\noutputs: { dev: { type: duckdb, path: bench.duckdb, threads: 1 } }\nflags: { one_scan_tests: ${together} }\n`
  writeFileSync(join(folder, 'project.yml'), project)
}

/** @param {string} model */
function seconds(model) {
  const started = performance.now()
  const { status, stdout } = spawnSync(process.execPath, [bin, 'test', '--select', model], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stdout)
  return (performance.now() - started) / 1000
}

rmSync(folder, { recursive: true, force: true })
for (const [path, text] of Object.entries(files)) {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}
writeProject(false)
execFileSync(process.execPath, [bin, 'run', '--quiet'], { cwd: folder, stdio: 'inherit' })
console.log(
  `| 12 tests of ${Number(values.rows).toLocaleString('en-US')} rows | one query each | together | times |`,
)
console.log('| --- | ---: | ---: | ---: |')
for (const model of Object.keys(models)) {
  const best = { alone: Infinity, together: Infinity }
  for (let turn = 0; turn < Number(values.repeat); turn++) {
    for (const key of /** @type {const} */ (['alone', 'together'])) {
      writeProject(key === 'together')
      best[key] = Math.min(best[key], seconds(`tested_${model}`))
    }
  }
  const { alone, together } = best
  console.log(
    `| ${model} | ${alone.toFixed(2)} s | ${together.toFixed(2)} s | ${(alone / together).toFixed(1)} |`,
  )
}
