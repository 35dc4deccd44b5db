import type { Database, SqlTable } from '@btn/adapter'
import { duckdbAdapter } from '@btn/adapter-duckdb'
import { renderText, TracedText } from '@btn/diagnostics'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MemoryHost } from '../memory-host.ts'
import type { Manifest, Node, RunEvent, RunHook, Step } from '../types/index.ts'
import {
  createFakeRuntime,
  fakeCompile,
  fakeHook,
  fakeModel,
  fakeStep,
  fakeTest,
  FakeRelation,
  type FakeOptions,
} from './fake-runtime.ts'
import { run, type RunFlags, type RunInput, type RunOutcome } from './index.ts'

const { dialect } = duckdbAdapter
let database: Database
let host: MemoryHost

beforeEach(async () => {
  const options = { projectName: 'memory', projectRoot: '/project', targetPath: 'target' }
  const { credentials } = duckdbAdapter.checkCredentials(
    { type: 'duckdb', path: ':memory:', schema: 'main' },
    options,
  )
  database = await duckdbAdapter.open(credentials)
  host = new MemoryHost()
})
afterEach(() => database.close())

const flags: RunFlags = {
  empty: false,
  fail_fast: false,
  full_refresh: false,
  one_scan_tests: false,
  sample_failures: true,
  require_batched_execution_for_custom_microbatch_strategy: true,
  latest_version_pointer_enabled_by_default: false,
  require_sql_header_in_test_configs: false,
  skip_nodes_if_on_run_start_fails: true,
  store_failures: false,
  warn_error: false,
  warn_error_options: { error: [], warn: [], silence: [] },
}

interface Given extends Partial<Pick<RunInput, 'threads' | 'signal' | 'showLimit'>> {
  readonly command?: 'build' | 'show' | 'compile'
  readonly flags?: Partial<RunFlags>
  readonly runtime?: Partial<FakeOptions>
  readonly onRunStart?: readonly Node[]
  readonly onRunEnd?: readonly Node[]
  readonly others?: readonly Node[]
}

interface Ran extends RunOutcome {
  readonly events: readonly RunEvent[]
}

async function runAll(
  plan: readonly (readonly [Node, ...Node[]])[],
  given: Given = {},
): Promise<Ran> {
  const { onRunStart = [], onRunEnd = [], others = [] } = given
  const nodes = [...plan.map(([node]) => node), ...onRunStart, ...onRunEnd, ...others]
  const isBuilt = (given.command ?? 'build') === 'build'
  const steps = plan.map(([node, ...after]) =>
    isBuilt ? fakeStep(node, after) : fakeCompile(node, after),
  )
  const hooks = (list: readonly Node[]): RunHook[] =>
    list.map((node) => fakeStep(node)).filter((step) => isHook(step))
  const input: RunInput = {
    manifest: manifestOf(nodes),
    plan: {
      command: given.command ?? 'build',
      selected: steps.map((step) => step.node),
      onRunStart: hooks(onRunStart),
      steps,
      onRunEnd: hooks(onRunEnd),
    },
    runtime: createFakeRuntime({ dialect, ...given.runtime }),
    database,
    dialect,
    host,
    flags: { ...flags, ...given.flags },
    threads: given.threads ?? 1,
    projectRoot: '/project',
    targetPath: 'target',
    batching: {
      windows: { sample: undefined, eventTime: undefined },
      startedAt: host.now(),
      earlierBatches: new Map(),
    },
    signal: given.signal,
    showLimit: given.showLimit,
  }
  const events: RunEvent[] = []
  const running = run(input)
  for (;;) {
    const { done, value } = await running.next()
    if (done) return { ...value, events }
    events.push(value)
  }
}

function isHook(step: Step): step is RunHook {
  return step.kind === 'run-hook'
}

function manifestOf(nodes: readonly Node[]): Manifest {
  const none = new Map()
  return {
    projectName: 'shop',
    adapterType: 'duckdb',
    nodes: new Map(nodes.map((node) => [node.id, node])),
    disabled: none,
    macros: none,
    docs: none,
    groups: none,
    selectors: {},
    parents: none,
    children: none,
    order: nodes.map((node) => node.id),
  }
}

/** `name status`, with the cause of a skip. */
function shown({ results }: RunOutcome): readonly string[] {
  const short = (id: string): string => id.replace(/^\w+\.shop\./, '')
  return results.map(({ node, status, skippedBecauseOf }) =>
    [short(node), status, skippedBecauseOf && short(skippedBecauseOf)].filter(Boolean).join(' '),
  )
}

async function query(sql: string): Promise<SqlTable['rows']> {
  const connection = await database.connect()
  try {
    return (await connection.query(sql)).rows
  } finally {
    await connection.close()
  }
}

const asView = { config: { materialized: 'view' } }
const asIncremental = { config: { materialized: 'incremental', incremental_strategy: 'append' } }

describe('run', () => {
  it('builds tables and views, makes schemas, writes compiled and executed SQL', async () => {
    const a = fakeModel('a', 'select 1 as x union all select 2', { schema: 'extra' })
    const b = fakeModel('b', 'select sum(x) as s from extra.a', asView)
    const ran = await runAll([[b, a], [a]], { threads: 3 })
    expect(shown(ran)).toEqual(['a success', 'b success'])
    expect(await query('select * from b')).toEqual([[3n]])
    expect(ran.results[0]).toMatchObject({
      rows: 2,
      message: 'OK',
      adapterResponse: { _message: 'OK', rows_affected: 2 },
      compiledPath: 'target/compiled/shop/models/a.sql',
      relationName: '"memory"."extra"."a"',
    })
    expect(host.readText('/project/target/compiled/shop/models/b.sql')).toBe(b.rawCode)
    expect(host.readText('/project/target/run/shop/models/b.sql')).toContain(
      'create view "memory"."main"."b__dbt_tmp"',
    )
    expect(ran.made.get(a.id)).toMatchObject({ buildPath: 'target/run/shop/models/a.sql' })
    const types = ran.events.map((event) => event.type)
    expect(types.filter((type) => type.startsWith('step'))).toEqual([
      'step-started',
      'step-finished',
      'step-started',
      'step-finished',
    ])
    expect(types.filter((type) => type === 'statement-sent')).toHaveLength(
      types.filter((type) => type === 'statement-done').length,
    )
    const sent = ran.events.flatMap((event) => (event.type === 'statement-sent' ? [event] : []))
    expect(sent.at(-1)).toMatchObject({ node: b.id })
  })

  it.each([
    ['table', 'table', 'create table m as select 1 as old'],
    ['view', 'table', 'create table m as select 1 as old'],
    ['table', 'view', 'create view m as select 1 as old'],
    ['view', 'view', 'create view m as select 1 as old'],
  ])('puts a %s in the place of a %s', async (materialized, _, before) => {
    await query(before)
    await query('create table m__dbt_tmp as select 1')
    const model = fakeModel('m', 'select 2 as x', { config: { materialized } })
    expect(shown(await runAll([[model]]))).toEqual(['m success'])
    expect(await query('select x from m')).toEqual([[2n]])
    expect(
      await query("select table_name from duckdb_tables() where table_name like '%dbt%'"),
    ).toEqual([])
  })

  it('lets a table select from itself, as a table and as the view it was', async () => {
    await query('create view m as select 1 as x')
    const model = fakeModel('m', 'select x + 1 as x from m')
    await runAll([[model]])
    await runAll([[model]])
    expect(await query('select x from m')).toEqual([[3n]])
  })

  it('keeps what was there when the new one fails', async () => {
    await query('create table m as select 1 as x')
    const model = fakeModel('m', "select error('late') as x", {
      config: { 'post-hook': [{ sql: 'select 1', transaction: true }] },
    })
    const ran = await runAll([[model]])
    expect(shown(ran)).toEqual(['m error'])
    expect(await query('select x from m')).toEqual([[1n]])
  })

  it('uses the project’s own create_table_as', async () => {
    await query('create table m as select 1 as old')
    const macros: FakeOptions['macros'] = {
      create_table_as: ({ args, dialect: { name } }) => {
        const relation = args[1] instanceof FakeRelation ? name(args[1].relation) : ''
        return `create table ${relation} as select 'mine' as x`
      },
    }
    await runAll([[fakeModel('m', 'select 2 as x')]], { runtime: { macros } })
    expect(await query('select x from m')).toEqual([['mine']])
  })

  it('runs hooks around the transaction and inside it', async () => {
    await query(
      "create table log (i integer default nextval('s'), x varchar)".replace(
        " default nextval('s')",
        '',
      ),
    )
    const hook = (x: string, transaction: boolean) => ({
      sql: `insert into log (x) values ('${x}')`,
      transaction,
    })
    const config = {
      'pre-hook': [hook('pre in', true), hook('pre out', false)],
      'post-hook': [hook('post out', false), hook('post in', true)],
    }
    await runAll([[fakeModel('m', 'select count(*) as n from log', { config })]])
    expect(await query('select x from log')).toEqual([
      ['pre out'],
      ['pre in'],
      ['post in'],
      ['post out'],
    ])
    expect(await query('select n from m')).toEqual([[2n]])
  })

  it('undoes hooks inside the transaction when the model fails', async () => {
    await query('create table log (x varchar)')
    const config = { 'pre-hook': [{ sql: "insert into log values ('a')", transaction: true }] }
    await runAll([[fakeModel('m', 'select nope', { config })]])
    expect(await query('select * from log')).toEqual([])
  })

  it('adds to an incremental model, and rebuilds it when asked', async () => {
    const model = fakeModel('m', 'select 1 as x', asIncremental)
    const counts = async () => (await query('select count(*) from m'))[0]?.[0]
    await runAll([[model]])
    expect(await counts()).toBe(1n)
    await runAll([[model]])
    expect(await counts()).toBe(2n)
    await runAll([[model]], { flags: { full_refresh: true } })
    expect(await counts()).toBe(1n)
    expect(await query("select table_name from duckdb_tables() where table_name <> 'm'")).toEqual(
      [],
    )
  })

  it('names the strategies there are when it does not know one', async () => {
    const config = { materialized: 'incremental', incremental_strategy: 'mergee' }
    const model = fakeModel('m', 'select 1 as x', { config })
    expect((await runAll([[model]])).results[0]?.status).toBe('success')
    const ran = await runAll([[model]])
    expect(ran.results[0]?.diagnostics[0]).toMatchObject({
      code: 'incremental-strategy-unknown',
      hint: 'Did you mean "merge"?',
    })
  })

  it('skips what comes after a failure', async () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) =>
      fakeModel(name, name === 'a' ? 'select nope' : 'select 1 as x'),
    )
    if (!a || !b || !c || !d) throw new Error('unreachable')
    const ran = await runAll([[a], [b, a], [c, b], [d]])
    expect(shown(ran)).toEqual(['a error', 'd success', 'b skipped a', 'c skipped a'])
    expect(ran.isInterrupted).toBe(false)
  })

  it('goes on after a failure that the model calls harmless', async () => {
    const a = fakeModel('a', 'select nope', {
      config: { materialized: 'table', on_error: 'continue' },
    })
    const b = fakeModel('b', 'select 1 as x')
    expect(shown(await runAll([[a], [b, a]]))).toEqual(['a error', 'b success'])
    const fast = await runAll([[a], [b, a]], { flags: { fail_fast: true } })
    expect(shown(fast)).toEqual(['a error', 'b skipped'])
  })

  it('stops at the first failure with --fail-fast', async () => {
    const a = fakeModel('a', 'select nope')
    const b = fakeModel('b', 'select 1 as x')
    const end = fakeHook('on-run-end', 0, 'select 1')
    const ran = await runAll([[a], [b]], { flags: { fail_fast: true }, onRunEnd: [end] })
    expect(shown(ran)).toEqual(['a error', 'b skipped', 'shop-on-run-end-0 success'])
    expect(ran.results[1]?.message).toBe('Skipping due to fail_fast')
  })

  it('cancels what runs when it is told to', async () => {
    await query('create table slow as select 1 as x')
    const controller = new AbortController()
    const slow = fakeModel('slow', 'select count(*) as x from range(1000000000) a, range(1000) b')
    const later = fakeModel('later', 'select 1 as x')
    setTimeout(() => controller.abort(), 300)
    const ran = await runAll([[slow], [later, slow]], { signal: controller.signal, threads: 2 })
    expect(shown(ran)).toEqual(['slow skipped', 'later skipped'])
    expect(ran.isInterrupted).toBe(true)
    expect(await query('select x from slow')).toEqual([[1n]])
  })

  it('does nothing when it was told to stop before', async () => {
    const ran = await runAll([[fakeModel('m', 'select 1 as x')]], { signal: AbortSignal.abort() })
    expect(shown(ran)).toEqual(['m skipped'])
  })

  it('runs hooks of the run, and skips everything when the first ones fail', async () => {
    const start = fakeHook('on-run-start', 0, 'create table log as select 1 as x')
    const bad = fakeHook('on-run-start', 1, 'select nope')
    const after = fakeHook('on-run-start', 2, 'select 1')
    const model = fakeModel('m', 'select * from log')
    const fine = await runAll([[model]], { onRunStart: [start] })
    expect(fine.results[0]).toMatchObject({
      message: 'shop.on-run-start.0 passed',
      threadId: 'main',
    })
    const ran = await runAll([[model]], { onRunStart: [bad, after] })
    expect(shown(ran)).toEqual([
      'shop-on-run-start-1 error',
      'shop-on-run-start-2 skipped',
      'm skipped',
    ])
    expect(ran.results[0]?.message).toContain('shop.on-run-start.1 failed, error:\n ')
    expect(ran.results[1]).toMatchObject({
      message: 'shop.on-run-start.2 skipped',
      threadId: 'main',
    })
  })

  it('counts hooks as they come, those that are skipped too', async () => {
    const bad = fakeHook('on-run-start', 0, 'select nope')
    const after = fakeHook('on-run-start', 4, 'select 1')
    const ran = await runAll([], { onRunStart: [bad, after] })
    expect([...ran.made.values()].map((it) => it.hookIndex)).toEqual([1, 2])
  })

  it('puts ephemeral models in front, once each', async () => {
    const config = { materialized: 'ephemeral' }
    const inner = fakeModel('inner', 'select 1 as x', { config })
    const outer = fakeModel('outer', 'select x from __dbt__cte__inner', { config })
    const user = fakeModel('user', 'select a.x from __dbt__cte__outer a, __dbt__cte__inner b')
    const ephemerals = { user: [outer.id, inner.id], outer: [inner.id] }
    const ran = await runAll([[user]], { runtime: { ephemerals }, others: [inner, outer] })
    expect(shown(ran)).toEqual(['user success'])
    expect(ran.results[0]?.compiledCode).toBe(
      'with __dbt__cte__inner as (\nselect 1 as x\n), __dbt__cte__outer as (\nselect x from __dbt__cte__inner\n) ' +
        user.rawCode,
    )
    expect(ran.made.get(user.id)?.extraCtes?.map((it) => it.id)).toEqual([inner.id, outer.id])
    expect(host.readText('/project/target/compiled/shop/models/outer.sql')).toContain(
      'with __dbt__cte__inner',
    )
  })

  it('runs a materialization of the project', async () => {
    const macros: FakeOptions['macros'] = {
      own: async ({ session }) => {
        await session.execute('create table m as select 5 as x', { autoBegin: true })
        await session.commit()
        const relation = { database: 'memory', schema: 'main', name: 'm', type: 'table' } as const
        const relations: FakeRelation[] = [new FakeRelation(relation)]
        return { typeName: 'dict', getItem: () => relations }
      },
      lost: async ({ session }) => {
        await session.execute('create table gone as select 5 as x', { autoBegin: true })
        return { typeName: 'dict', getItem: () => [] }
      },
      wrong: () => '',
    }
    const of = (name: string) => fakeModel(name, 'select 1', { config: { materialized: name } })
    const materializations = { own: 'own', lost: 'lost', wrong: 'wrong' }
    const ran = await runAll([[of('own')], [of('lost')], [of('wrong')]], {
      runtime: { macros, materializations },
    })
    expect(shown(ran)).toEqual(['own success', 'lost success', 'wrong error'])
    expect(await query('select x from m')).toEqual([[5n]])
    expect(await query("select 1 from duckdb_tables() where table_name = 'gone'")).toEqual([])
    expect(ran.events.find((event) => event.type === 'logged')).toMatchObject({
      diagnostic: { code: 'materialization-not-committed' },
    })
  })

  it('throws faults of its own after everything has stopped', async () => {
    const render = () => Promise.reject(new TypeError('a bug'))
    await expect(runAll([[fakeModel('m', '')]], { runtime: { render } })).rejects.toThrow('a bug')
  })

  it('is not slowed down by white space', async () => {
    const ran = await runAll([[fakeModel('m', `${' \n'.repeat(200)}select 1 as x`)]])
    expect(shown(ran)).toEqual(['m success'])
  })

  it('says that a model is empty', async () => {
    const ran = await runAll([[fakeModel('m', '-- nothing\n')]])
    expect(ran.results[0]?.message).toBe(
      'Compilation Error in model m (models/m.sql)\n  the model m has no SQL once its template is rendered',
    )
  })
})

describe('compile and show', () => {
  it('compiles without asking the database', async () => {
    const ran = await runAll([[fakeModel('m', 'select nope')]], { command: 'compile' })
    expect(shown(ran)).toEqual(['m success'])
    expect(ran.results[0]?.compiledCode).toBe('select nope')
    expect(ran.shown.size).toBe(0)
  })

  it.each([
    [2, 'select * from range(9) t(x) order by x desc limit 4;', [[8n], [7n]]],
    [-1, 'select * from range(3) t(x) -- all', [[0n], [1n], [2n]]],
    [0, 'select 1', []],
  ])('reads %j rows of %j', async (showLimit, sql, rows) => {
    const model = fakeModel('m', sql)
    const ran = await runAll([[model]], { command: 'show', showLimit })
    expect(ran.shown.get(model.id)?.rows).toEqual(rows)
  })
})

describe('run of tests', () => {
  const rows = 'select * from (values (1), (2), (3)) t(x)'
  it.each([
    ['pass', undefined, {}, 'select 1 where false'],
    ['fail', 'Got 3 results, configured to fail if != 0', {}, rows],
    ['fail', 'Got 1 result, configured to fail if != 0', {}, 'select 1'],
    ['warn', 'Got 3 results, configured to warn if != 0', { severity: 'warn' }, rows],
    ['warn', 'Got 3 results, configured to warn if > 2', { warn_if: '> 2', error_if: '> 3' }, rows],
    ['pass', undefined, { warn_if: '> 3', error_if: '> 3' }, rows],
    [
      'fail',
      'Got 6 results, configured to fail if > 5',
      { fail_calc: 'sum(x)', error_if: '> 5' },
      rows,
    ],
  ])('%s: %s', async (status, message, config, sql) => {
    const ran = await runAll([[fakeTest('t', sql, { config })]])
    expect(ran.results[0]).toMatchObject({ status, message })
  })

  it('takes warnings for failures when asked', async () => {
    const test = fakeTest('t', rows, { config: { severity: 'warn' } })
    const ran = await runAll([[test]], { flags: { warn_error: true } })
    expect(ran.results[0]).toMatchObject({
      status: 'fail',
      message: 'Got 3 results, configured to fail if != 0',
    })
  })

  it('keeps failing rows, anew each time', async () => {
    const test = fakeTest('t', rows, { config: { store_failures: true } })
    await runAll([[test]])
    const ran = await runAll([[test]])
    expect(ran.results[0]).toMatchObject({ status: 'fail', failures: 3 })
    expect(await query('select count(*) from audit.t')).toEqual([[3n]])
    const asView = fakeTest('t', rows, { config: { store_failures_as: 'view' } })
    await runAll([[asView]])
    expect(await query("select 1 from duckdb_views() where view_name = 't'")).toHaveLength(1)
  })

  it('says what is wrong with a test that counts nothing', async () => {
    const test = fakeTest('t', 'select 1 as x where false', { config: { fail_calc: 'sum(x)' } })
    const ran = await runAll([[test]])
    expect(ran.results[0]?.diagnostics[0]).toMatchObject({ code: 'test-result-value' })
  })
})

describe('errors of the database', () => {
  it('are shown where the user wrote them', async () => {
    const model = fakeModel('m', 'select 1 as first,\n  frist + 1 as second')
    const ran = await runAll([[model]])
    const item = ran.results[0]?.diagnostics[0]
    expect(item && renderText(item)).toMatchInlineSnapshot(`
      "error[database-error]: Binder Error: Referenced column "frist" was not found because the FROM clause is missing
        --> models/m.sql:2:3
        1 | select 1 as first,
        2 |   frist + 1 as second
          |   ^^^^^"
    `)
  })

  it('show the SQL that was sent when an expression wrote it', async () => {
    const source = { path: 'models/m.sql', text: 'select {{ column }} from range(3) t(id)' }
    const render = async () =>
      TracedText.join([
        'select ',
        TracedText.from('idd', { source, start: 7, end: 19 }),
        ' from range(3) t(id)',
      ])
    const ran = await runAll([[fakeModel('m', '')]], { runtime: { render } })
    const item = ran.results[0]?.diagnostics[0]
    expect(item && renderText(item)).toMatchInlineSnapshot(`
      "error[database-error]: Binder Error: Referenced column "idd" not found in FROM clause!
        --> models/m.sql:1:8
        1 | select {{ column }} from range(3) t(id)
          |        ^^^^^^^^^^^^
        in the SQL that was sent:
        --> target/run/shop/models/m.sql:2:8
        1 | create or replace table "memory"."main"."m" as (
        2 | select idd from range(3) t(id)
          |        ^^^
        3 | );
      hint: Did you mean "id"?"
    `)
  })
})
