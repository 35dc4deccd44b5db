import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mendRows } from './mends.ts'
import type { LoadStep } from './run-load.ts'
import { LoadBench, toRequest, type LoadSpec } from './test-kit.ts'

// A load is killed after each of its steps, in a process of its own. Yesterday's rows are there, or today's: never both, never none. One of them was mended yesterday.

const bench = new LoadBench()
const modules = join(createRequire(import.meta.url).resolve('@duckdb/node-api'), '../../../..')
const strategies = {
  replace: { kind: 'replace' },
  append: { kind: 'append' },
  upsert: { kind: 'upsert', key: ['id'] },
  partition: { kind: 'partition', column: 'day', value: "date '2025-01-01'" },
} as const

const worker = `
import { duckdbAdapter } from './index.ts'
import { inspectFiles } from './load/files/inspect-files.ts'
import { PlainLists } from './load/keep-order.ts'
import { runLoad } from './load/run-load.ts'

void (async () => {
  const [folder, deadly, text] = process.argv.slice(2)
  const given = JSON.parse(text)
  const { credentials } = duckdbAdapter.checkCredentials(
    { type: 'duckdb', path: folder + '/shop.duckdb' },
    { projectName: 'shop', projectRoot: folder, targetPath: 'target' },
  )
  const database = await duckdbAdapter.open(credentials)
  const connection = await database.connect()
  const inspection = await inspectFiles({ patterns: [folder + '/orders.csv'], options: {}, root: folder })
  const onStep = (step) => {
    if (step === deadly) process.kill(process.pid, 'SIGKILL')
  }
  await runLoad({ catalog: database.catalog, lists: new PlainLists(), onStep }, connection, {
    ...given,
    files: inspection.files.map((file) => ({ file, loadId: BigInt(given.loadId), supersedes: given.supersedes.map(BigInt) })),
    inspection,
    loadedAt: new Date(),
    beforeCommit: () => ['insert into log values (' + given.loadId + ')'],
    mended: { form: { options: {} }, beforeCommit: () => [] },
    onRefused: () => [],
  })
  await inspection.close()
  await database.close()
})()`

beforeAll(() => {
  buildSync({
    stdin: { contents: worker, resolveDir: join(import.meta.dirname, '..'), loader: 'ts' },
    outfile: join(bench.folder, 'worker.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['@duckdb/node-api'],
    supported: { 'dynamic-import': false },
    logLevel: 'error',
  })
})
afterAll(() => bench.remove())

type Strategy = keyof typeof strategies

/** Rows that tell their lines are copied from the stage; others come from the file, by a second scan. */
type Lineage = NonNullable<LoadSpec['lineage']>

interface Subject {
  readonly strategy: Strategy
  readonly lineage: Lineage
}

function spec(
  { strategy, lineage }: Subject,
  loadId: number,
  supersedes: readonly number[],
): LoadSpec {
  return {
    table: strategy,
    from: ['orders.csv'],
    columns: { id: 'integer', value: 'varchar' },
    strategy: strategies[strategy],
    lineage,
    loadId: BigInt(loadId),
    supersedes: supersedes.map(BigInt),
    quarantine: {
      table: { database: 'shop', schema: 'btn_quarantine', name: strategy },
      files: [
        {
          path: join(bench.folder, `${strategy}.csv`),
          format: 'csv',
          options: { header: false },
          columns: [{ kind: 'all-raw' }],
          join: '|',
        },
      ],
    },
    beforeCommit: () => [`insert into log values (${loadId})`],
    mended: { form: { options: {} }, beforeCommit: () => [] },
  }
}

/** Loads in a process that ends itself; the same load as `spec(subject, 2, [1])`. */
function loadAndDie(subject: Subject, dieAfter: LoadStep): NodeJS.Signals | null {
  const {
    files: _files,
    inspection: _inspection,
    loadedAt: _loadedAt,
    ...given
  } = toRequest(spec(subject, 2, [1]), { files: [], close: () => Promise.resolve() })
  const text = JSON.stringify({ ...given, loadId: 2, supersedes: [1] })
  const args = [join(bench.folder, 'worker.cjs'), bench.folder, dieAfter, text]
  const env = { ...process.env, NODE_PATH: modules }
  const ended = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  if (ended.status !== null) throw new Error(`it did not die: ${ended.stderr}`)
  return ended.signal
}

const yesterday = {
  text: 'id,value\n1,old\n2,old\nx,old\n',
  rows: [
    [1, 'old', 2],
    [2, 'old', 3],
  ],
}
const today = {
  text: 'id,value\ny,new\n1,new\n3,new\nx,old\n',
  rows: [
    [1, 'new', 3],
    [3, 'new', 4],
    [9, 'old', 5],
  ],
}
/** An upsert keeps what no row of today has the key of. */
const merged = [
  [1, 'new', 3],
  [2, 'old', 3],
  [3, 'new', 4],
  [9, 'old', 5],
]

async function look({ strategy, lineage }: Subject) {
  const line = lineage.includes('line') ? '_line' : 'null'
  const rows = await bench.rows(`select id, value, ${line} from raw.${strategy} order by all`)
  const noted = await bench.rows('select * from log order by all')
  const pending = await bench.rows(
    `select raw['id'] from btn_quarantine.${strategy} where superseded_at is null and replayed_at is null order by all`,
  )
  const left = await bench.rows(
    "select table_name from duckdb_tables() where contains(table_name, '__btn_')",
  )
  return { rows, noted, pending, left }
}

const all: readonly LoadStep[] = [
  ...(['staged', 'judged', 'quarantined', 'stripped', 'changed', 'renamed', 'done'] as const),
]
const cases = [
  ...all.map((step) => ['replace', step] as const),
  ...(['append', 'upsert', 'partition'] as const).flatMap((strategy) =>
    (['judged', 'changed', 'done'] as const).map((step) => [strategy, step] as const),
  ),
].flatMap(([strategy, step]) =>
  (strategy === 'replace' ? [['line'] as const] : [['line'] as const, []]).map(
    (lineage) => [strategy, lineage, step] as const,
  ),
)

test.each(cases)('%s with %j, killed when %s', async (strategy, lineage, step) => {
  const subject = { strategy, lineage }
  const shown = (rows: typeof merged) =>
    rows.map(([id, value, line]) => [id, value, lineage.length > 0 ? line : null])
  await bench.open()
  await bench.connection.execute(
    'drop schema if exists raw cascade; drop schema if exists btn_quarantine cascade; create or replace table log (id integer)',
  )
  bench.write('orders.csv', yesterday.text)
  await bench.load(spec(subject, 1, []))
  await mendRows(bench.connection, {
    from: { database: 'shop', schema: 'btn_quarantine', name: strategy },
    where: "raw['id'] = 'x'",
    change: { id: '9' },
    mendedAt: new Date(),
  })
  await bench.close()
  bench.write('orders.csv', today.text)
  expect(loadAndDie(subject, step)).toBe('SIGKILL')
  await bench.open()
  const rowsOfToday = shown(strategy === 'upsert' ? merged : today.rows)
  const isDone = step === 'done'
  expect(await look(subject)).toMatchObject({
    rows: isDone ? rowsOfToday : shown(yesterday.rows),
    noted: isDone ? [[1], [2]] : [[1]],
    pending: isDone ? [['y']] : [['x']],
  })
  await bench.load(spec(subject, 3, [1, 2]))
  expect(await look(subject)).toEqual({
    rows: rowsOfToday,
    noted: isDone ? [[1], [2], [3]] : [[1], [3]],
    pending: [['y']],
    left: [],
  })
  expect(bench.read(`${strategy}.csv`)).toBe('y,new\nx,old\n')
  await bench.close()
})
