import { appendFileSync, cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createWorkspace, repository, runLine, type Workspace } from './workspace.ts'

// The project at the root of the repository is fixture number one.

let workspace: Workspace
beforeEach(() => {
  workspace = createWorkspace()
  for (const part of ['project.yml', 'models', 'macros', 'tests', 'data']) {
    cpSync(join(repository, part), join(workspace.folder, part), { recursive: true })
  }
})
afterEach(() => workspace.remove())

const realFiles = join(repository, '../shared/data/bakuten')

async function ask(sql: string, options = ''): Promise<unknown> {
  const line = `btn show --quiet --limit -1 --output json ${options} --inline "${sql}"`
  const { output, exitCode } = await runLine(line, workspace)
  expect(exitCode, output).toBe(0)
  const { show }: { readonly show: unknown } = JSON.parse(output)
  return show
}

it('builds', async () => {
  const { output, exitCode } = await runLine('btn build', workspace)
  expect(output).toContain('Completed successfully')
  expect(output).toMatch(/Done\. PASS=\d+ WARN=0 ERROR=0 SKIP=0/)
  expect(exitCode).toBe(0)
})

it('runs the tests of one table', async () => {
  expect((await runLine('btn build', workspace)).exitCode).toBe(0)
  const { output, exitCode } = await runLine('btn test --select fact_transactions', workspace)
  expect(output).toMatch(/Done\. PASS=\d+ WARN=0 ERROR=0 SKIP=0/)
  expect(exitCode).toBe(0)
})

it.skipIf(!existsSync(realFiles))('gives the known figures on the real files', async () => {
  const vars = `--vars '{data_dir: ${realFiles}}'`
  const { output, exitCode } = await runLine(`btn build ${vars}`, workspace)
  expect(exitCode, output).toBe(0)
  const sql = `select
    (select count(*) from {{ ref('dim_customers') }}) as customers,
    (select count(*) from {{ ref('fact_transactions') }}) as transactions,
    (select count(*) from {{ ref('fact_transactions') }} where is_revenue) as completed,
    (select count(*) from {{ ref('fact_transactions') }} where is_return) as returned,
    (select sum(net_amount) from {{ ref('fact_transactions') }} where is_revenue) as revenue,
    (select count(*) from {{ ref('fact_clickstream') }}) as events`
  expect(await ask(sql, vars)).toEqual([
    {
      customers: 120,
      transactions: 300,
      completed: 172,
      returned: 71,
      revenue: 65621.88,
      events: 600,
    },
  ])
})

it('stops at a transaction that is there twice with other content', async () => {
  expect((await runLine('btn build', workspace)).exitCode).toBe(0)
  const path = join(workspace.folder, 'data/transactions.csv')
  const [header = '', first = ''] = readFileSync(path, 'utf8').split(/\r?\n/)
  const fields = first.split(',')
  fields[header.split(',').indexOf('channel')] = 'ios'
  fields[header.split(',').indexOf('payment_method')] = 'voucher'
  appendFileSync(path, `${fields.join(',')}\r\n`)
  const { output, exitCode } = await runLine('btn build', workspace)
  expect(exitCode).toBe(1)
  expect(output).toMatch(/FAIL 1 unique_\w*transactions_transaction_id/)
  expect(output).toMatch(/SKIP relation main\.daily_revenue/)
  expect(output).toMatch(/see the rows: btn show --select unique_/)
})
