// What both `npm start` and `npm test` need first: packages, the bundle, the sample data. Node's own modules only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const OLDEST_NODE = 20
const stampFile = `${root}node_modules/.btn-installed`
const samples = ['customers.csv', 'transactions.csv', 'clickstream.csv']

export function setUp() {
  checkNode()
  install()
  runOrLeave('building btn', process.execPath, ['packages/cli/build.mjs'])
  if (samples.some((file) => !existsSync(`${root}data/${file}`))) {
    runOrLeave('generating sample data', process.execPath, ['tools/generate-data.mjs'])
  }
}

/** Runs a command in the repository with its output on this terminal; gives its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) throw error
  return status ?? 1
}

export function say(text) {
  console.log(`\n== ${text}`)
}

function checkNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= OLDEST_NODE) return
  console.error(`btn needs Node ${OLDEST_NODE} or newer; this is ${process.version}.`)
  process.exit(2)
}

/** Installs what the lockfile says when it is not what was installed last; where something is installed, only what changed. */
function install() {
  const hash = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return
  const isClean = !existsSync(`${root}node_modules`)
  const words = isClean ? ['ci'] : ['install', '--no-save']
  runOrLeave('installing packages', 'npm', [
    ...words,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ])
  mkdirSync(`${root}node_modules`, { recursive: true })
  writeFileSync(stampFile, hash)
}

function runOrLeave(what, command, args) {
  say(what)
  const status = run(command, args)
  if (status === 0) return
  console.error(`${what} failed (exit code ${status})`)
  process.exit(status)
}
