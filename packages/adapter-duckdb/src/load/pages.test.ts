import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LoadOutcome, Rule } from '@btn/adapter'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LoadBench } from './test-kit.ts'

// The figures of the real files, where they are: `../shared/data` beside the repository, or where BTN_DATA says.

const data = process.env['BTN_DATA'] ?? join(import.meta.dirname, '../../../../../shared/data')
const isThere = existsSync(data)
if (!isThere) console.warn(`skipped: the figures of the real files, which are not in ${data}`)

const bench = new LoadBench()
beforeAll(() => bench.open())
afterAll(() => bench.remove())

function rules(checks: Readonly<Record<string, string>>): readonly Rule[] {
  return Object.entries(checks).map(([name, sql]) => ({
    name,
    check: { kind: 'sql', sql },
    severity: 'error',
  }))
}

function total(outcome: LoadOutcome, key: 'rowsRead' | 'rowsLoaded' | 'rowsRejected'): number {
  return outcome.files.reduce((sum, file) => sum + file[key], 0)
}

describe.skipIf(!isThere)('the real files', () => {
  test('puffy: headers drift, rows without a client are rejected', async () => {
    const names = [
      'client_id',
      'page_url',
      'referrer',
      'timestamp',
      'event_name',
      'event_data',
      'user_agent',
    ]
    const kinds = [
      ...['page_viewed', 'email_filled_on_popup', 'product_added_to_cart'],
      ...['checkout_started', 'checkout_completed', 'purchase'],
    ]
    const outcome = await bench.load({
      table: 'events',
      from: [join(data, 'puffy/events_*.csv')],
      set: { root: data },
      strategy: { kind: 'append' },
      rename: { clientId: 'client_id' },
      columns: Object.fromEntries(names.map((it) => [it, it === 'timestamp' ? it : 'varchar'])),
      contract: {
        clean: { event_data: { kind: 'sql', sql: "coalesce(event_data, '{}')" } },
        rules: rules({
          missing_client_id: 'client_id is not null',
          missing_timestamp: 'timestamp is not null',
          unknown_event: `event_name in (${kinds.map((it) => `'${it}'`).join(', ')})`,
          missing_event_name: 'event_name is not null',
          invalid_event_data: 'json_valid(raw.event_data)',
          missing_user_agent: 'user_agent is not null',
          missing_page_url: 'page_url is not null',
        }),
      },
      quarantine: {
        table: { database: 'shop', schema: 'btn_quarantine', name: 'raw__events' },
        files: [
          {
            path: join(bench.folder, 'quarantine/{file_stem}_errors.csv'),
            format: 'csv',
            options: {},
            join: '|',
            columns: [
              { kind: 'all-raw' },
              { kind: 'named', name: 'line_number', sql: 'line_number' },
              { kind: 'named', name: 'error_reason', sql: 'error_reason' },
            ],
          },
        ],
      },
    })
    expect(total(outcome, 'rowsRead')).toBe(49_963)
    expect(total(outcome, 'rowsLoaded')).toBe(47_055)
    expect(total(outcome, 'rowsRejected')).toBe(2_908)
    const reasons = new Set(outcome.files.flatMap((file) => Object.keys(file.reasons)))
    expect([...reasons]).toEqual(['missing_client_id'])
    expect(outcome.files[0]?.drift).toEqual({ missing: [], extra: [], renamed: {} })
    expect(outcome.files.at(-1)?.drift).toEqual({
      missing: ['referrer'],
      extra: [],
      renamed: { clientId: 'client_id' },
    })
    expect(await bench.rows('select count(*) from raw.events')).toEqual([[47_055]])
    await checkLines(outcome)
    const written = bench.read('quarantine/events_20250308_errors.csv').split('\n')
    expect(written[0]).toBe(
      'clientId,page_url,timestamp,event_name,event_data,user_agent,line_number,error_reason',
    )
    expect(written[1]).toMatch(/^,.*,\d+,missing_client_id$/)
  })

  /** Each rejected line of a file is one that has no client. */
  async function checkLines(outcome: LoadOutcome): Promise<void> {
    const { shownPath } = outcome.files[0]?.file ?? { shownPath: '' }
    const lines = readFileSync(join(data, shownPath), 'utf8').split('\n')
    const rejected = await bench.rows(
      `select line_number from btn_quarantine.raw__events where file = '${shownPath}'`,
    )
    expect(rejected.length).toBe(outcome.files[0]?.rowsRejected)
    const wrong = rejected.filter(([line]) => !lines[Number(line) - 1]?.startsWith(','))
    expect(wrong).toEqual([])
  }

  test('customer 360: three formats', async () => {
    const from = (name: string) => [join(data, 'customer_360', name)]
    const leads = await bench.load({
      table: 'leads',
      from: from('crm_leads.csv'),
      columns: {
        lead_id: 'varchar',
        full_name: 'varchar',
        email: 'varchar',
        creation_date: 'date',
      },
      contract: {
        clean: {
          full_name: { kind: 'case', to: 'title' },
          email: { kind: 'sql', sql: 'lower(email)' },
        },
        dedupe: {
          rows: false,
          ignore: [],
          key: ['email'],
          prefer: ['creation_date'],
          when: 'before_rules',
        },
      },
    })
    expect(total(leads, 'rowsRead')).toBe(10)
    expect(total(leads, 'rowsLoaded')).toBe(8)
    const transactions = await bench.load({
      table: 'transactions',
      from: from('transactions.txt'),
      set: { format: 'csv', options: { delimiter: '|' } },
      columns: {
        transaction_id: 'varchar',
        user_uuid: 'varchar',
        amount: 'double',
        status: 'varchar',
      },
      contract: {
        types: 'null',
        rules: [
          {
            name: 'amount_not_a_number',
            check: { kind: 'sql', sql: 'amount is not null' },
            severity: 'error',
            reason: 'Invalid amount ({raw.amount})',
          },
          {
            name: 'amount_not_positive',
            check: { kind: 'sql', sql: 'amount > 0' },
            severity: 'error',
            reason: 'Non-positive amount ({amount})',
          },
        ],
      },
      quarantine: {
        files: [
          {
            path: join(bench.folder, 'rejected_transactions.log'),
            format: 'csv',
            options: { delimiter: '|', header: true },
            join: '|',
            columns: [
              { kind: 'named', name: 'transaction_id', sql: 'transaction_id' },
              { kind: 'named', name: 'status', sql: 'status' },
              { kind: 'named', name: 'amount', sql: 'coalesce(amount::varchar, raw.amount)' },
              { kind: 'named', name: 'reason', sql: 'error_reason' },
            ],
          },
        ],
      },
    })
    expect([total(transactions, 'rowsLoaded'), total(transactions, 'rowsRejected')]).toEqual([6, 2])
    const log = bench.read('rejected_transactions.log')
    expect(log).toContain('transaction_id|status|amount|reason\n')
    expect(log).toContain('TX-4003|Refunded|-10.0|Non-positive amount (-10.0)\n')
    const activity = await bench.load({
      table: 'activity',
      from: from('web_activity.json'),
      set: { format: 'jsonl' },
      columns: { user_uuid: 'varchar', page_view_count: 'bigint', last_seen_ts: 'timestamp' },
      contract: { rules: rules({ missing_user_uuid: 'user_uuid is not null' }) },
    })
    expect([total(activity, 'rowsLoaded'), total(activity, 'rowsRejected')]).toEqual([6, 2])
    expect(await bench.rows('select count(distinct user_uuid) from raw.activity')).toEqual([[5]])
  })
})
