// What can be wrong with a row. Each flaw tells the rows that come in place of a good one.

/** @typedef {import('./exports.mjs').Flaw} Flaw */
/** @typedef {import('./exports.mjs').Row} Row */

/** @param {Row} values @returns {Flaw} */
const becomes = (values) => (row) => [{ ...row, ...values }]

/** @type {Flaw} */
const twice = (row) => [row, row]

/** Full duplicates may differ in the day that they claim to be of. @type {Flaw} */
const twiceOnAnotherDay = (row) => [row, { ...row, ingest_date: '2099-01-01' }]

/** The worse of two with the same key. @param {Row} values @returns {Flaw} */
const worse = (values) => (row) => [{ ...row, ...values }, row]

/** @param {string} column @returns {Flaw} */
const insideText = (column) => (row) => [{ ...row, [column]: `unknown_${row[column]}` }]

/** @param {string} column @returns {Flaw} */
const shouted = (column) => (row) => [
  { ...row, [column]: ` ${String(row[column]).toUpperCase()} ` },
]

/** A day after the export. @type {Flaw} */
const createdTomorrow = (row, _random, { startMs }) => [
  { ...row, created_at: new Date(startMs + 30 * 3_600_000).toISOString() },
]

/** @type {readonly Flaw[]} */
export const customerFlaws = [
  becomes({ customer_id: '' }),
  becomes({ customer_id: 'guest' }),
  insideText('customer_id'),
  shouted('customer_id'),
  becomes({ created_at: '' }),
  becomes({ created_at: 'not a date' }),
  becomes({ created_at: '1899-12-31 10:00:00' }),
  createdTomorrow,
  worse({ created_at: 'not a date' }),
  worse({ created_at: '2024-01-01 00:00:00' }),
  becomes({ email: '' }),
  becomes({ email: 'user.example.com' }),
  becomes({ status: '' }),
  becomes({ status: 'deleted' }),
  becomes({ country: '' }),
  becomes({ country: 'BR' }),
  becomes({ country: 'N/A', email: 'nobody', status: '' }),
  becomes({ ingest_date: '2099-01-01' }),
  twice,
  twiceOnAnotherDay,
]

/** @type {readonly Flaw[]} */
export const eventFlaws = [
  becomes({ event_id: '' }),
  becomes({ customer_id: '' }),
  becomes({ customer_id: 'c99999' }),
  insideText('customer_id'),
  shouted('customer_id'),
  becomes({ event_time: '' }),
  becomes({ event_time: 'bad-ts' }),
  becomes({ event_time: '2031-01-01 00:00:00' }),
  becomes({ event_type: '' }),
  becomes({ platform: '' }),
  becomes({ platform: 'fridge' }),
  becomes({ platform: '', event_type: '', event_time: 'bad-ts' }),
  becomes({ duration_ms: -250 }),
  becomes({ duration_ms: 86_400_001 }),
  becomes({ duration_ms: 'long' }),
  worse({ session_id: '' }),
  worse({ platform: '' }),
  twice,
  twiceOnAnotherDay,
]

/** @type {readonly Flaw[]} */
export const orderFlaws = [
  becomes({ order_id: '' }),
  becomes({ customer_id: '' }),
  becomes({ customer_id: 'c99999' }),
  insideText('customer_id'),
  becomes({ order_time: 'not-a-time' }),
  becomes({ currency: '' }),
  becomes({ currency: '???' }),
  becomes({ amount: '' }),
  becomes({ amount: 'ten' }),
  becomes({ amount: -8.92, status: 'failed' }),
  becomes({ amount: 0, status: 'paid' }),
  becomes({ amount: 12.5, status: 'failed' }),
  becomes({ amount: 0, status: 'refunded' }),
  becomes({ amount: 0, status: 'chargeback' }),
  becomes({ status: '' }),
  becomes({ status: 'pending' }),
  becomes({ order_time: 'not-a-time', currency: '???', amount: '', status: '' }),
  worse({ amount: '' }),
  worse({ order_time: 'not-a-time' }),
  twice,
  twiceOnAnotherDay,
]
