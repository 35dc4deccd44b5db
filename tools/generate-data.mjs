#!/usr/bin/env node
// Synthetic input for the Bakuten project. The same seed and scale give the same bytes.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeCsv } from './data/csv.mjs'
import { clickstream, customers, transactions } from './data/shop.mjs'

const usage = `Usage: node tools/generate-data.mjs [options]

Writes customers.csv, transactions.csv and clickstream.csv.

  --scale N   times 120 customers, 300 transactions and 600 events (default 1; fractions allowed)
  --out DIR   folder to write to (default: data/ of the project)
  --seed S    another shop (default 1)
  --help      this text

Example, 3 million transactions and 6 million events:
  node tools/generate-data.mjs --scale 10000 --out target/big
  npx btn build --vars '{data_dir: target/big}'
`

function readOptions() {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '1' },
      out: { type: 'string', default: fileURLToPath(new URL('../data', import.meta.url)) },
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
  /** @param {number} rows */
  const scaled = (rows) => Math.max(1, Math.round(rows * scale))
  const shop = { seed, customerCount: scaled(120) }
  const tables = {
    customers: customers(shop),
    transactions: transactions(shop, scaled(300)),
    clickstream: clickstream(shop, scaled(600)),
  }
  mkdirSync(out, { recursive: true })
  for (const [name, rows] of Object.entries(tables)) {
    const count = writeCsv(join(out, `${name}.csv`), rows)
    console.log(`${name}.csv: ${count} rows`)
  }
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
