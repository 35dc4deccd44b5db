import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, checksums, findRealFiles, onRealFiles } from './example.ts'
import { startBtn } from './process.ts'
import { createWorkspace, repository, runLine, type Workspace } from './workspace.ts'

const example = join(repository, 'examples/daily_partitions')
const realFiles = findRealFiles('daily_partitions')
const outputs = ['clean', 'quarantine', 'metrics', 'reports']
const dates = Array.from({ length: 11 }, (_, index) => `2025-12-${10 + index}`)

interface Place {
  readonly workspace: Workspace
  /** What every command is given besides. */
  readonly options: string
}

async function build(place: Place, when: string): Promise<string> {
  const line = `btn build ${when} ${place.options}`
  const { output, exitCode } = await runLine(line, place.workspace)
  expect(exitCode, output).toBe(0)
  return output
}

/** Every output of the project, by path below out_dir. */
const files = ({ workspace }: Place, outDir = 'target') =>
  checksums(join(workspace.folder, outDir), outputs)

const without = (all: Readonly<Record<string, string>>, date: string) =>
  Object.fromEntries(Object.entries(all).filter(([path]) => !path.includes(date)))

const counts = ({ workspace, options }: Place) =>
  ask(
    workspace,
    `select ingest_date::varchar as ingest_date, dataset, clean, quarantine from {{ ref('load_log') }} order by all`,
    options,
  )

function report({ workspace }: Place, date: string, name: string): unknown {
  const path = join(workspace.folder, 'target/reports', `ingest_date=${date}`, `${name}.json`)
  return JSON.parse(readFileSync(path, 'utf8'))
}

function missingHours(count: number) {
  const details = { missing_hours: count, threshold: 4, expected_hours: 24 }
  return { type: 'missing_hour_coverage', severity: 'warn', details }
}

/** Built day by day, then in one range into another folder, then both again: always the same bytes. */
function describeRuns(place: () => Place, days: readonly string[]): void {
  it('gives the same bytes day by day, as a range, and again', async () => {
    for (const date of days) {
      const before = files(place())
      await build(place(), `--date ${date}`)
      expect(without(files(place()), date), 'other days are left alone').toEqual(before)
    }
    const first = files(place())
    expect(Object.keys(first).length).toBe(10 * days.length)
    const numbers = await counts(place())
    const range = `--start ${days.at(0)} --end ${days.at(-1)}`
    await build(place(), range)
    expect(files(place())).toEqual(first)
    await build(place(), `--date ${days.at(1)} --reload`)
    expect(files(place())).toEqual(first)
    expect(await counts(place()), 'nothing is counted twice').toEqual(numbers)
    rmSync(join(place().workspace.folder, 'target'), { recursive: true })
    await build(place(), range)
    expect(files(place()), 'a range is its days').toEqual(first)
  })
}

describe('on the sample', { timeout: 240_000 }, () => {
  const workspace = createWorkspace(example)
  const place: Place = { workspace, options: '' }
  afterAll(() => workspace.remove())

  describeRuns(() => place, dates.slice(0, 4))

  it('tells of hours without events, and of a day with far fewer than those before', async () => {
    const output = await build(place, '--start 2025-12-10 --end 2025-12-20')
    expect(output).toContain('missing_hour_coverage is 6, limit 4')
    const flags = dates.map((date) => report(place, date, 'alerts'))
    const expected = dates.map((ingest_date) => ({
      ingest_date,
      flags:
        ingest_date === '2025-12-11'
          ? [missingHours(6)]
          : ingest_date === '2025-12-18'
            ? [expect.objectContaining({ type: 'volume_drop', severity: 'warn' })]
            : [],
    }))
    expect(flags).toEqual(expected)
  })

  it('reports what became of the rows of a day', async () => {
    expect(report(place, '2025-12-10', 'validation_report')).toMatchObject({
      ingest_date: '2025-12-10',
      customers: { total: 60, clean: 44, quarantine: 16, duplicates: { rows: 2, keys: 2 } },
      events: { total: 240, clean: 151, quarantine: 89, duplicates: { rows: 8, keys: 4 } },
      orders: { total: 80, clean: 46, quarantine: 34, duplicates: { rows: 3, keys: 2 } },
    })
  })

  it('keeps every reason of a row, in the order of the rules', async () => {
    const reasons = async (dataset: string) =>
      (
        await ask(
          workspace,
          `select distinct reject_reason from {{ ref('quarantine_${dataset}') }} order by 1`,
        )
      ).map((row) => row['reject_reason'])
    const customers = await reasons('customers')
    expect(customers).toEqual(
      expect.arrayContaining([
        'missing_customer_id',
        'invalid_customer_id',
        'missing_created_at',
        'created_at_out_of_range',
        'missing_email',
        'invalid_email',
        'invalid_status',
        'invalid_country',
        'invalid_email|invalid_status|invalid_country',
      ]),
    )
    expect(await reasons('events')).toEqual(
      expect.arrayContaining([
        'missing_event_id',
        'missing_customer_id',
        'negative_duration',
        'duration_exceeds_max',
        'orphan_customer_id',
        'missing_event_type|missing_platform|invalid_event_time',
      ]),
    )
    expect(await reasons('orders')).toEqual(
      expect.arrayContaining([
        'missing_order_id',
        'negative_amount',
        'paid_requires_positive_amount',
        'failed_should_not_have_positive_amount',
        'refund_requires_positive_amount',
        'invalid_order_time|unknown_currency|missing_amount|missing_status',
      ]),
    )
  })

  it('reads every form of a timestamp, an id and a status', async () => {
    const [found] = await ask(
      workspace,
      `select
        count(*) filter (not regexp_full_match(customer_id, 'c[0-9]{5}')) as bad_ids,
        count(*) filter (status not in ('active', 'inactive', 'banned')) as bad_statuses,
        count(*) filter (year(created_at) not in (2024, 2025)) as bad_years
      from {{ ref('clean_customers') }}`,
    )
    expect(found).toEqual({ bad_ids: 0, bad_statuses: 0, bad_years: 0 })
  })

  it('runs nothing when a day of the range has no folder', async () => {
    const before = files(place)
    const line = 'btn build --start 2025-12-19 --end 2025-12-22'
    const { output, exitCode } = await runLine(line, workspace)
    expect(exitCode).toBe(2)
    expect(output).toContain('no files for 2025-12-21 in data/ingest_date=2025-12-21')
    expect(output).not.toContain('Partition 2025-12-19')
    expect(files(place)).toEqual(before)
  })

  it('leaves the day as it was when it is killed', async () => {
    const before = files(place)
    appendFileSync(
      join(workspace.folder, 'data/ingest_date=2025-12-14/customers_raw.csv'),
      'c00999,late@example.com,2025-12-01 00:00:00,US,active,2025-12-14\r\nc00998,late,,,,\r\n',
    )
    for (const moment of ['loaded raw.customers', 'model main.clean_events']) {
      const running = startBtn(['build', '--reload', '--date', '2025-12-14'], workspace)
      await running.untilPrinted(moment)
      running.child.kill('SIGKILL')
      await running.ended
      expect(files(place)).toEqual(before)
    }
    await build(place, '--date 2025-12-14')
    const after = files(place)
    expect(without(after, '2025-12-14')).toEqual(without(before, '2025-12-14'))
    const changed = Object.keys(after).filter((path) => after[path] !== before[path])
    expect(changed).toEqual(
      expect.arrayContaining([
        'clean/customers/ingest_date=2025-12-14/data.parquet',
        'quarantine/customers/ingest_date=2025-12-14/data.parquet',
        'metrics/daily_metrics/ingest_date=2025-12-14/data.parquet',
      ]),
    )
  })
})

describe.skipIf(!realFiles)(
  onRealFiles('on the real files', realFiles),
  { timeout: 300_000 },
  () => {
    let workspace: Workspace
    const place = (): Place => ({
      workspace,
      options: `--vars '{data_dir: "${realFiles ?? ''}"}'`,
    })
    beforeAll(() => {
      workspace = createWorkspace(example)
    })
    afterAll(() => workspace.remove())

    describeRuns(place, dates.slice(0, 3))

    it('gives the known figures', async () => {
      await build(place(), '--start 2025-12-13 --end 2025-12-20')
      expect(await counts(place())).toHaveLength(3 * dates.length)
      expect(await counts(place())).toEqual(
        expect.arrayContaining([
          { ingest_date: '2025-12-10', dataset: 'customers', clean: 91, quarantine: 109 },
          { ingest_date: '2025-12-10', dataset: 'events', clean: 1161, quarantine: 3839 },
          { ingest_date: '2025-12-10', dataset: 'orders', clean: 62, quarantine: 338 },
          { ingest_date: '2025-12-12', dataset: 'customers', clean: 91, quarantine: 109 },
          { ingest_date: '2025-12-12', dataset: 'events', clean: 1142, quarantine: 3858 },
          { ingest_date: '2025-12-12', dataset: 'orders', clean: 52, quarantine: 348 },
        ]),
      )
    })
  },
)
