// The exports of a day, row by row: mostly fine, with every flaw that the rules know.

import { integer, pick, randomStream } from '../../../tools/data/random.mjs'
import { customerFlaws, eventFlaws, orderFlaws } from './flaws.mjs'

/** @typedef {import('../../../tools/data/random.mjs').Random} Random */
/** @typedef {{ date: string, startMs: number, index: number, seed: string, scale: number }} Day */
/** @typedef {Record<string, string | number>} Row */
/** @typedef {(row: Row, random: Random, day: Day) => Row[]} Flaw  the rows that stand for a good one */

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Days on which something is wrong with all events: none before 6 o'clock; far fewer than on the days before. */
const dayWithoutNight = 1
const dayWithFewEvents = 8

/** @param {Day} day @param {number} count */
const scaled = ({ scale }, count) => Math.max(1, Math.round(count * scale))

/** @param {Day} day */
export const customersOf = (day) =>
  exportOf(day, {
    name: 'customers',
    count: scaled(day, 60),
    good: goodCustomer,
    flaws: customerFlaws,
  })

/** @param {Day} day */
export const eventsOf = (day) =>
  exportOf(day, {
    name: 'events',
    count: scaled(day, day.index === dayWithFewEvents ? 80 : 240),
    good: goodEvent,
    flaws: eventFlaws,
  })

/** @param {Day} day */
export const ordersOf = (day) =>
  exportOf(day, { name: 'orders', count: scaled(day, 80), good: goodOrder, flaws: orderFlaws })

/**
 * Each flaw once, so that none is missing in a small export; then one in four rows has some.
 * @param {Day} day
 * @param {{ name: string, count: number, good: (random: Random, index: number, day: Day) => Row, flaws: readonly Flaw[] }} dataset
 */
function* exportOf(day, { name, count, good, flaws }) {
  const random = randomStream(`${name} ${day.date} ${day.seed}`)
  for (let index = 0; index < count; index++) {
    const row = good(random, index, day)
    const spread = Math.floor(count / flaws.length) || 1
    const listed = index % spread === 0 ? flaws[index / spread] : undefined
    const flaw = listed ?? (random() < 0.15 ? pick(random, flaws) : undefined)
    yield* flaw ? flaw(row, random, day) : [row]
  }
}

/** @param {number} number */
const customerId = (number) => `c${String(number).padStart(5, '0')}`

/** @param {Random} random @param {string} prefix */
const newId = (random, prefix) =>
  prefix +
  Math.floor(random() * 36 ** 8)
    .toString(36)
    .padStart(8, '0')

/** @param {number} ms */
const plain = (ms) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ')

/** Forms that a timestamp may have; the first ones are the usual ones. @type {readonly ((ms: number) => string)[]} */
const timeForms = [
  plain,
  plain,
  plain,
  (ms) => `${plain(ms - 5 * hourMs).replace(' ', 'T')}-05:00`,
  (ms) => `${plain(ms + 5.5 * hourMs).replace(' ', 'T')}+05:30`,
  (ms) => `${plain(ms).replace(' ', 'T')}Z`,
  (ms) => String(Math.floor(ms / 1000)),
  (ms) => String(ms),
]

/** @param {Random} random @param {number} index @param {Day} day @returns {Row} */
function goodCustomer(random, index, { date, startMs }) {
  const createdMs = startMs - integer(random, 1, 330 * 24) * hourMs
  const yyyymmdd = new Date(createdMs).toISOString().slice(0, 10).replaceAll('-', '')
  return {
    customer_id: customerId(index),
    email: `${pick(random, ['user', 'User', 'kunde'])}${index}@example.${pick(random, ['com', 'org'])}`,
    created_at: random() < 0.1 ? yyyymmdd : pick(random, timeForms)(createdMs),
    country: pick(random, [
      'US',
      'usa',
      'United States',
      'uk',
      'GB',
      'great britain',
      'IN',
      'india',
    ]),
    status: pick(random, ['active', 'ACTIVE', 'actve', 'inactive', 'Inactive', 'banned']),
    ingest_date: date,
  }
}

/** Spread over the hours, so that a small day has an event in each. @param {Random} random @param {number} index @param {Day} day @returns {Row} */
function goodEvent(random, index, { date, startMs, index: dayIndex, scale }) {
  const firstHour = dayIndex === dayWithoutNight ? 6 : 0
  const hour = firstHour + (index % (24 - firstHour))
  const timeMs = startMs + hour * hourMs + integer(random, 0, 3599) * 1000
  return {
    event_id: newId(random, 'e'),
    customer_id: customerId(integer(random, 0, Math.round(60 * scale) - 1)),
    event_time: pick(random, timeForms)(timeMs),
    event_type: pick(random, [
      'login',
      ' login',
      'Logout',
      'feature_use',
      'FEATURE_USE',
      'paywall_view',
      'error',
    ]),
    platform: pick(random, ['ios', 'iPhone', 'android', 'AND', 'web', 'browser']),
    session_id: random() < 0.2 ? '' : newId(random, 's'),
    duration_ms: integer(random, 50, 400_000),
    ingest_date: date,
  }
}

/** @param {Random} random @param {number} index @param {Day} day @returns {Row} */
function goodOrder(random, index, { date, startMs, scale }) {
  const status = pick(random, ['paid', 'PAID', 'succeeded', 'refunded', 'chargeback', 'failed'])
  const timeMs = startMs + integer(random, 0, dayMs / 1000 - 1) * 1000
  return {
    order_id: newId(random, 'o'),
    customer_id: customerId(integer(random, 0, Math.round(60 * scale) - 1)),
    order_time: pick(random, timeForms)(timeMs),
    amount: status === 'failed' ? 0 : integer(random, 100, 20_000) / 100,
    currency: pick(random, ['USD', 'usd', '$', 'us$', 'EUR', '€']),
    status,
    ingest_date: date,
  }
}
