// What it costs to read a file through before it is loaded (checksum, rows, lines), beside sha256sum and DuckDB's own reading of it.

import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { measure } from './measure.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'target/bench/file-pass')
const adapter = join(root, 'packages/adapter-duckdb')
const bundle = join(folder, 'inspect.mjs')

const help = `node bench/file-pass.mjs [--rows 1000000] [--repeat 5] [--files plain,quoted,latin1]`

/** Records of seven columns by kind of file; `plain` is what most files are. */
const kinds = {
  plain: { encoding: 'utf8', payload: (n) => `v${n % 1000}` },
  quoted: { encoding: 'utf8', payload: (n) => `"{""k"": ""v${n}"",\n ""n"": ${n}}"` },
  latin1: { encoding: 'latin1', payload: (n) => `Zoë ${n}` },
}

async function generate(kind, rows) {
  const path = join(folder, `${kind}-${rows}.csv`)
  if (existsSync(path)) return path
  const { encoding, payload } = kinds[kind]
  const out = createWriteStream(path, { encoding })
  let text = 'event_id,client_id,page_url,amount,at,payload,agent\n'
  for (let n = 0; n < rows; n++) {
    const url = `https://example.com/p/${(n * 7919) % 100_003}?utm=${n % 97}`
    text += `e${n},c${(n * 31) % 99_991},${url},${(n % 10_000) / 100},2025-03-01T10:00:00Z,${payload(n)},Mozilla/5.0 (X11; Linux) Chrome/12${n % 10}\n`
    if (text.length < 1 << 20) continue
    if (!out.write(text)) await once(out, 'drain')
    text = ''
  }
  out.end(text)
  await once(out, 'close')
  return path
}

/** The pass itself, as users get it: bundled. */
function bundlePass() {
  return build({
    stdin: {
      contents: `import { inspectFiles } from './src/load/files/inspect-files.ts'
        const [path, encoding] = process.argv.slice(2)
        const options = encoding ? { encoding } : {}
        const inspection = await inspectFiles({ patterns: [path], options, root: '/' })
        await inspection.close()`,
      resolveDir: adapter,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['@duckdb/*'],
    outfile: bundle,
    logLevel: 'warning',
  })
}

async function readWithDuckdb(path, encoding) {
  const require = createRequire(join(adapter, 'package.json'))
  const { DuckDBInstance } = require('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const option = encoding ? `, encoding = '${encoding}'` : ''
  await connection.run(`create table t as from read_csv('${path}'${option})`)
}

function contendersFor(kind, path) {
  const encoding = kind === 'latin1' ? ['latin-1'] : []
  const label = kind === 'latin1' ? ['windows-1252'] : []
  return {
    sha256sum: ['sha256sum', path],
    'the pass': [process.execPath, bundle, path, ...label],
    'DuckDB, create table': [
      process.execPath,
      fileURLToPath(import.meta.url),
      '--duckdb',
      path,
      ...encoding,
    ],
  }
}

function compare(kind, path, repeat) {
  const contenders = Object.entries(contendersFor(kind, path))
  const samples = new Map(contenders.map(([name]) => [name, []]))
  // In turns, so that what else the machine does hits all of them.
  for (let round = 0; round < repeat; round++) {
    for (const [name, command] of contenders) samples.get(name).push(measure(command, {}))
  }
  const megabytes = statSync(path).size / 1e6
  for (const [name, list] of samples) {
    const best = (key) => Math.min(...list.map((it) => it[key]))
    const [wall, cpu] = [best('wall'), best('cpu')]
    const speed = Math.round(megabytes / wall)
    console.log(
      `| ${kind} | ${name} | ${wall.toFixed(2)} s | ${cpu.toFixed(2)} s | ${speed} MB/s | ${Math.round(best('rssMib'))} MiB |`,
    )
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'string', default: '1000000' },
      repeat: { type: 'string', default: '5' },
      files: { type: 'string', default: Object.keys(kinds).join(',') },
      duckdb: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return console.log(help)
  if (values.duckdb) return readWithDuckdb(...positionals)
  mkdirSync(folder, { recursive: true })
  await bundlePass()
  console.log('| file | contender | wall | CPU | speed | memory |\n|---|---|---|---|---|---|')
  for (const kind of values.files.split(',')) {
    compare(kind, await generate(kind, Number(values.rows)), Number(values.repeat))
  }
}

await main()
