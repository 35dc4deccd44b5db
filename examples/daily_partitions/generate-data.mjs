#!/usr/bin/env node
// Synthetic input of this project: exports as messy as the real ones. The same seed and scale give the same bytes.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeCsv } from '../../tools/data/csv.mjs'
import { customersOf, eventsOf, ordersOf } from './generate/exports.mjs'

const usage = `Usage: node generate-data.mjs [options]

Writes customers_raw.csv, events_raw.csv and orders_raw.csv of 11 days, one folder a day.

  --scale N   times 60 customers, 240 events and 80 orders a day (default 1; fractions allowed)
  --out DIR   folder to write to (default: data/ beside this file)
  --seed S    other rows (default 1)
  --help      this text

Example, 2.4 million events a day:
  node generate-data.mjs --scale 10000 --out target/big
  npx btn build --start 2025-12-10 --end 2025-12-20 --vars '{data_dir: target/big}'
`

const firstDay = Date.UTC(2025, 11, 10)
const dayCount = 11

function readOptions() {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '1' },
      out: { type: 'string', default: fileURLToPath(new URL('data', import.meta.url)) },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  const scale = Number(values.scale)
  if (!Number.isFinite(scale) || scale <= 0) {
    throw new Error(`--scale must be a number above 0, not '${values.scale}'`)
  }
  return { ...values, scale }
}

function main() {
  const { scale, out, seed, help } = readOptions()
  if (help) {
    console.log(usage)
    return
  }
  for (let index = 0; index < dayCount; index++) {
    const startMs = firstDay + index * 86_400_000
    const date = new Date(startMs).toISOString().slice(0, 10)
    const folder = join(out, `ingest_date=${date}`)
    mkdirSync(folder, { recursive: true })
    const day = { date, startMs, index, seed, scale }
    const tables = { customers: customersOf(day), events: eventsOf(day), orders: ordersOf(day) }
    const counts = Object.entries(tables).map(
      ([name, rows]) => `${writeCsv(join(folder, `${name}_raw.csv`), rows)} ${name}`,
    )
    console.log(`${date}: ${counts.join(', ')}`)
  }
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
