import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ask as askIn, findRealFiles, onRealFiles } from './example.ts'
import { createWorkspace, repository, runLine, type Workspace } from './workspace.ts'

// The project at the root of the repository is fixture number one.

let workspace: Workspace
beforeEach(() => {
  workspace = createWorkspace()
  for (const part of ['project.yml', 'models', 'macros', 'tests', 'reports', 'data']) {
    cpSync(join(repository, part), join(workspace.folder, part), { recursive: true })
  }
})
afterEach(() => workspace.remove())

const realFiles = findRealFiles('bakuten')
const ask = (sql: string, options = '') => askIn(workspace, sql, options)

const summary = () => readFileSync(join(workspace.folder, 'target/validation_summary.md'), 'utf8')

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

it.skipIf(!realFiles)(onRealFiles('gives the known figures', realFiles), async () => {
  const vars = `--vars '{data_dir: ${realFiles}}'`
  const { output, exitCode } = await runLine(`btn build ${vars}`, workspace)
  expect(exitCode, output).toBe(0)
  // Columns that these files lack are there, empty, and the run says so.
  expect(output).toMatch(/customers\.csv.*name/)
  expect(summary()).toContain('| 300 | 0 | 0 | 300 |')
  const sql = `select
    (select count(*) from {{ ref('dim_customers') }}) as customers,
    (select count(*) from {{ ref('fact_transactions') }}) as transactions,
    (select count(*) from {{ ref('fact_transactions') }} where is_revenue) as completed,
    (select count(*) from {{ ref('fact_transactions') }} where is_return) as returned,
    (select sum(net_amount) from {{ ref('fact_transactions') }} where is_revenue) as revenue,
    (select count(*) from {{ ref('fact_transactions') }} where status = 'cancelled') as cancelled,
    (select count(*) from {{ ref('fact_clickstream') }}) as events,
    (select sum(purchases)::int from {{ ref('conversion_by_campaign') }}) as purchases`
  expect(await ask(sql, vars)).toEqual([
    {
      customers: 120,
      transactions: 300,
      completed: 172,
      returned: 71,
      revenue: 65621.88,
      cancelled: 57,
      events: 600,
      purchases: 24,
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
  expect(output).toMatch(/see the rows: btn audit tests --history unique_/)
})

/** A copy of some files with 5 transactions twice, 3 of unknown customers and 2 of an unknown status. */
function spoil(folder: string): string {
  const spoiled = join(workspace.folder, 'spoiled')
  mkdirSync(spoiled)
  for (const name of ['customers', 'clickstream']) {
    cpSync(join(folder, `${name}.csv`), join(spoiled, `${name}.csv`))
  }
  const [header = '', ...rows] = readFileSync(join(folder, 'transactions.csv'), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
  const names = header.split(',')
  const changed = (row: string, values: Readonly<Record<string, string>>) =>
    row
      .split(',')
      .map((value, index) => values[names[index] ?? ''] ?? value)
      .join(',')
  const added = [
    ...rows.slice(0, 5),
    ...rows
      .slice(10, 13)
      .map((row, at) => changed(row, { transaction_id: `X${at}`, customer_id: `nobody${at}` })),
    ...rows
      .slice(20, 22)
      .map((row, at) => changed(row, { transaction_id: `Y${at}`, status: 'pending' })),
  ]
  writeFileSync(join(spoiled, 'transactions.csv'), [header, ...rows, ...added, ''].join('\n'))
  return spoiled
}

const inputs = [join(repository, 'data'), ...(realFiles === undefined ? [] : [realFiles])]

it.each(inputs)('counts exactly what is wrong with a copy of %s', async (folder) => {
  const vars = `--vars '{data_dir: "${spoil(folder)}"}'`
  const { output, exitCode } = await runLine(`btn build ${vars}`, workspace)
  expect(exitCode).toBe(1)
  expect(output).toContain('Done. PASS=')
  const told = summary()
  expect(told).toContain('| transactions.csv | 310 | 5 | 0 | 305 |')
  expect(told).toMatch(
    /\| accepted_values_fact_transactions_status\w* \| main.fact_transactions \| 2 \| error/,
  )
  expect(told).toMatch(
    /\| relationships_fact_transactions_customer_id\w* \| main.fact_transactions \| 3 \| error/,
  )
  expect(told.match(/\| error \|/g)).toHaveLength(2)
  expect(told).toContain('| main.fact_transactions | 305 | kept as it was |')
  expect(told).toMatch(/main.daily_revenue \| *\| kept as it was/)
})

it('keeps no name, address or number of a customer', async () => {
  const withKey = { ...workspace.environment, BTN_PII_KEY: 'a key of this test, no other' }
  const keyed: Workspace = { ...workspace, environment: withKey }
  expect((await runLine('btn build', keyed)).exitCode).toBe(0)
  const sql = `select
    count(*) as customers,
    count(*) filter (regexp_full_match(email, 'eml_[0-9a-f]{26}')) as emails,
    count(*) filter (phone is not null and not regexp_full_match(phone, 'phn_[0-9a-f]{26}')) as numbers,
    count(*) filter (not contains(name, '***')) as names
  from {{ ref('dim_customers') }}`
  expect(await ask(sql)).toEqual([{ customers: 120, emails: 120, numbers: 0, names: 0 }])
  const before = await ask("select email from {{ ref('dim_customers') }} order by customer_id")
  expect((await runLine('btn build', keyed)).exitCode).toBe(0)
  const after = await ask("select email from {{ ref('dim_customers') }} order by customer_id")
  expect(after).toEqual(before)
})

it('leaves addresses and numbers out where there is no key, and says so', async () => {
  const { output, exitCode } = await runLine('btn build', workspace)
  expect(exitCode).toBe(0)
  expect(output).toContain(
    'bronze.customers is loaded without email, phone: BTN_PII_KEY is not set',
  )
  const sql = "select count(email) + count(phone) as kept from {{ ref('dim_customers') }}"
  expect(await ask(sql)).toEqual([{ kept: 0 }])
})

it('measures freshness against as_of', async () => {
  const { output, exitCode } = await runLine(
    'btn build --vars "{as_of: 2024-11-14 20:00:00}"',
    workspace,
  )
  expect(exitCode).toBe(0)
  expect(output).toMatch(/WARN 1 source_as_fresh_as_input_bronze_clickstream/)
  expect(output).toMatch(/Done\. PASS=\d+ WARN=1 ERROR=0/)
})
