import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, checksums, findRealFiles, onRealFiles } from './example.ts'
import { createWorkspace, repository, runLine, type Finished, type Workspace } from './workspace.ts'

const example = join(repository, 'examples/puffy')
const realFiles = findRealFiles('puffy')

const figures = `select
  (select count(*) from {{ source('raw', 'events') }}) as loaded,
  (select count(*) from {{ ref('stg_events') }}) as events,
  (select count(*) from {{ ref('dim_user_map') }}) as known_clients,
  (select count(*) from {{ ref('dim_sessions') }}) as sessions,
  (select count(*) from {{ ref('fct_attribution') }}) as orders,
  (select count(distinct transaction_id) from {{ ref('fct_attribution') }}) as transaction_ids,
  (select sum(revenue) from {{ ref('fct_attribution') }}) as revenue,
  (select count(*) from {{ ref('fct_order_items') }}) as items,
  (select string_agg(sessions, ' / ' order by step) from {{ ref('rpt_funnel') }}) as funnel`

const gate = `select status, count(*) as files, sum(rows_read)::int as read, sum(rows_loaded)::int as loaded,
  sum(rows_rejected)::int as rejected from {{ ref('pipeline_logs') }} group by status order by status`

const attribution = `select model, channel, orders from {{ ref('rpt_attribution') }} order by all`

describe('on the sample', () => {
  let workspace: Workspace
  beforeAll(async () => {
    workspace = createWorkspace(example)
    const { output, exitCode } = await runLine('btn build', workspace)
    expect(exitCode, output).toBe(0)
  }, 120_000)
  afterAll(() => workspace.remove())

  it('is what its generator makes', async () => {
    const { output, exitCode } = await runLine('node generate-data.mjs --out again', workspace)
    expect(exitCode, output).toBe(0)
    for (const name of readdirSync(join(workspace.folder, 'data'))) {
      const [shipped, made] = ['data', 'again'].map((it) =>
        readFileSync(join(workspace.folder, it, name), 'utf8'),
      )
      expect(made, name).toBe(shipped)
    }
  })

  it('has its figures', async () => {
    expect(await ask(workspace, figures)).toEqual([
      {
        loaded: 1078,
        events: 1078,
        known_clients: 69,
        sessions: 553,
        orders: 32,
        transaction_ids: 27,
        revenue: 75100.5,
        items: 63,
        funnel: '552 / 119 / 57 / 32',
      },
    ])
  })

  it('writes its findings, with tables and charts', () => {
    const text = findings(workspace)
    expect(text).toContain('553 sessions led to 32 orders with a revenue of 75100.50')
    expect(text).toContain('14 files had 1103 rows: 1078 were loaded, 25 rejected (2.27 %).')
    expect(text).toContain('| purchase | 32 | 0.5614 | 0.058 |')
    expect(text.match(/<svg /g)?.length).toBe(6)
  })

  it('asks its monitors', async () => {
    const asked = `select name, verdict, round(value, 4) as value from {{ btn_audit('monitors') }}
      where partition is null or partition = '2025-03-08' order by name`
    expect(await ask(workspace, asked)).toEqual([
      { name: 'error_rate', verdict: 'pass', value: 0.0227 },
      { name: 'events_fresh', verdict: 'pass', value: 1883.002 },
      { name: 'missing_revenue', verdict: 'pass', value: 0 },
      { name: 'orders_without_session', verdict: 'pass', value: 0 },
      { name: 'revenue', verdict: 'pass', value: 75100.5 },
      { name: 'volume', verdict: 'pass', value: 72 },
    ])
  })

  it('keeps every bad row with its fields, its line and all its reasons', () => {
    const found = rejected(workspace)
    const reasons = found.flatMap(({ lines }) => lines.slice(1)).map((it) => it.split(',').at(-1))
    expect([...new Set(reasons)].sort()).toEqual([
      'invalid_event_data',
      'invalid_timestamp',
      'missing_client_id',
      'missing_client_id|unknown_event|invalid_event_data',
      'missing_event_name',
      'missing_page_url',
      'missing_timestamp',
      'missing_user_agent',
      'too_few_columns',
      'too_many_columns',
      'unknown_event',
    ])
    expect(found.map(({ lines }) => lines[0]).slice(3, 10)).toEqual([
      'client_id,page_url,referrer,timestamp,event_name,event_data,user_agent,line_number,error_reason',
      ...Array<string>(5).fill(
        'clientId,page_url,referrer,timestamp,event_name,event_data,user_agent,line_number,error_reason',
      ),
      'clientId,page_url,timestamp,event_name,event_data,user_agent,line_number,error_reason',
    ])
  })

  it('logs drift, and a file that comes again', async () => {
    const before = await ask(workspace, figures)
    const { output, exitCode } = await runLine('btn build', workspace)
    expect(exitCode, output).toBe(0)
    expect(output).toContain('raw.events is up to date')
    expect(await ask(workspace, figures)).toEqual(before)
    expect(await ask(workspace, gate)).toEqual([
      { status: 'done', files: 14, read: 1103, loaded: 1078, rejected: 25 },
      { status: 'skipped', files: 14, read: 0, loaded: 0, rejected: 0 },
    ])
    const drift = `select drift::varchar as drift, count(*) as files from {{ ref('pipeline_logs') }}
      where status = 'done' group by all order by all`
    expect(await ask(workspace, drift)).toEqual([
      { drift: '{"missing":["referrer"],"extra":[],"renamed":{"clientId":"client_id"}}', files: 5 },
      { drift: '{"missing":[],"extra":[],"renamed":{"clientId":"client_id"}}', files: 5 },
      { drift: '{"missing":[],"extra":[],"renamed":{}}', files: 4 },
    ])
  })

  it('takes a corrected file in place of the earlier one', async () => {
    const path = join(workspace.folder, 'data/events_20250301.csv')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace(/\n(,https)/, '\n1740800000-corrected$1'))
    const { output, exitCode } = await runLine('btn build', workspace)
    expect(exitCode, output).toBe(0)
    expect(output).toContain('loaded raw.events')
    expect(output).toContain('[72 rows, 1 file')
    const [found] = await ask(workspace, figures)
    expect(found?.['loaded']).toBe(1079)
    expect(existsSync(quarantineOf(workspace, '20250301'))).toBe(false)
    writeFileSync(path, text)
    expect((await runLine('btn build', workspace)).exitCode).toBe(0)
    expect((await ask(workspace, figures))[0]?.['loaded']).toBe(1078)
  })

  it('keeps all it has when a file is broken, and says where', async () => {
    const before = await ask(workspace, figures)
    const files = checksums(workspace.folder, ['target/quarantine'])
    writeFileSync(
      join(workspace.folder, 'data/events_20250309.csv'),
      'clientId,page_url,timestamp,event_name,event_data,user_agent\n1,"https://shop.example/\n',
    )
    const { output, exitCode } = await runLine('btn build', workspace)
    expect(exitCode).toBe(1)
    expect(output).toMatch(/load-quote-open.*data\/events_20250309\.csv/)
    expect(await ask(workspace, figures)).toEqual(before)
    expect(checksums(workspace.folder, ['target/quarantine'])).toEqual(files)
  })

  it('says that the folder has no files', async () => {
    const { output, exitCode } = await runLine("btn build --vars '{data_dir: nowhere}'", workspace)
    expect(exitCode).toBe(1)
    expect(output).toContain('no file matches nowhere/events_*.csv')
  })
})

describe.skipIf(!realFiles)(onRealFiles('on the real files', realFiles), () => {
  const vars = `--vars '{data_dir: "${realFiles ?? ''}"}'`
  let workspace: Workspace
  let built: Finished
  beforeAll(async () => {
    workspace = createWorkspace(example)
    // The sample first: files of the same names from another folder take its place.
    expect((await runLine('btn build', workspace)).exitCode).toBe(0)
    built = await runLine(`btn build ${vars}`, workspace)
  }, 120_000)
  afterAll(() => workspace.remove())

  it('ends with exit code 1 and names the error rate and its limit', () => {
    const { output, exitCode } = built
    expect(exitCode, output).toBe(1)
    expect(output).toContain('monitor-failed: error_rate is 5.82 %, limit 5 %')
    expect(output).toMatch(/WARN=0 ERROR=1 SKIP=0/)
  })

  it('gives the known figures', async () => {
    expect(await ask(workspace, figures, vars)).toEqual([
      {
        loaded: 47055 + 1078,
        events: 47055,
        known_clients: 789,
        sessions: 38279,
        orders: 294,
        transaction_ids: 290,
        revenue: 294461.4,
        items: 354,
        funnel: '36558 / 2052 / 750 / 290',
      },
    ])
    expect(await ask(workspace, gate, vars)).toEqual([
      { status: 'done', files: 28, read: 49963 + 1103, loaded: 47055 + 1078, rejected: 2908 + 25 },
    ])
  })

  it('finds these figures', () => {
    const text = findings(workspace)
    expect(text).toContain('38279 sessions led to 294 orders with a revenue of 294461.40')
    expect(text).toContain('14 files had 49963 rows: 47055 were loaded, 2908 rejected (5.82 %).')
    expect(text).toContain('| view | 36558 |  | 1 |')
  })

  it('rejects rows for a missing client only', () => {
    const found = rejected(workspace)
    expect(found.length).toBe(14)
    const reasons = found.flatMap(({ lines }) => lines.slice(1)).map((it) => it.split(',').at(-1))
    expect(reasons.length).toBe(2908)
    expect([...new Set(reasons)]).toEqual(['missing_client_id'])
  })

  it('gives both kinds of attribution', async () => {
    expect(await ask(workspace, attribution, vars)).toEqual([
      { model: 'first click', channel: 'Direct', orders: 147 },
      { model: 'first click', channel: 'Organic Search', orders: 17 },
      { model: 'first click', channel: 'Paid', orders: 95 },
      { model: 'first click', channel: 'Referral', orders: 35 },
      { model: 'last click', channel: 'Direct', orders: 151 },
      { model: 'last click', channel: 'Organic Search', orders: 18 },
      { model: 'last click', channel: 'Paid', orders: 81 },
      { model: 'last click', channel: 'Referral', orders: 44 },
    ])
  })
})

function quarantineOf({ folder }: Workspace, day: string): string {
  return join(folder, `target/quarantine/events_${day}_errors.csv`)
}

function findings({ folder }: Workspace): string {
  return readFileSync(join(folder, 'target/findings.md'), 'utf8')
}

interface RejectedFile {
  readonly name: string
  readonly lines: readonly string[]
}

/** The quarantine's files; a row whose fields have line breaks is several lines, of which the last is told. */
function rejected({ folder }: Workspace): readonly RejectedFile[] {
  const quarantine = join(folder, 'target/quarantine')
  return readdirSync(quarantine)
    .sort()
    .map((name) => {
      const text = readFileSync(join(quarantine, name), 'utf8').trimEnd()
      const lines = text.split('\n')
      return { name, lines: lines.filter((it, at) => at === 0 || /,\d+,[a-z_|]+$/.test(it)) }
    })
}
