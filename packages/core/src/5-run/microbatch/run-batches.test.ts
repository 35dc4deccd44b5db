import { duckdbAdapter } from '@btn/adapter-duckdb'
import type { Database } from '@btn/adapter'
import { span, TracedText } from '@btn/diagnostics'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MemoryHost } from '../../memory-host.ts'
import type { BatchResults, Manifest, Model, Node, NodeId, RunEvent } from '../../types/index.ts'
import { createFakeRuntime, fakeModel, fakeStep, type FakeMacro } from '../fake-runtime.ts'
import { run, type RunFlags } from '../index.ts'

let database: Database
beforeEach(async () => {
  const options = { projectName: 'memory', projectRoot: '/p', targetPath: 'target' }
  const fields = { type: 'duckdb', path: ':memory:', schema: 'main' }
  const { credentials } = duckdbAdapter.checkCredentials(fields, options)
  database = await duckdbAdapter.open(credentials)
})
afterEach(() => database.close())

const flags: RunFlags = {
  empty: false,
  fail_fast: false,
  full_refresh: false,
  latest_version_pointer_enabled_by_default: false,
  one_scan_tests: false,
  sample_failures: true,
  require_batched_execution_for_custom_microbatch_strategy: true,
  require_sql_header_in_test_configs: false,
  skip_nodes_if_on_run_start_fails: true,
  store_failures: false,
  warn_error: false,
  warn_error_options: { error: [], warn: [], silence: [] },
}

function manifestOf(model: Model): Manifest {
  return {
    projectName: 'shop',
    adapterType: 'duckdb',
    nodes: new Map<NodeId, Node>([[model.id, model]]),
    disabled: new Map(),
    macros: new Map(),
    docs: new Map(),
    groups: new Map(),
    selectors: {},
    parents: new Map(),
    children: new Map(),
    order: [model.id],
  }
}

interface Given {
  readonly days?: number
  readonly threads?: number
  readonly code?: string
  readonly bad?: readonly string[]
  readonly flags?: Partial<RunFlags>
  readonly earlier?: BatchResults
  readonly signal?: AbortSignal
  readonly onRender?: (batch: string) => void
}

const insert: FakeMacro = ({ node }) => `insert into m select * from m__temp -- ${node.name}`

function batchOf({ config }: Node): string {
  return String(config['__dbt_internal_microbatch_event_time_start']).slice(0, 10)
}

async function build(given: Given = {}) {
  const { days = 5, threads = 1, bad = [] } = given
  const config = {
    materialized: 'incremental',
    incremental_strategy: 'microbatch',
    event_time: 'day',
    batch_size: 'day',
    begin: '2024-01-01',
  }
  const model = fakeModel('m', given.code ?? 'select 1', { config })
  const events: RunEvent[] = []
  const input = {
    manifest: manifestOf(model),
    plan: {
      command: 'run' as const,
      selected: [model.id],
      onRunStart: [],
      steps: [fakeStep(model)],
      onRunEnd: [],
    },
    runtime: createFakeRuntime({
      dialect: duckdbAdapter.dialect,
      macros: { get_incremental_microbatch_sql: insert },
      render: async (node) => {
        const batch = batchOf(node)
        given.onRender?.(batch)
        const fault = bad.includes(batch) ? `, error('bad ${batch}') as fault` : ''
        const text = `select date '${batch}' as day${fault}`
        return TracedText.from(text, span({ path: 'models/m.sql', text }, 0, text.length))
      },
    }),
    database,
    dialect: duckdbAdapter.dialect,
    host: new MemoryHost(),
    flags: { ...flags, ...given.flags },
    threads,
    projectRoot: '/p',
    targetPath: 'target',
    batching: {
      windows: { sample: undefined, eventTime: undefined },
      startedAt: new Date(Date.UTC(2024, 0, days, 12)),
      earlierBatches: new Map<NodeId, BatchResults>(
        given.earlier ? [[model.id, given.earlier]] : [],
      ),
    },
    signal: given.signal,
  }
  const running = run(input)
  for (;;) {
    const { done, value } = await running.next()
    if (done) return { events, outcome: value }
    events.push(value)
  }
}

const day = (number: number) => ({
  start: new Date(Date.UTC(2024, 0, number)),
  end: new Date(Date.UTC(2024, 0, number + 1)),
})

async function rows(): Promise<readonly unknown[]> {
  const connection = await database.connect()
  try {
    const { rows: found } = await connection.query('select day::varchar from m order by 1')
    return found.map(([value]) => value)
  } finally {
    await connection.close()
  }
}

const started = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'batch-started' ? [event.batch] : []))

/** How many batches have begun and not ended, at most. */
function mostAtOnce(events: readonly RunEvent[]): number {
  let open = 0
  let most = 0
  for (const event of events) {
    if (event.type === 'batch-started') most = Math.max(most, ++open)
    if (event.type === 'batch-finished') open--
  }
  return most
}

describe('runBatches', () => {
  it('builds one batch after the other with one thread', async () => {
    const { events, outcome } = await build({ days: 3 })
    const days = ['2024-01-01', '2024-01-02', '2024-01-03']
    expect(started(events)).toEqual(days)
    expect(await rows()).toEqual(days)
    expect(outcome.results).toMatchObject([
      { status: 'success', message: 'SUCCESS', failures: 0, adapterResponse: {} },
    ])
    expect(outcome.results[0]?.batches).toEqual({
      successful: [day(1), day(2), day(3)],
      failed: [],
    })
    expect(outcome.results[0]?.compiledCode).toBeUndefined()
  })

  it.each([
    ['select 1', 3],
    ['select * from {{ this }}', 1],
  ])('builds the middle of %s with %i threads at once', async (code, expected) => {
    const { events } = await build({ code, threads: 3, days: 8 })
    const order = started(events)
    expect([order[0], order.at(-1)]).toEqual(['2024-01-01', '2024-01-08'])
    expect([...order].sort()).toHaveLength(8)
    expect(await rows()).toHaveLength(8)
    expect(mostAtOnce(events)).toBe(expected)
  })

  it('keeps what worked, and says what failed once', async () => {
    const bad = ['2024-01-02', '2024-01-04']
    const { events, outcome } = await build({ bad, threads: 2 })
    const [result] = outcome.results
    expect(result).toMatchObject({ status: 'partial success', message: 'PARTIAL SUCCESS (3/5)' })
    expect(result?.batches?.failed).toEqual([day(2), day(4)])
    expect(result?.diagnostics).toHaveLength(2)
    expect(await rows()).toEqual(['2024-01-01', '2024-01-03', '2024-01-05'])
    const statuses = events.flatMap((it) => (it.type === 'batch-finished' ? [it.status] : []))
    expect(statuses.filter((it) => it === 'error')).toHaveLength(2)
  })

  it('skips the others when the first one fails', async () => {
    const { events, outcome } = await build({ days: 3, bad: ['2024-01-01'] })
    expect(outcome.results[0]).toMatchObject({ status: 'error', message: 'ERROR' })
    expect(outcome.results[0]?.batches?.failed).toHaveLength(3)
    const statuses = events.flatMap((it) => (it.type === 'batch-finished' ? [it.status] : []))
    expect(statuses).toEqual(['error', 'skipped', 'skipped'])
  })

  it('begins no batch after a failure when it shall fail fast', async () => {
    const { events, outcome } = await build({ bad: ['2024-01-02'], flags: { fail_fast: true } })
    expect(started(events)).toEqual(['2024-01-01', '2024-01-02'])
    expect(outcome.results[0]).toMatchObject({ status: 'partial success' })
    expect(outcome.results[0]?.batches?.failed).toHaveLength(4)
  })

  it('keeps what was built before Ctrl-C', async () => {
    const abort = new AbortController()
    const onRender = (batch: string): void => {
      if (batch === '2024-01-03') abort.abort()
    }
    const { outcome } = await build({ signal: abort.signal, onRender })
    expect(outcome.results[0]).toMatchObject({ status: 'partial success' })
    expect(outcome.results[0]?.batches?.successful).toEqual([day(1), day(2)])
  })

  it('builds only what is left over of an earlier run, whatever shall be made anew', async () => {
    await build({ days: 2 })
    const earlier = { successful: [day(1), day(2)], failed: [day(3)] }
    const { events, outcome } = await build({ earlier, flags: { full_refresh: true } })
    expect(started(events)).toEqual(['2024-01-03'])
    expect(await rows()).toHaveLength(3)
    expect(outcome.results[0]?.batches?.successful).toEqual([day(3), day(1), day(2)])
  })
})
