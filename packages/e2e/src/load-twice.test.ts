import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startBtn } from './process.ts'
import { createWorkspace, repository, runLine } from './workspace.ts'

const ROWS = 20_000
const workspace = createWorkspace(join(repository, 'packages/e2e/fixtures/loads/first'))
afterAll(() => workspace.remove())

it('loads once where two processes load at the same time: one of them is told who is at it', async () => {
  const rows = Array.from({ length: ROWS }, (_, id) => `${id},Ann,${id},paid`)
  const text = ['order_id,customer,amount,status', ...rows, ''].join('\n')
  writeFileSync(join(workspace.folder, 'data/orders.csv'), text)
  const both = [1, 2].map(() => startBtn(['load', '--quiet'], workspace))
  const codes = await Promise.all(both.map(({ ended }) => ended))
  // Who comes late enough waits for nobody: there is nothing left to load.
  expect(codes.filter((code) => code === 0).length).toBeGreaterThan(0)
  for (const [at, running] of both.entries()) {
    if (codes[at] === 0) continue
    expect(codes[at]).toBe(2)
    expect(running.output()).toContain('error[database-locked]')
  }
  const query = `select count(*) as n, count(distinct order_id) as ids from {{ source('raw', 'orders') }}`
  const shown = await runLine(`btn show --quiet --output json --inline "${query}"`, workspace)
  expect(JSON.parse(shown.output)).toMatchObject({ show: [{ n: ROWS - 1, ids: ROWS - 1 }] })
}, 60_000)
