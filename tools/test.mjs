// `npm test`: sets everything up, then runs every check. The last line counts what the runners reported.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { root, run, say, setUp } from './setup.mjs'

const reports = `${root}target/test-reports/`
const bin = (name) => `${root}node_modules/.bin/${name}`

/** Checks that say yes or no: each counts as one. */
const checks = [
  ['types', bin('tsc'), ['--noEmit']],
  ['types of what runs in the browser', bin('tsc'), ['--noEmit', '-p', 'packages/docs-site']],
  ['format', bin('prettier'), ['--check', 'packages', 'tools', 'bench', 'examples']],
  ['arrows between folders', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'packages']],
  ['unused code', bin('knip'), ['--no-progress']],
  ['packages of every platform', process.execPath, ['tools/complete-lockfile.mjs', '--check']],
]

setUp()
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const total = { passed: 0, failed: 0, skipped: 0 }
for (const [what, command, args] of checks) {
  say(what)
  if (run(command, args) === 0) total.passed++
  else total.failed++
}
say('tests')
addReport('vitest.json', () =>
  run(bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${reports}vitest.json`,
  ]),
)
say('the project at the root')
if (run(process.execPath, [`${root}packages/cli/bin/btn.js`, 'build']) === 0) total.passed++
else total.failed++

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

/** Runs vitest and adds up its own report; a runner that dies without one is a failure. */
function addReport(file, runner) {
  const status = runner()
  if (!existsSync(reports + file)) {
    total.failed++
    return
  }
  const report = JSON.parse(readFileSync(reports + file, 'utf8'))
  total.passed += report.numPassedTests
  total.failed += report.numFailedTests
  total.skipped += report.numPendingTests + report.numTodoTests
  // Files that do not even load have no test to count.
  const broken = report.testResults.filter(
    (it) => it.status === 'failed' && it.assertionResults.length === 0,
  )
  total.failed += broken.length
  if (status !== 0 && report.numFailedTests + broken.length === 0) total.failed++
}
