import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ask, checksums, findRealFiles, onRealFiles } from './example.ts'
import { createWorkspace, repository, runLine, type Workspace } from './workspace.ts'

const realFiles = findRealFiles('customer_360')

let workspace: Workspace
beforeEach(() => {
  workspace = createWorkspace(join(repository, 'examples/customer_360'))
})
afterEach(() => workspace.remove())

const loads = `select relation, rows_read, rows_loaded, rows_rejected, duplicate_keys
  from {{ btn_audit('last_loads') }} order by relation`

const people = `select email, full_name, user_uuid, completed_count, completed_sum, pending_count, pending_sum,
  transaction_ids, page_views, last_seen_ts::varchar as last_seen_ts
  from read_parquet('target/customer_360.parquet')`

const totals = `select count(*) as people, sum(completed_count)::int as completed, sum(completed_sum) as completed_sum,
  sum(pending_count)::int as pending, sum(pending_sum) as pending_sum, sum(page_views)::int as page_views,
  count(last_seen_ts) as with_activity from read_parquet('target/customer_360.parquet')`

const outputs = () =>
  checksums(workspace.folder, ['target'])['target/customer_360.parquet'] +
  readFileSync(join(workspace.folder, 'target/rejected_transactions.log'), 'utf8')

async function build(options = ''): Promise<string> {
  const { output, exitCode } = await runLine(`btn build ${options}`, workspace)
  expect(exitCode, output).toBe(0)
  return output
}

describe('on the sample', () => {
  it('is what its generator makes', async () => {
    expect((await runLine('node generate-data.mjs --out again', workspace)).exitCode).toBe(0)
    for (const path of ['crm_leads.csv', 'transactions.txt', 'web_activity.json']) {
      const made = readFileSync(join(workspace.folder, 'again', path), 'utf8')
      expect(readFileSync(join(workspace.folder, 'data', path), 'utf8')).toBe(made)
    }
    const map = readFileSync(join(workspace.folder, 'again/identity_map.csv'), 'utf8')
    expect(readFileSync(join(workspace.folder, 'seeds/identity_map.csv'), 'utf8')).toBe(map)
  })

  it('has its figures, twice the same', async () => {
    expect(await build()).toMatch(/WARN=0 ERROR=0 SKIP=0/)
    expect(await ask(workspace, loads)).toEqual([
      row('raw.activity', 30, 25, 5, 0),
      row('raw.leads', 27, 19, 1, 7),
      row('raw.transactions', 44, 32, 12, 0),
    ])
    expect(await ask(workspace, totals)).toEqual([
      {
        people: 23,
        completed: 22,
        completed_sum: 6075.11,
        pending: 10,
        pending_sum: 1966.63,
        page_views: 1185,
        with_activity: 17,
      },
    ])
    const first = outputs()
    await build()
    expect(outputs()).toBe(first)
    await build('--reload')
    expect(outputs()).toBe(first)
  })

  it('tells every reason in the log of rejected transactions', async () => {
    await build()
    const log = readFileSync(join(workspace.folder, 'target/rejected_transactions.log'), 'utf8')
    expect(log.split('\n').slice(0, 9)).toEqual([
      'transaction_id|status|amount|reason',
      'TX-4004|Refunded|-10.0|Non-positive amount (-10.0)',
      'TX-4008|Cancelled|-5.0|Non-positive amount (-5.0)',
      'TX-4010|Cancelled|0.0|Non-positive amount (0.0)',
      'TX-4016|Completed||Invalid amount ()',
      'TX-4018|Completed|twelve|Invalid amount (twelve)',
      'TX-4021|Completed|20.0|Missing user_uuid',
      'TX-4024|Pending|NaN|Invalid amount (NaN)',
      'TX-4028|Completed|12,50|Invalid amount (12,50)',
    ])
    const kept = `select line_number, error_reason, raw_text from btn_quarantine.raw__activity
      where error_reason = 'malformed_json' order by line_number`
    expect(await ask(workspace, kept)).toEqual([
      {
        line_number: 12,
        error_reason: 'malformed_json',
        raw_text: '{"user_uuid": "cut in the mid',
      },
      { line_number: 15, error_reason: 'malformed_json', raw_text: 'no JSON at all' },
    ])
  })

  it('makes one person of several users and of leads that are written otherwise', async () => {
    await build()
    const found = await ask(workspace, `${people} where full_name = 'Donald Knuth' order by email`)
    expect(found[0]).toEqual({
      email: 'donald.knuth4@example.com',
      full_name: 'Donald Knuth',
      user_uuid: '3c4ffd02-0f5b-d14d-cc31-2684e4edaa36,434ef251-0c63-2d4e-86a5-38cc03aa056d',
      completed_count: 1,
      completed_sum: 406.19,
      pending_count: 0,
      pending_sum: 0,
      transaction_ids: 'TX-4009',
      page_views: 180,
      last_seen_ts: '2024-10-02 03:52:51',
    })
    const strangers = await ask(workspace, `${people} where email is null`)
    expect(strangers.length).toBe(3)
  })

  it.each([
    ['has no rows', 'btn build'],
    [
      'is not there',
      "rm seeds/identity_map.csv seeds/seeds.yml && btn build --vars '{identity_map: position}'",
    ],
  ])('matches by position, and warns, where the map %s', async (_, line) => {
    writeFileSync(join(workspace.folder, 'seeds/identity_map.csv'), 'user_uuid,email\n')
    const { output, exitCode } = await runLine(line, workspace)
    expect(exitCode, output).toBe(0)
    expect(output).toMatch(/WARN \d+ matched_by_seed/)
    const [first] = await ask(
      workspace,
      "select distinct matched_by from {{ ref('int_identity_map') }}",
      line.includes('--vars') ? "--vars '{identity_map: position}'" : '',
    )
    expect(first).toEqual({ matched_by: 'position' })
  })

  it('keeps yesterday’s file when an input is broken or missing', async () => {
    await build()
    const before = outputs()
    writeFileSync(
      join(workspace.folder, 'data/crm_leads.csv'),
      'lead_id,full_name,email\nL-1,"Ada\n',
    )
    const broken = await runLine('btn build', workspace)
    expect(broken.exitCode).toBe(1)
    expect(broken.output).toMatch(/load-quote-open.*data\/crm_leads\.csv/)
    rmSync(join(workspace.folder, 'data/crm_leads.csv'))
    const missing = await runLine('btn build', workspace)
    expect(missing.exitCode).toBe(1)
    expect(missing.output).toContain('there is no file data/crm_leads.csv')
    expect(outputs()).toBe(before)
  })
})

describe.skipIf(!realFiles)(onRealFiles('on the real files', realFiles), () => {
  it('gives the known figures', async () => {
    const vars = `--vars '{data_dir: "${realFiles ?? ''}"}'`
    const output = await build(vars)
    expect(output).toMatch(/WARN 7 matched_by_seed/)
    expect(await ask(workspace, loads, vars)).toEqual([
      row('raw.activity', 8, 6, 2, 0),
      row('raw.leads', 10, 8, 0, 2),
      row('raw.transactions', 8, 6, 2, 0),
    ])
    expect(readFileSync(join(workspace.folder, 'target/rejected_transactions.log'), 'utf8')).toBe(
      'transaction_id|status|amount|reason\n' +
        'TX-4003|Refunded|-10.0|Non-positive amount (-10.0)\n' +
        'TX-4006|Cancelled|-5.0|Non-positive amount (-5.0)\n',
    )
    expect(await ask(workspace, totals, vars)).toEqual([
      {
        people: 8,
        completed: 5,
        completed_sum: 979.54,
        pending: 1,
        pending_sum: 25,
        page_views: 235,
        with_activity: 5,
      },
    ])
    const rates = `select user_uuid, refunded_count, cancelled_count, valid_count from {{ ref('rejected_rates') }} order by 1`
    expect(await ask(workspace, rates, vars)).toEqual([
      {
        user_uuid: '87654321-abcd-1234-dcba-1234567890ab',
        refunded_count: 0,
        cancelled_count: 1,
        valid_count: 0,
      },
      {
        user_uuid: 'f8e9d0c1-2b3a-4e5f-b6c7-d8e9f0a1b2c3',
        refunded_count: 1,
        cancelled_count: 0,
        valid_count: 1,
      },
    ])
  })
})

function row(relation: string, read: number, loaded: number, rejected: number, keys: number) {
  return {
    relation,
    rows_read: read,
    rows_loaded: loaded,
    rows_rejected: rejected,
    duplicate_keys: keys,
  }
}
