import { readdirSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { createWorkspace, repository, runLine } from './workspace.ts'

const workspace = createWorkspace(join(repository, 'packages/e2e/fixtures/reports/first'))
afterAll(() => workspace.remove())

const hook = join(repository, 'packages/e2e/src/kill-at.cjs')
const target = join(workspace.folder, 'target')
const leftovers = () =>
  readdirSync(target)
    .filter((name) => name.startsWith('findings.md.'))
    .map((name) => join(target, name))
const read = () => readFileSync(join(workspace.folder, 'target/findings.md'), 'utf8')

async function report(line: string, moment?: string): Promise<number> {
  const environment = moment && {
    BTN_KILL_AT: moment,
    BTN_KILL_PATH: 'target/findings.md',
    NODE_OPTIONS: `--require=${hook}`,
  }
  const where = { ...workspace, environment: { ...workspace.environment, ...environment } }
  return (await runLine(line, where)).exitCode
}

it('leaves the whole old report when it is killed while a new one is written', async () => {
  expect(await report('btn build --quiet')).toBe(0)
  const before = read()
  expect(await runLine(`echo '2025-01-04,Paid,9,99' >> seeds/orders.csv`, workspace)).toMatchObject(
    {
      exitCode: 0,
    },
  )
  for (const moment of ['openSync 1', 'renameSync 1']) {
    expect(await report('btn build --quiet', moment), moment).toBe(128 + 9)
    expect(read() === before, moment).toBe(true)
  }
  expect(leftovers()).toHaveLength(1)
  for (const path of leftovers()) utimesSync(path, 0, 0)
  expect(await report('btn report --quiet')).toBe(0)
  expect(read()).toContain('2025-01-04')
  expect(leftovers()).toEqual([])
}, 120_000)
