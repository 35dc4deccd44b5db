import { expect, it } from 'vitest'
import { followRun } from './follow-run.ts'
import { Output, type OutputSettings } from './output.ts'
import { plain } from './paint.ts'
import { scriptedNodes, scriptedRun } from './scripted-run.ts'
import { summaryEntries } from './summary-entries.ts'

const normal: OutputSettings = {
  format: 'text',
  level: 'info',
  isQuiet: false,
  showsPrints: true,
  printerWidth: 64,
  paint: plain,
}

/** Everything that the scripted run prints under these settings. */
async function tell(settings: Partial<OutputSettings>, columns?: number): Promise<string> {
  const written: string[] = []
  const output = new Output({
    scrub: (text) => text,
    stream: { isTty: columns !== undefined, columns, write: (text) => void written.push(text) },
    settings: { ...normal, ...settings },
    invocationId: 'some-id',
    now: () => new Date(2026, 0, 1, 12, 30, 5),
  })
  const nodes = scriptedNodes
  const live = undefined
  const isStopping = (): boolean => false
  const result = await followRun({
    events: scriptedRun(),
    manifest: { nodes, groups: new Map() },
    output,
    live,
    meet: () => true,
    isStopping,
  })
  const advise = (node: { readonly kind: string; readonly name: string }): string | undefined =>
    node.kind === 'test' ? `btn show --select ${node.name}` : undefined
  output.tell(...summaryEntries(result, nodes, { advise }))
  return written.join('')
}

it('tells a run in text', async () => {
  expect(await tell({})).toBe(`\
12:30:05  1 of 6 OK loaded seed file main.countries ...................... [INSERT 3 in 0.25s]
from a macro
12:30:05  2 of 6 OK created sql table model main.orders .................. [OK, 300 rows in 0.25s]
12:30:05  3 of 6 PASS not_null_orders_id ................................. [PASS in 0.25s]
12:30:05  4 of 6 WARN 2 unique_orders_id ................................. [WARN 2 in 0.25s]
12:30:05  5 of 6 ERROR creating sql table model main.revenue ............. [ERROR in 0.25s]
12:30:05  6 of 6 SKIP relation main.report ............................... [SKIP, because of revenue]
12:30:05
12:30:05  Finished running 2 data tests, 1 seed, 3 table models in 1.50s.
12:30:05
12:30:05  Completed with 1 error, 0 partial successes, and 1 warning:

[ERROR]: in model revenue (models/revenue.sql)
error[database-error]: Referenced column "net_amuont" not found
  --> models/revenue.sql:3:7
  1 | select
  2 |   day,
  3 |   sum(net_amuont) as revenue
    |       ^^^^^^^^^^
  4 | from {{ ref('orders') }}
  5 | group by day
  compiled code at target/compiled/shop/models/revenue.sql

[WARNING]: in test unique_orders_id (models/unique_orders_id.sql)
  Got 2 results, configured to warn if != 0
  see the rows: btn show --select unique_orders_id
12:30:05
12:30:05  Done. PASS=3 WARN=1 ERROR=1 SKIP=1 NO-OP=0 REUSED=0 TOTAL=6
`)
})

it('fits a small terminal', async () => {
  const lines = (await tell({}, 60)).split('\n').slice(0, 7)
  expect(lines).toEqual([
    '1 of 6 OK countries .............. [INSERT 3 in 0.25s]',
    'from a macro',
    '2 of 6 OK orders ................. [300 rows in 0.25s]',
    '3 of 6 PASS not_null_orders_id ... [PASS in 0.25s]',
    '4 of 6 WARN unique_orders_id ..... [WARN 2 in 0.25s]',
    '5 of 6 ERROR revenue ............. [ERROR in 0.25s]',
    '6 of 6 SKIP report ............... [SKIP]',
  ])
})

it('tells errors and prints only when quiet', async () => {
  const lines = (await tell({ isQuiet: true })).split('\n')
  expect(lines[0]).toBe('from a macro')
  expect(lines[1]).toContain('ERROR creating sql table model main.revenue')
  expect(lines.join('\n')).not.toContain('WARN')
  expect(lines.join('\n')).not.toContain('Done.')
})

it('says nothing of prints with --no-print', async () => {
  expect(await tell({ showsPrints: false })).not.toContain('from a macro')
})

it('tells starts when debugging', async () => {
  expect(await tell({ level: 'debug' })).toContain('2 of 6 START sql table model main.orders')
})

it('gives one JSON object a line, in the envelope of dbt', async () => {
  const lines = (await tell({ format: 'json' })).trimEnd().split('\n')
  const events = lines.map((line): { info: object; data: object } => JSON.parse(line))
  const codes = events.map(({ info }) => ('code' in info ? info.code : undefined))
  expect(codes.slice(0, 5)).toEqual(['Q011', 'Q016', 'Q011', 'Z052', 'Q012'])
  expect(codes.at(-1)).toBe('Z023')
  expect(events[4]).toEqual({
    info: {
      category: '',
      code: 'Q012',
      extra: {},
      invocation_id: 'some-id',
      level: 'info',
      msg: expect.stringContaining('2 of 6 OK created sql table model main.orders'),
      name: 'LogModelResult',
      pid: process.pid,
      thread: 'Thread-1 (worker)',
      ts: expect.stringMatching(/^2026-.*Z$/),
    },
    data: {
      node_info: {
        materialized: 'table',
        meta: {},
        node_checksum: 'c0ffee',
        node_finished_at: '',
        node_name: 'orders',
        node_path: 'orders.sql',
        node_relation: { alias: 'orders', database: 'shop', relation_name: '', schema: 'main' },
        node_started_at: '',
        node_status: 'success',
        resource_type: 'model',
        unique_id: 'model.shop.orders',
      },
      description: 'sql table model main.orders',
      status: 'OK',
      index: 2,
      total: 6,
      execution_time: 0.25,
    },
  })
  expect(events.at(-1)?.data).toEqual({
    stats: { pass: 3, warn: 1, error: 1, skip: 1, noop: 0, reused: 0, total: 6 },
  })
})
