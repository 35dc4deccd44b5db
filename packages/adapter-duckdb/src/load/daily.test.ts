import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Cleaner, Rule } from '@btn/adapter'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LoadBench, type LoadSpec } from './test-kit.ts'

// Messy files of a day, under the contract of their page: every kind of cleaner, duplicates of both kinds, foreign keys within a partition.

const data = process.env['BTN_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data')
const isThere = existsSync(data)
if (!isThere) console.warn(`skipped: the figures of the real files, which are not in ${data}`)

const bench = new LoadBench()
beforeAll(async () => {
  await bench.open()
  await bench.connection.execute(
    "create macro is_email(x) as regexp_full_match(x, '[^@\\s]+@[^@\\s]+\\.[^@\\s]+')",
  )
})
afterAll(() => bench.remove())

const sql = (text: string): Cleaner => ({ kind: 'sql', sql: text })
const map = (values: Readonly<Record<string, readonly string[]>>): Cleaner => ({
  kind: 'map',
  values,
  otherwise: 'null',
})
const instant: Cleaner = {
  kind: 'instant',
  forms: ['iso', 'epoch', 'yyyymmdd'],
  years: [
    { kind: 'year', year: 1900 },
    { kind: 'after', years: 1 },
  ],
}
const customerId = sql(
  "coalesce(nullif(regexp_extract(lower(customer_id), 'c[0-9]{5}'), ''), lower(customer_id))",
)
const rules = (checks: Readonly<Record<string, string>>): readonly Rule[] =>
  Object.entries(checks).map(([name, check]) => ({
    name,
    check: { kind: 'sql', sql: check },
    severity: 'error',
  }))
const orphan: Rule = {
  name: 'orphan_customer_id',
  severity: 'error',
  check: {
    kind: 'foreign-key',
    columns: ['customer_id'],
    to: { database: 'shop', schema: 'raw', name: 'customers' },
    toColumns: ['customer_id'],
  },
}

const texts = (...names: readonly string[]) =>
  Object.fromEntries(names.map((it) => [it, 'varchar']))
const dedupe = (key: string, prefer: readonly string[]) =>
  ({ rows: true, ignore: ['ingest_date'], key: [key], prefer, when: 'before_rules' }) as const

const tables: readonly Omit<LoadSpec, 'from'>[] = [
  {
    table: 'customers',
    columns: {
      ...texts('customer_id', 'email', 'country', 'status'),
      created_at: 'timestamp',
      ingest_date: 'date',
    },
    contract: {
      types: 'null',
      clean: {
        customer_id: customerId,
        email: sql('lower(email)'),
        created_at: instant,
        ingest_date: sql('{date}'),
        country: map({
          US: ['us', 'usa', 'united states'],
          GB: ['uk', 'gb', 'united kingdom', 'great britain'],
          IN: ['in', 'india'],
        }),
        status: { kind: 'nearest', values: ['active', 'inactive', 'banned'], atLeast: 0.8 },
      },
      dedupe: dedupe('customer_id', [
        'created_at is not null',
        'created_at',
        'coalesce(is_email(email), false)',
      ]),
      rules: rules({
        missing_customer_id: 'customer_id is not null',
        invalid_customer_id: "regexp_full_match(customer_id, 'c[0-9]{5}')",
        missing_created_at: 'created_at is not null',
        created_at_out_of_range: "created_at < date_trunc('day', ingest_date) + interval 1 day",
        missing_email: 'email is not null',
        invalid_email: 'is_email(email)',
        invalid_status: "coalesce(status, '') in ('active', 'inactive', 'banned')",
        invalid_country: 'country is not null',
      }),
    },
  },
  {
    table: 'events',
    columns: {
      ...texts('event_id', 'customer_id', 'event_type', 'platform', 'session_id'),
      event_time: 'timestamp',
      duration_ms: 'bigint',
      ingest_date: 'date',
    },
    contract: {
      types: 'null',
      clean: {
        customer_id: customerId,
        event_time: instant,
        event_type: { kind: 'case', to: 'lower' },
        ingest_date: sql('{date}'),
        platform: map({
          ios: ['ios', 'iphone'],
          android: ['android', 'and'],
          web: ['web', 'browser'],
        }),
      },
      dedupe: dedupe('event_id', [
        ...['event_time', 'customer_id', 'event_type', 'platform', 'session_id', 'duration_ms'].map(
          (it) => `${it} is not null`,
        ),
        'event_time',
      ]),
      rules: [
        ...rules({
          missing_event_id: 'event_id is not null',
          missing_customer_id: 'customer_id is not null',
          missing_event_type: 'event_type is not null',
          missing_platform: 'platform is not null',
          invalid_event_time: 'event_time is not null',
          negative_duration: 'duration_ms >= 0',
          duration_exceeds_max: 'duration_ms <= 86400000',
        }),
        orphan,
      ],
    },
  },
  {
    table: 'orders',
    columns: {
      ...texts('order_id', 'customer_id', 'currency', 'status'),
      order_time: 'timestamp',
      amount: 'double',
      ingest_date: 'date',
    },
    contract: {
      types: 'null',
      clean: {
        customer_id: customerId,
        order_time: instant,
        ingest_date: sql('{date}'),
        currency: map({ USD: ['usd', '$', 'us$'], EUR: ['eur', '€'] }),
        status: map({
          paid: ['paid', 'succeeded'],
          failed: ['failed'],
          refunded: ['refunded'],
          chargeback: ['chargeback'],
        }),
      },
      dedupe: dedupe('order_id', [
        ...['order_time', 'customer_id', 'amount', 'currency', 'status'].map(
          (it) => `${it} is not null`,
        ),
        'order_time',
      ]),
      rules: [
        ...rules({
          missing_order_id: 'order_id is not null',
          missing_customer_id: 'customer_id is not null',
          invalid_order_time: 'order_time is not null',
          unknown_currency: 'currency is not null',
          missing_amount: 'amount is not null',
          negative_amount: 'amount >= 0',
          paid_requires_positive_amount: "status <> 'paid' or amount > 0",
          failed_should_not_have_positive_amount: "status <> 'failed' or amount <= 0",
          refund_requires_positive_amount: "status not in ('refunded', 'chargeback') or amount > 0",
          missing_status: 'status is not null',
        }),
        orphan,
      ],
    },
  },
]

async function loadDay(date: string) {
  const figures: Record<string, readonly number[]> = {}
  for (const spec of tables) {
    const where = `ingest_date = date '${date}'`
    const contract = {
      ...spec.contract,
      rules: (spec.contract?.rules ?? []).map((it): Rule =>
        it.check.kind === 'foreign-key' ? { ...it, check: { ...it.check, where } } : it,
      ),
    }
    const { files } = await bench.load({
      ...spec,
      contract,
      date,
      from: [join(data, `daily_partitions/ingest_date=${date}/${spec.table}_raw.csv`)],
      strategy: { kind: 'partition', column: 'ingest_date', value: `date '${date}'` },
    })
    figures[spec.table] = files.flatMap((it) => [it.rowsLoaded, it.rowsRejected])
  }
  return figures
}

describe.skipIf(!isThere)('the real files', () => {
  test('have the figures of their page, also a second time', async () => {
    const first = { customers: [91, 109], events: [1161, 3839], orders: [62, 338] }
    expect(await loadDay('2025-12-10')).toEqual(first)
    expect(await loadDay('2025-12-12')).toEqual({
      customers: [91, 109],
      events: [1142, 3858],
      orders: [52, 348],
    })
    const before = await bench.rows("select * from raw.events where ingest_date = '2025-12-12'")
    expect(await loadDay('2025-12-10')).toEqual(first)
    expect(await bench.rows('select count(*) from raw.events')).toEqual([[1161 + 1142]])
    expect(await bench.rows("select * from raw.events where ingest_date = '2025-12-12'")).toEqual(
      before,
    )
  })
})
